import { exitPayouts } from '../../engine/finance/index.ts'
import { Account } from '../market/ledger.ts'
import { investorsPerRound } from '../market/rounds.ts'
import type { World } from '../market/world.ts'

/**
 * Splits proceeds by the waterfall and pays them from an account: investors first, who pass theirs on to their limited
 * partners, then founders and staff. An account of the startup itself pays what it has, so that cents do not overdraw it.
 */
export function payOut(world: World, row: number, proceedsUsd: number, from: number, time: number): void {
  const { startups, rounds, ledger, payouts } = world
  exitPayouts(startups.capTables[row], proceedsUsd, payouts)
  for (let round = startups.lastRound[row]; round >= 0; round = rounds.previous[round])
    payRound(world, round, payouts[1 + rounds.series[round]], from, time)
  ledger.transfer(from, Account.foundersAndStaff, affordable(world, from, payouts[0]))
}

/** Pays one round's proceeds to its investors in proportion to their money, and on to their limited partners. */
function payRound(world: World, round: number, usd: number, from: number, time: number): void {
  const { rounds, ledger, firms, recorder } = world
  if (!(usd > 0)) return
  rounds.returnedUsd[round] += usd
  if (time >= 0) recorder.returnedUsd += usd
  for (let k = 0; k < investorsPerRound; k++) {
    const firm = rounds.investor[round * investorsPerRound + k]
    if (firm < 0) break
    const shareUsd = affordable(
      world,
      from,
      (usd * rounds.investedUsd[round * investorsPerRound + k]) / rounds.amountUsd[round],
    )
    const account = ledger.firmAccount(firm)
    ledger.transfer(from, account, shareUsd)
    ledger.transfer(account, Account.limitedPartners, shareUsd)
    firms.distributedUsd[firm] += shareUsd
  }
}

/** The outside pays whatever it owes; a startup no more than it has. */
function affordable(world: World, from: number, usd: number): number {
  return from === Account.acquirersAndPublic ? usd : Math.min(usd, world.ledger.balanceUsd(from))
}
