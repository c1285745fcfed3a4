import { Cause } from '../market/codes.ts'
import type { World } from '../market/world.ts'
import { none, Practice } from './startups.ts'

/**
 * Why a startup closes, in the book's terms (2.2, 11.2): the first reason that holds and is not `except`. Reasons of
 * the product come before reasons of the market when there is no fit, and after them when there is.
 */
export function closureCause(world: World, row: number, except: number): number {
  const reasons = startupHasFit(world, row) ? reasonsWithFit : reasonsWithoutFit
  for (const reason of reasons) if (reason.cause !== except && reason.holds(world, row)) return reason.cause
  return except === none ? Cause.noMarketNeed : none
}

interface Reason {
  readonly cause: number
  readonly holds: (world: World, row: number) => boolean
}

const startupHasFit = (world: World, row: number): boolean =>
  world.startups.fitMonth[row] === world.startups.fitMonth[row]

const computeBill: Reason = {
  cause: Cause.computeBill,
  holds: ({ startups, calendar }, row) =>
    startups.reservedUntil[row] > calendar.now - 2 &&
    startups.reservedUsd[row] > Math.max(0, 0.3 * startups.netBurnUsd[row]),
}
const technologyFailed: Reason = {
  cause: Cause.technologyFailed,
  holds: ({ startups }, row) =>
    startups.failedTrainings[row] > 1 || (startups.failedTrainings[row] > 0 && startups.technology[row] < 0),
}
const failedRaise: Reason = {
  cause: Cause.failedRaiseInBust,
  holds: ({ startups, prices, sentiment }, row) =>
    startups.failedRaises[row] > 0 && (prices.isBust || sentiment.value < -0.6),
}
const cashMismanagement: Reason = {
  cause: Cause.cashMismanagement,
  holds: ({ startups }, row) =>
    startups.thrift[row] < -0.6 && (startups.practices[row] & Practice.financial) === 0,
}
const unclearModel: Reason = {
  cause: Cause.unclearBusinessModel,
  holds: ({ startups, customers }, row) =>
    startups.technology[row] - startups.insight[row] > 0.8 ||
    customers.conversion[startups.industry[row]] > 0.5,
}
const commoditised: Reason = {
  cause: Cause.commoditised,
  holds: ({ startups, incumbents }, row) =>
    startups.direction[row] !== 1 && startups.capability[row] - incumbents.open < 0.2,
}
const noMarketNeed: Reason = { cause: Cause.noMarketNeed, holds: () => true }
const outCompeted: Reason = { cause: Cause.outCompeted, holds: () => true }

const reasonsWithoutFit: readonly Reason[] = [
  technologyFailed,
  cashMismanagement,
  unclearModel,
  failedRaise,
  noMarketNeed,
]
const reasonsWithFit: readonly Reason[] = [
  computeBill,
  failedRaise,
  cashMismanagement,
  commoditised,
  outCompeted,
]
