import { splitExit, type ExitTerms } from '../../engine/finance/index.ts'
import { Account } from '../market/ledger.ts'
import { placePayoutUsd, preferredUsd } from '../market/places.ts'
import { investorsPerRound } from '../market/rounds.ts'
import type { World } from '../market/world.ts'
import { updateTable } from './update-table.ts'

/**
 * Splits an exit by the waterfall and pays it from an account: investors first, who pass theirs on to their limited
 * partners, then holders from before the study, then founders and staff. An account of the startup itself pays what it
 * has, so that cents do not overdraw it.
 */
export function payOut(world: World, row: number, exit: ExitTerms, from: number, time: number): void {
  const { startups, rounds, ledger, split } = world
  updateTable(world, row, time)
  splitExit(startups.capTables[row], exit, split)
  let preferredLeftUsd = sum(split.seriesUsd) + sum(split.convertiblesUsd)
  let commonLeftUsd = split.commonUsd + sum(split.rightsUsd)
  for (let round = startups.lastRound[row]; round >= 0; round = rounds.previous[round]) {
    if (rounds.series[round] < 0) continue
    const seriesUsd = split.seriesUsd[rounds.series[round]]
    if (rounds.investor[round * investorsPerRound] < 0) {
      noteReturn(world, round, seriesUsd, time)
      continue
    }
    const paidUsd = payRound(world, round, from, time)
    preferredLeftUsd -= seriesUsd
    commonLeftUsd -= Math.max(0, paidUsd - seriesUsd)
  }
  ledger.transfer(from, Account.outside, affordable(world, from, Math.max(0, preferredLeftUsd)))
  ledger.transfer(from, Account.foundersAndStaff, affordable(world, from, Math.max(0, commonLeftUsd)))
}

/** Pays one round's investors, and on to their limited partners; returns what was due to them. */
function payRound(world: World, round: number, from: number, time: number): number {
  const { rounds, ledger, firms, split } = world
  const heldUsd = preferredUsd(rounds, round)
  const first = round * investorsPerRound
  let dueUsd = 0
  for (let place = first; place < first + investorsPerRound; place++) {
    const firm = rounds.investor[place]
    if (firm < 0) break
    const usd = placePayoutUsd(rounds, round, place, split, heldUsd)
    if (!(usd > 0)) continue
    dueUsd += usd
    const shareUsd = affordable(world, from, usd)
    const account = ledger.firmAccount(firm)
    ledger.transfer(from, account, shareUsd)
    firms.distribute(firm, ledger.transfer(account, Account.limitedPartners, shareUsd), time)
  }
  noteReturn(world, round, dueUsd, time)
  return dueUsd
}

function noteReturn({ rounds, recorder }: World, round: number, usd: number, time: number): void {
  rounds.returnedUsd[round] += usd
  if (time >= 0) recorder.returnedUsd += usd
}

function sum(values: readonly number[]): number {
  let total = 0
  for (let i = 0; i < values.length; i++) total += values[i]
  return total
}

/** The outside pays whatever it owes; a startup no more than it has. */
function affordable(world: World, from: number, usd: number): number {
  return from === Account.acquirersAndPublic ? usd : Math.min(usd, world.ledger.balanceUsd(from))
}
