import type { CarryTerms } from './carry-terms.ts'

/** What one distribution is paid as. */
export interface Tiers {
  /** Capital given back to investors. */
  returnedUsd: number
  /** Preferred return paid to investors. */
  preferredUsd: number
  /** Paid while the manager catches up: its part and the investors' part. */
  catchUpUsd: number
  catchUpInvestorsUsd: number
  /** Paid in the agreed shares after that. */
  carrySplitUsd: number
  investorsSplitUsd: number
}

/** The investors' part of some tiers. */
export const investorsPart = (tiers: Tiers): number =>
  tiers.returnedUsd + tiers.preferredUsd + tiers.catchUpInvestorsUsd + tiers.investorsSplitUsd

/** The manager's carry in some tiers. */
export const carryPart = (tiers: Tiers): number => tiers.catchUpUsd + tiers.carrySplitUsd

/**
 * What investors are still owed before the manager earns carry, and the profit shared so far. Time passes by `wait`,
 * money comes in by `contribute` and leaves by `distribute`, in the order of the calendar.
 *
 * A distribution first gives capital back, then pays the preferred return, then lets the manager catch up, then is
 * shared. A catch-up share above 0 but not above the carry never completes: all further profit is shared by it.
 */
export class HurdleAccount {
  /** Capital not given back yet. */
  capitalUsd = 0
  /** Preferred return accrued and not paid yet. */
  preferredUsd = 0
  /** All preferred return that has ever accrued, paid or not. */
  accruedUsd = 0
  /** Profit paid to investors and to the manager so far. */
  profitUsd = 0
  carryUsd = 0
  private readonly terms: CarryTerms

  constructor(terms: CarryTerms) {
    this.terms = terms
  }

  /** Preferred return that capital, with what it has earned, earns in some years; parts of a year by their power. */
  earnedUsd(capitalUsd: number, preferredUsd: number, years: number): number {
    const { hurdleRate, compounding } = this.terms
    if (compounding === 'simple') return capitalUsd * hurdleRate * years
    return (capitalUsd + preferredUsd) * Math.expm1(years * Math.log1p(hurdleRate))
  }

  wait(years: number): void {
    this.accrue(this.earnedUsd(this.capitalUsd, this.preferredUsd, years))
  }

  /** Takes in capital that was paid so many years ago. */
  contribute(usd: number, yearsAgo = 0): void {
    this.capitalUsd += usd
    this.accrue(this.earnedUsd(usd, 0, yearsAgo))
  }

  private accrue(usd: number): void {
    this.preferredUsd += usd
    this.accruedUsd += usd
  }

  distribute(usd: number): Tiers {
    const returnedUsd = Math.min(usd, this.capitalUsd)
    this.capitalUsd -= returnedUsd
    const preferredUsd = Math.min(usd - returnedUsd, this.preferredUsd)
    this.preferredUsd -= preferredUsd
    this.profitUsd += preferredUsd
    return this.shareRest(usd - returnedUsd - preferredUsd, returnedUsd, preferredUsd)
  }

  private shareRest(rest: number, returnedUsd: number, preferredUsd: number): Tiers {
    const { catchUpShare, carryShare } = this.terms
    const inCatchUp = Math.min(rest, this.catchUpRoom())
    const catchUpUsd = inCatchUp * catchUpShare
    const carrySplitUsd = (rest - inCatchUp) * carryShare
    this.profitUsd += rest
    this.carryUsd += catchUpUsd + carrySplitUsd
    return {
      returnedUsd,
      preferredUsd,
      catchUpUsd,
      catchUpInvestorsUsd: inCatchUp - catchUpUsd,
      carrySplitUsd,
      investorsSplitUsd: rest - inCatchUp - carrySplitUsd,
    }
  }

  /** Profit that goes through the catch-up until the manager has its carry of all profit. */
  private catchUpRoom(): number {
    const { catchUpShare, carryShare } = this.terms
    const missing = Math.max(0, carryShare * this.profitUsd - this.carryUsd)
    if (catchUpShare === 0 || missing === 0) return 0
    return catchUpShare > carryShare ? missing / (catchUpShare - carryShare) : Infinity
  }
}
