/**
 * Share of the company that holders with pro-rata rights buy beside new investors who must end with a given share:
 * the round grows to newShare / (1 - heldShare), and the holders take `heldShare` of it.
 *
 * Units: shares of a whole (0-1): of the company after the round, and of the company before it.
 * Throws: RangeError unless both are at least 0 and below 1, and the round leaves something to the old holders.
 * Source: Y Combinator, post-money SAFE user guide, quick start, example 3.
 * @example proRataAllocation(0.25, 0.15) // => 0.04411764705882353
 */
export function proRataAllocation(newShare: number, heldShare: number): number {
  if (!(newShare >= 0 && newShare < 1 && heldShare >= 0 && heldShare < 1 && newShare < 1 - heldShare))
    throw new RangeError(
      `proRataAllocation: newShare and heldShare must be at least 0 and sum to less than 1, got ${newShare} and ${heldShare}`,
    )
  return (newShare * heldShare) / (1 - heldShare)
}

/**
 * Part of a round's money that one holder may put in by a pro-rata right: the share held of the company before the
 * new money. For a SAFE's side letter these are its shares and the solution's `capitalizationShares`.
 *
 * Units: US dollars, shares. Throws: RangeError unless 0 <= held <= counted and the amount is not negative.
 * Source: Y Combinator, pro rata side letter.
 * @example proRataUsd(5e6, 588235, 11764700) // => 250000
 */
export function proRataUsd(amountUsd: number, heldShares: number, countedShares: number): number {
  if (!(heldShares >= 0 && heldShares <= countedShares && countedShares > 0 && countedShares < Infinity))
    throw new RangeError(
      `proRataUsd: heldShares must be 0 to countedShares, which is positive, got ${heldShares} of ${countedShares}`,
    )
  if (!(amountUsd >= 0 && amountUsd < Infinity))
    throw new RangeError(`proRataUsd: amountUsd must be at least 0 and finite, got ${amountUsd}`)
  return (amountUsd * heldShares) / countedShares
}
