import type { PreferredTerms } from '../table/preferred-series.ts'

/**
 * What the agreed pre-money value covers, when SAFEs or notes convert in the round.
 * - `percentage_ownership`: the converted shares are inside the pre-money value, so that the new investors' share is
 *   amount / (pre-money + amount) whatever converts. The usual today.
 * - `pre_money`: they are outside, so that the price stays and everybody is diluted by the conversion.
 * - `dollars_invested`: post-money = pre-money + new money + the money that converts.
 */
export type RoundConvention = 'percentage_ownership' | 'pre_money' | 'dollars_invested'

/** How share counts and the price are rounded; `null` where it is taken keeps them exact. */
export interface ShareRounding {
  /** Decimals of a dollar in the price of a share: 4 is the usual. */
  readonly priceDecimals: number
}

/** What the option pool is to hold after the round. */
export interface PoolTopUp {
  /** Options that nobody holds yet, as a share (0-1) of the fully diluted company after the round; 0 leaves them. */
  readonly targetShare: number
  /** Options added whatever the target says; 0 for none. */
  readonly addedShares: number
  /** True if the new investors bear the top-up too; the usual is that it is part of the pre-money company. */
  readonly isAfterMoney: boolean
}

/** What investors and company agree for one round of new preferred shares. */
export interface RoundTerms {
  /** Headline value of the company before the new money, US dollars. */
  readonly preMoneyUsd: number
  /** New money, US dollars. */
  readonly amountUsd: number
  readonly convention: RoundConvention
  readonly pool: PoolTopUp
  readonly preferred: PreferredTerms
  /** False if the older series waive their anti-dilution. */
  readonly protectsOlder: boolean
  readonly rounding: ShareRounding | null
}

/** A pool that stays as it is. */
export const samePool: PoolTopUp = { targetShare: 0, addedShares: 0, isAfterMoney: false }
