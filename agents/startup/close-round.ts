import { fullyDilutedShares, type CapTable } from '../../engine/finance/index.ts'
import { fillRound, spendBudgets } from '../investor/bids.ts'
import { RoundKind, Stage } from '../market/codes.ts'
import type { World } from '../market/world.ts'
import { bookRound } from './book-round.ts'
import { negotiateTerms } from './negotiate-terms.ts'
import { convertThoseWhoDoNotPay, seatInsiders } from './pay-to-play.ts'
import { planSpending } from './plan-spending.ts'
import { updateTable } from './update-table.ts'
import { fundamentalValueUsd } from './value.ts'

/**
 * Agrees the terms and closes a round if investors can fill enough of it; money they lack cuts the amount, not the
 * price. Where old investors are called to play they are asked first, and those who cannot pay become common holders.
 */
export function closeRound(
  world: World,
  row: number,
  stage: number,
  post: number,
  wantedUsd: number,
  time: number,
): boolean {
  const { startups, rounds, parameters } = world
  updateTable(world, row, time)
  const table = startups.capTables[row]
  const agreedPreUsd = Math.max(1, Math.round(post - wantedUsd))
  const isDown = isDownRound(world, row, agreedPreUsd)
  const agreed = negotiateTerms(world, row, {
    postMoneyUsd: post,
    isDown,
    highestRank: highestRank(table),
  })
  const round = rounds.add()
  const seats = isDown ? seatInsiders(world, row, round, wantedUsd, agreed.callsToPlay) : 0
  const filledUsd = fillRound(world, round, stage, wantedUsd, seats)
  const isFilled = filledUsd >= parameters.rounds.smallestFill * wantedUsd && filledUsd >= 1
  const pool = startups.stage[row] >= stage ? 0 : parameters.rounds.poolShare
  const { preferred, isSenior } = agreed
  const issue = {
    stage,
    preMoneyUsd: agreedPreUsd,
    amountUsd: filledUsd,
    pool,
    preferred,
    isSenior,
    isBridge: false,
  }
  const fundamentalUsd = fundamentalValueUsd(world, row, time)
  if (isFilled && isDown) convertThoseWhoDoNotPay(world, row, round, agreed.callsToPlay)
  if (!isFilled || !bookRound(world, row, round, issue, time)) {
    rounds.count--
    return false
  }
  spendBudgets(world, round)
  noteHeat(world, row, rounds.postMoneyUsd[round] / Math.max(1, fundamentalUsd))
  noteClosing(world, row, round, time)
  planSpending(world, row, time)
  return true
}

/** Whether the price of a share would fall below that of the round before. */
function isDownRound(world: World, row: number, preMoneyUsd: number): boolean {
  const { startups, parameters } = world
  if (startups.lastRound[row] < 0) return false
  const priceUsd = preMoneyUsd / fullyDilutedShares(startups.capTables[row])
  return priceUsd < startups.lastPriceUsd[row] * (1 - parameters.rounds.flatBand)
}

/** Rank of the series that are paid first; -1 without any. */
function highestRank({ series }: CapTable): number {
  let highest = -1
  for (const { rank } of series) highest = Math.max(highest, rank)
  return highest
}

/** What the company and the market's mood take from a round that closed. */
function noteClosing(world: World, row: number, round: number, time: number): void {
  const { startups, rounds } = world
  startups.lastRoundMonth[row] = time
  startups.lastPostUsd[row] = rounds.postMoneyUsd[round]
  const isFirst = rounds.previous[round] < 0
  if (!isFirst) world.sentiment.noteFollowOn(rounds.kind[round] === RoundKind.up)
  startups.stage[row] = Math.max(startups.stage[row], rounds.stage[round])
  if (rounds.stage[round] === Stage.seed && isFirst) startups.seedMonth[row] = time
  startups.failedRaises[row] = 0
  startups.bridges[row] = 0
  startups.cuts[row] = 0
}

/** Peers see what the deal paid over fundamentals; the next bidder weighs it by the market's herding. */
function noteHeat(world: World, row: number, postOverFundamental: number): void {
  const { startups, firms } = world
  const direction = startups.direction[row]
  const bounded = Math.max(-1, Math.min(1, Math.log(postOverFundamental)))
  firms.heat[direction] += (bounded - firms.heat[direction]) / 6
}
