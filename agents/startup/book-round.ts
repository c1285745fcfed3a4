import { closeRound, fullyDilutedShares, type PreferredTerms } from '../../engine/finance/index.ts'
import { RoundKind } from '../market/codes.ts'
import { investorsPerRound } from '../market/rounds.ts'
import type { World } from '../market/world.ts'
import { headlineFairValueUsd } from './headline-value.ts'

/** Shares that a round issues, and at what value. */
export interface Issue {
  readonly stage: number
  readonly preMoneyUsd: number
  readonly amountUsd: number
  /** What the pool, granted and not, is to hold of all shares after the round (0-1); 0 leaves it. */
  readonly pool: number
  readonly preferred: PreferredTerms
  readonly isSenior: boolean
  /** True for a bridge: its price is that of the round before and says nothing new. */
  readonly isBridge: boolean
}

/**
 * Issues the shares, writes the round and moves the money of the investors who sit in its places. False, with nothing
 * changed, if the deal has no price: SAFEs and discounts that eat the whole pre-money value.
 */
export function bookRound(world: World, row: number, round: number, issue: Issue, time: number): boolean {
  const series = issueSeries(world, row, issue)
  if (series < 0) return false
  const { startups, rounds } = world
  const priceUsd = world.solution.priceUsd
  rounds.startup[round] = row
  rounds.series[round] = series
  rounds.month[round] = time
  rounds.stage[round] = issue.stage
  rounds.kind[round] = issue.isBridge ? RoundKind.bridge : kindOf(world, row, priceUsd)
  rounds.isSenior[round] = issue.isSenior ? 1 : 0
  rounds.amountUsd[round] = issue.amountUsd
  rounds.preMoneyUsd[round] = issue.preMoneyUsd
  rounds.postMoneyUsd[round] = issue.preMoneyUsd + issue.amountUsd
  rounds.fairValueUsd[round] = issue.isBridge ? Number.NaN : headlineFairValueUsd(world, row, priceUsd, time)
  rounds.leadFund[round] = rounds.investor[round * investorsPerRound]
  rounds.returnedUsd[round] = 0
  rounds.previous[round] = startups.lastRound[row]
  payIn(world, row, round)
  startups.lastRound[row] = round
  startups.lastPriceUsd[row] = priceUsd
  startups.raisedUsd[row] += issue.amountUsd
  world.recorder.addFlow('fundingUsd', time, issue.amountUsd)
  if (time >= 0) world.recorder.investedUsd += issue.amountUsd
  return true
}

/**
 * Adds the series to the cap table; -1 if the deal has no price. Where full ratchets alone would eat the pre-money
 * value no money would come at all, so that their holders waive them.
 */
function issueSeries(world: World, row: number, issue: Issue): number {
  const table = world.startups.capTables[row]
  const terms = {
    preMoneyUsd: issue.preMoneyUsd,
    amountUsd: issue.amountUsd,
    convention: 'percentage_ownership' as const,
    pool: { targetShare: 0, addedShares: poolIncrease(world, row, issue), isAfterMoney: false },
    preferred: issue.preferred,
    protectsOlder: true,
    rounding: null,
  }
  for (const protectsOlder of [true, false])
    try {
      return closeRound(table, { ...terms, protectsOlder }, world.solution)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
    }
  return -1
}

/**
 * Shares that the pool lacks: with q = post-money / pre-money there are (before + t) q shares after the round, of which
 * granted + available + t shall be the share p, so t = (p q before - granted - available) / (1 - p q). Anti-dilution and
 * SAFEs come on top and leave the pool a little smaller.
 */
function poolIncrease(world: World, row: number, issue: Issue): number {
  const { startups } = world
  const table = startups.capTables[row]
  const growth = (issue.preMoneyUsd + issue.amountUsd) / issue.preMoneyUsd
  const share = Math.min(issue.pool * growth, 0.9)
  const held = startups.grantedShares[row] + table.availableShares
  return Math.max(0, (share * fullyDilutedShares(table) - held) / (1 - share))
}

function kindOf(world: World, row: number, priceUsd: number): number {
  const { startups, parameters } = world
  const band = parameters.rounds.flatBand
  if (startups.lastRound[row] < 0) return RoundKind.first
  const change = priceUsd / startups.lastPriceUsd[row] - 1
  if (change > band) return RoundKind.up
  return change < -band ? RoundKind.down : RoundKind.flat
}

function payIn(world: World, row: number, round: number): void {
  const { rounds, ledger } = world
  for (let k = 0; k < investorsPerRound; k++) {
    const place = round * investorsPerRound + k
    const firm = rounds.investor[place]
    if (firm < 0) break
    ledger.transfer(ledger.firmAccount(firm), ledger.startupAccount(row), rounds.investedUsd[place])
  }
}
