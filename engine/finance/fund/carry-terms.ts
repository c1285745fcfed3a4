/** How profit is shared between the investors of a fund (limited partners) and its manager (general partner). */
export interface CarryTerms {
  /** Preferred return a year that investors get before any carry; 0 for none. */
  readonly hurdleRate: number
  /** `annual`: the preferred return itself earns it; `simple`: only unreturned capital does. */
  readonly compounding: 'annual' | 'simple'
  /** Share of profit above the preferred return that goes to the manager until it has its carry; 0 for no catch-up. */
  readonly catchUpShare: number
  /** Carried interest: the manager's share of profit. */
  readonly carryShare: number
  /** Share of all capital that the manager itself pays in; it shares like an investor and owes no carry. */
  readonly commitmentShare: number
}

/** The usual terms of a venture fund: 20 % of profit, no preferred return, nothing from the manager's own pocket. */
export const plainCarry: CarryTerms = {
  hurdleRate: 0,
  compounding: 'annual',
  catchUpShare: 1,
  carryShare: 0.2,
  commitmentShare: 0,
}

function requireShare(name: string, value: number, most: number): void {
  if (!(value >= 0 && value <= most))
    throw new RangeError(`requireCarryTerms: ${name} must be from 0 to ${most}, got ${value}`)
}

/**
 * Refuses terms that cannot be.
 *
 * Throws: RangeError if a share is not from 0 to 1, or the whole fund is the manager's.
 */
export function requireCarryTerms(terms: CarryTerms): void {
  requireShare('hurdleRate', terms.hurdleRate, 10)
  requireShare('catchUpShare', terms.catchUpShare, 1)
  requireShare('carryShare', terms.carryShare, 1)
  requireShare('commitmentShare', terms.commitmentShare, 1)
  if (terms.commitmentShare === 1)
    throw new RangeError('requireCarryTerms: commitmentShare must be below 1: a fund needs an investor')
}
