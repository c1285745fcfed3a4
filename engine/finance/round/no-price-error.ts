/** What one convertible claims of a round's value, converting at the price or a discount. */
export interface ConvertibleClaim {
  /** Place in the table's convertibles. */
  readonly place: number
  readonly owedUsd: number
  /** Discount (0-1) of the terms it takes; 0 for the price itself. */
  readonly discount: number
  readonly usd: number
}

/** What an older series claims of a round's value by anti-dilution. */
export interface SeriesClaim {
  /** Place in the table's series. */
  readonly place: number
  readonly usd: number
}

/** What a convertible at a cap claims of all shares before the new money. */
export interface CapClaim {
  /** Place in the table's convertibles. */
  readonly place: number
  readonly owedUsd: number
  readonly capUsd: number
  /** Owed over cap. */
  readonly share: number
}

/**
 * Why a round has no price: claims that take as much as is agreed, or convertibles at caps that own everything.
 *
 * Units: US dollars. The claims are those of a price next to nothing, when every protection is at work: a value above
 * their sum has a price.
 */
export type NoPriceReason =
  | {
      readonly kind: 'value'
      /** What the covered shares are worth: pre-money, and the converting money where the convention adds it. */
      readonly valueUsd: number
      /** What all claims come to. */
      readonly claimedUsd: number
      readonly convertibles: readonly ConvertibleClaim[]
      /** Convertibles at caps, whose shares grow with what others claim. */
      readonly cappedUsd: number
      readonly poolUsd: number
      readonly series: readonly SeriesClaim[]
    }
  | {
      readonly kind: 'caps'
      readonly convertibles: readonly CapClaim[]
      /** True if caps count a pool target that grows with them. */
      readonly countsPool: boolean
    }

/** A round without a price, and who claims what of it. */
export class NoPriceError extends RangeError {
  readonly reason: NoPriceReason

  constructor(message: string, reason: NoPriceReason) {
    super(message)
    this.name = 'NoPriceError'
    this.reason = reason
  }
}
