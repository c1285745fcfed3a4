import { requireNotNegative, requirePositive } from './require-value.ts'

/** Probability that an exit at a price is a listing. */
export interface ListingKnot {
  readonly priceUsd: number
  /** 0-1. */
  readonly probability: number
}

/** How a company moves until its exit, as the contract-based value sees it. */
export interface ContractModel {
  /** Volatility a year of the value of the whole company. */
  readonly volatility: number
  /** Risk-free rate a year, continuously compounded. */
  readonly riskFreeRate: number
  /** Exits a year: the exit comes after 1 / exitRate years in the mean, at an exponential time. */
  readonly exitRate: number
  /**
   * Probability of a listing by exit price: straight in the logarithm of the price between knots, that of the first knot
   * below it and of the last above it. Two knots at one price make a jump. Empty for sales only.
   */
  readonly listing: readonly ListingKnot[]
}

/**
 * The parameters that Gornall and Strebulaev chose for companies worth a billion.
 *
 * Source: Gornall and Strebulaev, "Squaring venture capital valuations with reality", Journal of Financial Economics
 * 135(1) (2020), section 3: volatility 0.9, rate 0.025, exit rate 0.25, and the listing's share of exits by price.
 */
export const usualContractModel: ContractModel = {
  volatility: 0.9,
  riskFreeRate: 0.025,
  exitRate: 0.25,
  listing: [
    { priceUsd: 32e6, probability: 0 },
    { priceUsd: 1e9, probability: 0.65 },
    { priceUsd: 1e11, probability: 0.85 },
    { priceUsd: 1e11, probability: 1 },
  ],
}

/** Throws a RangeError for a model without meaning. */
export function requireModel(model: ContractModel): void {
  requirePositive('contractValue', 'volatility', model.volatility)
  requireNotNegative('contractValue', 'riskFreeRate', model.riskFreeRate)
  requirePositive('contractValue', 'exitRate', model.exitRate)
  const { listing } = model
  for (let i = 0; i < listing.length; i++) {
    const { priceUsd, probability } = listing[i]
    requirePositive('contractValue', 'listing priceUsd', priceUsd)
    if (!(probability >= 0 && probability <= 1))
      throw new RangeError(`contractValue: listing probability must be between 0 and 1, got ${probability}`)
    if (i > 0 && !(priceUsd >= listing[i - 1].priceUsd))
      throw new RangeError(`contractValue: listing prices must not fall, got ${priceUsd}`)
  }
}
