import type { Day, DealPool, DealSeries, DealStart } from './deal.ts'

/** Shares of one class that one holder got at one time. */
export interface ShareLot {
  /** `common`, or the name of a series. */
  readonly security: string
  readonly holder: string
  readonly shares: number
  /** What they cost, US dollars: what was paid for them, or for what was converted into them. */
  readonly paidUsd: number
  /** Running number among the lots of its security, from 0; at the start the place in its list of holders. */
  readonly place: number
}

/** A part of a lot that is taken out of it. */
export interface TakenPart {
  readonly lot: ShareLot
  readonly shares: number
  readonly paidUsd: number
  /** What is left of the lot, as a lot of its own; null for nothing. */
  readonly balance: ShareLot | null
}

/** Something that happened to shares in a round. */
export type ShareEvent =
  | { readonly kind: 'issue'; readonly to: ShareLot }
  | { readonly kind: 'convertible'; readonly name: string; readonly to: ShareLot }
  | { readonly kind: 'conversion'; readonly from: TakenPart; readonly to: ShareLot }
  | { readonly kind: 'sale'; readonly from: TakenPart; readonly to: ShareLot }

/** What one round did to the company, in the order in which it did it. */
export interface PastRound {
  readonly name: string
  readonly day: Day | null
  readonly events: readonly ShareEvent[]
  /** New conversion prices of older series. */
  readonly adjustments: readonly { readonly series: string; readonly toPriceUsd: number }[]
  /** The pool after the round. */
  readonly pool: DealPool
}

/** How a company came to stand where it does after its last round. */
export interface DealPast {
  readonly start: DealStart
  /** Every series there ever was, as it stands now, but with the conversion price that it began with. */
  readonly series: readonly DealSeries[]
  readonly rounds: readonly PastRound[]
  /** Lots that are still held. */
  readonly lots: readonly ShareLot[]
}
