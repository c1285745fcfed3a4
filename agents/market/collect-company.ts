import { fullyDilutedShares, plainSale, splitExit } from '../../engine/finance/index.ts'
import type { CompanyRecord } from '../records.ts'
import { Status } from '../startup/startups.ts'
import { Outcome } from './codes.ts'
import { collectClasses } from './collect-classes.ts'
import type { World } from './world.ts'

const runwayYear = 12

/** The fate of the followed company; null if the scenario has none. */
export function collectCompany(
  world: World,
  fairValueUsd: number,
  fundamentalValueUsd: number,
): CompanyRecord | null {
  const { companyRow: row, startups, recorder, inputs } = world
  if (row < 0 || inputs.company === null) return null
  const next = nextRound(world, row)
  const horizonValueUsd = valueAtHorizon(world, row, fairValueUsd)
  return {
    outcome: startups.outcome[row],
    outcomeMonth: startups.outcomeMonth[row],
    cause: startups.cause[row],
    runwayMonthsAt12: runwayAfterYear(world, row),
    nextRoundMonth: next < 0 ? Number.NaN : world.rounds.month[next],
    nextRoundPostMoneyUsd: next < 0 ? Number.NaN : world.rounds.postMoneyUsd[next],
    nextRoundAmountUsd: next < 0 ? Number.NaN : world.rounds.amountUsd[next],
    fundamentalValueUsd,
    horizonValueUsd,
    moicAtAsk: moicAtAsk(world, row, fairValueUsd),
    classes: collectClasses(world, row, inputs.company),
    cashUsd: recorder.companyCashUsd,
    arrUsd: recorder.companyArrUsd,
  }
}

/** First round closed after month 0, -1 if none. */
function nextRound(world: World, row: number): number {
  let first = -1
  for (let round = world.startups.lastRound[row]; round >= 0; round = world.rounds.previous[round])
    if (world.rounds.month[round] > 0) first = round
  return first
}

function valueAtHorizon(world: World, row: number, fairValueUsd: number): number {
  const { startups } = world
  if (startups.status[row] !== Status.ended)
    return startups.lastRound[row] >= 0 ? startups.lastPostUsd[row] : fairValueUsd
  return startups.outcome[row] === Outcome.closed ? 0 : startups.exitUsd[row]
}

/** Months of cash left after a year at that month's change of cash; Infinity if cash grows, NaN if gone by then. */
function runwayAfterYear(world: World, row: number): number {
  const { companyCashUsd } = world.recorder
  const { startups } = world
  const endedEarly = startups.status[row] === Status.ended && startups.outcomeMonth[row] < runwayYear
  if (endedEarly || companyCashUsd.length < runwayYear) return Number.NaN
  const cashUsd = companyCashUsd[runwayYear - 1]
  const burnUsd = companyCashUsd[runwayYear - 2] - cashUsd
  return burnUsd > 0 ? cashUsd / burnUsd : Number.POSITIVE_INFINITY
}

/**
 * What a dollar invested at the asked post-money is worth in the end, as common stock diluted by later rounds. NaN
 * without an ask.
 */
function moicAtAsk(world: World, row: number, fairValueUsd: number): number {
  const { inputs, startups, split } = world
  const asked = inputs.company?.ask ?? null
  if (asked === null) return Number.NaN
  const table = startups.capTables[row]
  const ended = startups.status[row] === Status.ended
  const finalUsd = ended
    ? startups.outcome[row] === Outcome.closed
      ? 0
      : startups.exitUsd[row]
    : fairValueUsd
  const kind = startups.outcome[row] === Outcome.listed ? 'listing' : 'sale'
  splitExit(table, { ...plainSale, kind, priceUsd: finalUsd }, split)
  const sharesAtAsk = sharesAtStart(world, row) / (1 - Math.min(0.95, asked.amountUsd / asked.postMoneyUsd))
  return (split.perCommonShareUsd * sharesAtAsk) / asked.postMoneyUsd
}

/** Fully diluted shares before the first round after month 0. */
function sharesAtStart(world: World, row: number): number {
  const { startups, rounds } = world
  const first = nextRound(world, row)
  const table = startups.capTables[row]
  if (first < 0) return fullyDilutedShares(table)
  return rounds.preMoneyUsd[first] / table.series[rounds.series[first]].issuePriceUsd
}
