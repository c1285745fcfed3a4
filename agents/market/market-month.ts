import { commitmentsMonth, dryPowderUsd, marketDiscipline } from '../investor/commitments.ts'
import { scheduleFoundings } from '../startup/found.ts'
import { EventKind, Priority } from './events.ts'
import { recordMonth } from './record-month.ts'
import type { World } from './world.ts'

/**
 * The market's month turns: prices, sentiment, what was recorded, foundings to come. The other monthly events of the
 * market follow at the same instant in the order of their priorities.
 */
export function marketMonth(world: World, time: number): void {
  const { prices, sentiment, conditions, parameters, calendar } = world
  const discipline = marketDiscipline(world)
  const spendUsd = world.customers.productionUsd()
  const growth = world.lastSpendUsd > 0 && spendUsd > 0 ? Math.log(spendUsd / world.lastSpendUsd) : 0
  world.lastSpendUsd = spendUsd
  prices.step(growth, discipline, sentiment.value, conditions.drift)
  const usualReleases = 1 / parameters.incumbents.releaseInterval
  sentiment.step(prices.momentum, discipline, usualReleases, prices.crashed)
  updateMoods(world)
  world.dryPowderUsd = dryPowderUsd(world)
  recordMonth(world, time)
  scheduleFoundings(world, time)
  calendar.schedule(time + 1, EventKind.marketMonth, 0, 0, Priority.market)
}

/** Limited partners' month, then the next. */
export function commitments(world: World, time: number): void {
  commitmentsMonth(world, time)
  world.calendar.schedule(time + 1, EventKind.commitments, 0, 0, Priority.commitments)
}

/** Every startup needs these each month: they are taken once. */
function updateMoods(world: World): void {
  const { moods, parameters } = world
  const mood = world.sentiment.value
  moods.sale = Math.exp(parameters.exits.saleSentiment * mood)
  moods.listing = Math.exp(mood)
  moods.seed = Math.exp(parameters.startups.seedSentiment * mood)
}
