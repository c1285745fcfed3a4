import { sampleExponential, sampleLogNormal } from '../../engine/random/index.ts'
import { Cause, Outcome } from '../market/codes.ts'
import { EventKind } from '../market/events.ts'
import { Account } from '../market/ledger.ts'
import type { World } from '../market/world.ts'
import { endStartup } from '../startup/end-startup.ts'
import { Practice, Status } from '../startup/startups.ts'

/** Conditions may raise the audit rate up to this many times; visits beyond the present rate find nothing. */
const thinning = 4

/** Plans the first visit of a regulator; called when a startup takes money, and does so once. */
export function scheduleFirstAudit(world: World, row: number, time: number): void {
  const { auditClock } = world.startups
  const rate = thinning * auditRate(world, row)
  if (auditClock[row] <= 0 || rate <= 0) return
  world.calendar.schedule(time + auditClock[row] / rate, EventKind.audit, row)
  auditClock[row] = 0
}

function auditRate(world: World, row: number): number {
  const { startups, parameters } = world
  const p = parameters.regulators
  const strictness = parameters.customers.strictness[startups.industry[row]]
  const legal = (startups.practices[row] & Practice.legal) !== 0 ? 1 - p.practiceCut : 1
  return p.auditRate[startups.jurisdiction[row]] * 2 * strictness * legal
}

/**
 * A regulator's visit. If it finds something it fines: log-normal and heavy-tailed, capped by statute at a share of
 * turnover or a floor. A fine that the cash cannot pay closes the startup.
 *
 * Draws: a uniform, a log-normal and the wait for the next visit, from the startup's `audit` stream.
 */
export function audit(world: World, row: number, time: number): void {
  const { startups, parameters, ledger, conditions, recorder } = world
  if (startups.status[row] === Status.ended) return
  const p = parameters.regulators
  const stream = startups.audits(row)
  const finds = stream.next() * thinning < Math.min(thinning, conditions.audits)
  const drawnUsd = sampleLogNormal(stream, Math.log(Math.max(1, p.fineMedian)), p.fineSpread)
  if (finds) {
    const capUsd = Math.max(p.fineFloor, p.fineCap[startups.jurisdiction[row]] * startups.arrUsd[row])
    const fineUsd = Math.min(drawnUsd, capUsd)
    const account = ledger.startupAccount(row)
    const paidUsd = Math.min(fineUsd, ledger.balanceUsd(account))
    ledger.transfer(account, Account.regulators, paidUsd)
    recorder.addCosts(time, paidUsd)
    if (paidUsd < fineUsd) {
      endStartup(world, row, Outcome.closed, time, Cause.compliance)
      return
    }
  }
  const rate = thinning * auditRate(world, row)
  const wait = sampleExponential(stream, 1)
  if (rate > 0) world.calendar.schedule(time + wait / rate, EventKind.audit, row)
}
