import { sampleExponential } from '../../engine/random/index.ts'
import { Outcome } from '../market/codes.ts'
import { EventKind } from '../market/events.ts'
import type { World } from '../market/world.ts'
import { endStartup } from './end-startup.ts'
import { sellInDistress } from './exits.ts'
import { Status } from './startups.ts'

/** Whether a startup lives beside a day job without ever having earned: nothing moves on its books. */
export function isQuiet(world: World, row: number): boolean {
  const { startups } = world
  const neverEarned = startups.firstRevenueMonth[row] !== startups.firstRevenueMonth[row]
  return startups.status[row] === Status.dormant && neverEarned
}

/**
 * Stops keeping books: instead of asking every month whether the startup ends, its end is drawn once.
 *
 * Draws: one exponential from the startup's `life` stream.
 */
export function fallSilent(world: World, row: number, time: number): void {
  const { startups, calendar, parameters } = world
  startups.silent[row] = 1
  const rate = parameters.exits.dormantSale + parameters.exits.dormantClosure
  const wait = sampleExponential(startups.lifeStreams[row], 1)
  startups.silentEnd[row] = rate > 0 ? calendar.schedule(time + wait / rate, EventKind.silentEnd, row) : 0
}

/** A silent startup has found customers: books are kept again. */
export function wake(world: World, row: number, time: number): void {
  const { startups, calendar } = world
  if (startups.silent[row] === 0) return
  startups.silent[row] = 0
  calendar.cancel(startups.silentEnd[row])
  calendar.schedule(time + 1, EventKind.closeBooks, row)
}

/** A silent startup is sold for a little, or given up. Draws: one uniform from its `life` stream. */
export function silentEnd(world: World, row: number, time: number): void {
  const { startups, parameters } = world
  if (startups.status[row] === Status.ended) return
  const { dormantSale, dormantClosure } = parameters.exits
  const draw = startups.lifeStreams[row].next32() * (dormantSale + dormantClosure)
  if (draw < dormantSale) sellInDistress(world, row, time)
  else endStartup(world, row, Outcome.closed, time)
}
