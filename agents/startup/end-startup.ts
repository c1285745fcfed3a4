import { plainSale } from '../../engine/finance/index.ts'
import { Outcome } from '../market/codes.ts'
import { Account } from '../market/ledger.ts'
import type { World } from '../market/world.ts'
import { closureCause } from './closure-cause.ts'
import { payOut } from './pay-out.ts'
import { releaseAll } from './staff.ts'
import { none, Status } from './startups.ts'

/** Ends a startup: records outcome and cause, frees staff and customers; what cash is left goes to preferred
 * holders first if it closes, and to the buyer if it is sold. */
export function endStartup(
  world: World,
  row: number,
  outcome: number,
  time: number,
  cause: number = none,
): void {
  const { startups, ledger, customers, recorder } = world
  if (outcome === Outcome.closed) {
    const primary = cause === none ? closureCause(world, row, none) : cause
    startups.cause[row] = primary
    startups.contributing[row] = closureCause(world, row, primary)
    recorder.addFlow('closures', time, 1)
  }
  releaseAll(world, row, time)
  startups.status[row] = Status.ended
  startups.outcome[row] = outcome
  startups.outcomeMonth[row] = time
  const account = ledger.startupAccount(row)
  const leftUsd = ledger.balanceUsd(account)
  if (outcome === Outcome.closed) {
    payOut(world, row, { ...plainSale, priceUsd: leftUsd }, account, time)
    ledger.transfer(account, Account.foundersAndStaff, ledger.balanceUsd(account))
  } else ledger.transfer(account, Account.acquirersAndPublic, leftUsd)
  const vendors = customers.vendors[startups.industry[row]]
  const place = vendors.indexOf(row)
  if (place >= 0) vendors.splice(place, 1)
}
