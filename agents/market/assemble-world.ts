import type { Calendar } from '../../engine/kernel/index.ts'
import { EventKind, Priority } from './events.ts'
import { scheduleShocks } from './shocks.ts'
import { World, type WorldInputs } from './world.ts'

/** Marks the founding of the scenario's own company; market foundings are numbered from 0. */
export const companyOrdinal = -1

/**
 * Builds the world of one run and puts its first events on the calendar: the market's monthly rounds from the start of
 * the burn-in, releases, shocks, and the scenario's company at month 0.
 */
export function assembleWorld(inputs: WorldInputs, seed: number, run: number, calendar: Calendar): World {
  const world = new World(inputs, seed, run, calendar)
  const { parameters } = inputs
  const start = -parameters.world.burnIn
  // The burn-in may be uncertain: the clock starts where this run's begins.
  calendar.clear(start)
  world.incumbents.release(start)
  world.incumbents.releaseOpen(start, 1)
  calendar.schedule(start, EventKind.marketMonth, 0, 0, Priority.market)
  calendar.schedule(start, EventKind.commitments, 0, 0, Priority.commitments)
  calendar.schedule(start, EventKind.computeMonth, 0, 0, Priority.compute)
  calendar.schedule(start, EventKind.talentMonth, 0, 0, Priority.talent)
  for (let industry = 0; industry < world.customers.industryCount; industry++)
    calendar.schedule(start, EventKind.industryMonth, industry, 0, Priority.industry)
  calendar.schedule(start + world.incumbents.untilRelease(), EventKind.frontierRelease)
  if (parameters.market.openWeights)
    calendar.schedule(start + world.incumbents.untilOpenRelease(), EventKind.openRelease)
  calendar.schedule(start + world.incumbents.untilEntry(), EventKind.incumbentEntry)
  scheduleShocks(world)
  if (inputs.company !== null) calendar.schedule(0, EventKind.founding, 0, companyOrdinal, Priority.startup)
  return world
}
