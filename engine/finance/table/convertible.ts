/**
 * What shares a conversion cap counts.
 * - `post_money`: all shares, rights, promised options, the pool before the round's increase, and all converting
 *   securities themselves (the post-money SAFE).
 * - `pre_money`: all shares, rights, promised options and the pool with the round's increase, no converting security
 *   (the pre-money SAFE, and most notes).
 */
export type CapBasis = 'post_money' | 'pre_money'

/**
 * Money that is owed shares: a SAFE, or a convertible note with its interest so far.
 *
 * Units: US dollars. The owner of the table changes `owedUsd` as interest accrues.
 */
export interface Convertible {
  /** What converts, or is paid back at an exit before a conversion: principal, and a note's interest so far. */
  owedUsd: number
  /** Valuation cap; Infinity for none. */
  capUsd: number
  capBasis: CapBasis
  /** Share (0-1) by which the conversion price lies below the round's price; 0 for none. */
  discount: number
  /** True if it takes the best conversion price among the securities in `favours`. */
  isMostFavoured: boolean
  /** Places in the table's `convertibles` whose terms a most-favoured security may take; empty for all others. */
  favours: readonly number[]
  /** True for a note, which is debt until it converts and is paid before all shares. */
  isDebt: boolean
}
