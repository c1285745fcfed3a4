import { Outcome } from '../market/codes.ts'
import { Account } from '../market/ledger.ts'
import type { World } from '../market/world.ts'
import { closureCause } from './closure-cause.ts'
import { releaseAll } from './staff.ts'
import { none, Status } from './startups.ts'

/** Ends a startup: records outcome and cause, frees staff and customers, and pays out what cash is left. */
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
  const goesTo = outcome === Outcome.closed ? Account.foundersAndStaff : Account.acquirersAndPublic
  ledger.transfer(account, goesTo, ledger.balanceUsd(account))
  const vendors = customers.vendors[startups.industry[row]]
  const place = vendors.indexOf(row)
  if (place >= 0) vendors.splice(place, 1)
}
