import type { CarryTerms } from './carry-terms.ts'

/**
 * The distribution at which the manager has caught up, given the capital and the preferred return owed; Infinity if it
 * never does, and at once without a catch-up.
 *
 * @example fullCatchUpUsd(100, 8, plainCarry) // => 110
 */
export function fullCatchUpUsd(
  capitalUsd: number,
  preferredUsd: number,
  { catchUpShare, carryShare }: CarryTerms,
): number {
  const owed = capitalUsd + preferredUsd
  if (catchUpShare === 0 || carryShare === 0 || preferredUsd === 0) return owed
  return catchUpShare > carryShare
    ? owed + (carryShare * preferredUsd) / (catchUpShare - carryShare)
    : Infinity
}
