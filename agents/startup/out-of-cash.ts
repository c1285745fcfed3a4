import { Outcome } from '../market/codes.ts'
import type { World } from '../market/world.ts'
import { endStartup } from './end-startup.ts'
import { sellInDistress } from './exits.ts'
import { releaseAll } from './staff.ts'
import { Status } from './startups.ts'

/**
 * The month's costs exceed the cash. In this order: go on without spending (default alive, or beside a day job), be
 * sold in distress, or close. True if the startup goes on.
 *
 * `stayDraw` and `saleDraw` are the month's two uniforms, which serve no other end in a month without cash.
 */
export function runOutOfCash(
  world: World,
  row: number,
  stayDraw: number,
  saleDraw: number,
  time: number,
): boolean {
  const { startups, parameters, sentiment } = world
  const p = parameters.exits
  const grossProfitUsd = (startups.grossMargin[row] * startups.arrUsd[row]) / 12
  const neverFunded = startups.lastRound[row] < 0
  const cutPlanUsd = startups.planUsd[row] * (1 - parameters.startups.lastCut)
  const defaultAlive = grossProfitUsd > 0 && grossProfitUsd >= p.dormantMargin * cutPlanUsd
  if (neverFunded ? stayDraw < p.dormantChance : defaultAlive) {
    becomeDormant(world, row, time)
    return true
  }
  if (!neverFunded && saleDraw < p.distressChance * Math.exp(p.distressSentiment * sentiment.value)) {
    sellInDistress(world, row, time)
    return false
  }
  endStartup(world, row, Outcome.closed, time)
  return false
}

/** Stops all spending beyond what revenue pays. */
function becomeDormant(world: World, row: number, time: number): void {
  const { startups } = world
  releaseAll(world, row, time)
  startups.status[row] = Status.dormant
  startups.planUsd[row] = 0
  startups.reservedUsd[row] = 0
  startups.reservedUntil[row] = Number.NEGATIVE_INFINITY
  startups.raising[row] = 0
  startups.trainingFundUsd[row] = 0
}
