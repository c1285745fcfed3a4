import type { CarryTerms } from './carry-terms.ts'
import { HurdleAccount } from './hurdle-account.ts'

/** Share of the carry that roundings may leave. */
const leftover = 1e-12

/** What the manager has too much of: the carry above what it earned, nothing if roundings explain it. */
export function excessCarryUsd(carryUsd: number, earnedUsd: number): number {
  const excess = carryUsd - earnedUsd
  return excess > leftover * carryUsd ? excess : 0
}

/**
 * What the manager of a whole fund gives back at the end: the carry above what the same terms give it on all money
 * together, as if everything had been distributed at once against all capital ever paid in and all preferred return
 * ever accrued. Without late calls that is nothing, and it is never more than what investors lack of capital and
 * preferred return. Nothing is added for the time the manager held it; taxes on it are left out.
 */
export function clawbackUsd(account: HurdleAccount, terms: CarryTerms): number {
  const lacking = account.capitalUsd + account.preferredUsd
  const together = new HurdleAccount(terms)
  together.preferredUsd = account.accruedUsd
  together.distribute(Math.max(0, account.profitUsd - account.capitalUsd))
  return Math.min(lacking, excessCarryUsd(account.carryUsd, together.carryUsd))
}
