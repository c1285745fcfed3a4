/** What of a deal cannot be done as it is written. */
export type DealProblemKind =
  /** The round has no price: the message says what eats the value. */
  | 'no_price'
  /** Investors and pro-rata parts add to more than the round's money. */
  | 'overfull_round'
  /** A holder sells or converts what is not held. */
  | 'not_held'
  /** A security is named that is not there, or is not there yet. */
  | 'unknown_security'
  /** A holder both sits the round out and invests in it. */
  | 'contradiction'

/** A claim on the value of a round, by the name of who makes it. */
export type DealClaim =
  | {
      readonly of: 'convertible'
      readonly name: string
      readonly owedUsd: number
      /** Share (0-1) off the price. */
      readonly discount: number
      readonly usd: number
    }
  | { readonly of: 'anti_dilution'; readonly name: string; readonly usd: number }
  /** Convertibles at caps, whose shares grow with what the others claim. */
  | { readonly of: 'capped'; readonly usd: number }
  | { readonly of: 'pool'; readonly usd: number }

/** The numbers behind a problem, by the names of the deal. */
export type DealProblemFacts =
  /** Claims come to the agreed value or more: a value above `claimedUsd` has a price. */
  | {
      readonly kind: 'value'
      readonly valueUsd: number
      readonly claimedUsd: number
      readonly claims: readonly DealClaim[]
    }
  /** Convertibles at caps own the whole company or more. */
  | {
      readonly kind: 'caps'
      readonly countsPool: boolean
      readonly claims: readonly {
        readonly name: string
        readonly owedUsd: number
        readonly capUsd: number
        readonly share: number
      }[]
    }
  /** Who puts more into a round than it raises. */
  | {
      readonly kind: 'money'
      readonly amountUsd: number
      readonly parts: readonly {
        readonly holder: string
        readonly amountUsd: number
        readonly isProRata: boolean
      }[]
    }
  /** A price of which the rounding leaves nothing. */
  | { readonly kind: 'rounding'; readonly priceUsd: number; readonly decimals: number }
  /** A holder who has fewer shares than are sold or converted. */
  | {
      readonly kind: 'shares'
      readonly holder: string
      readonly security: string
      readonly held: number
      readonly shares: number
    }
  /** A holder who both sits the round out and invests, and where it says so beside `declines`. */
  | { readonly kind: 'contradiction'; readonly holder: string; readonly field: 'investors' | 'pro_rata' }

/** A deal that cannot be played through: which round, and why. A RangeError, since an argument is out of bounds. */
export class DealProblemError extends RangeError {
  readonly kind: DealProblemKind
  /** Place of the round in the deal. */
  readonly round: number
  readonly roundName: string
  /** The numbers behind it; null where the message says all. */
  readonly facts: DealProblemFacts | null

  constructor(
    kind: DealProblemKind,
    round: number,
    roundName: string,
    message: string,
    facts: DealProblemFacts | null = null,
  ) {
    super(message)
    this.name = 'DealProblemError'
    this.kind = kind
    this.round = round
    this.roundName = roundName
    this.facts = facts
  }
}
