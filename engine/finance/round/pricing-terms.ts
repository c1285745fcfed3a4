import type { RoundTerms } from './round-terms.ts'

/** Terms of a round whose price, and not its pre-money value, is agreed: a bridge or an extension at the last price. */
export type PricingTerms = Omit<RoundTerms, 'preMoneyUsd'>
