/**
 * Splits a whole total into whole parts in proportion to weights: each gets its part rounded down, and what is left
 * goes one by one to the largest remainders, the earlier first. For whole shares and for whole cents.
 *
 * Throws: RangeError if the total is negative or not whole, or no weight is positive while the total is.
 * Source: Hamilton's method of apportionment.
 * @example splitWhole(10, [1, 1, 1]) // => [4, 3, 3]
 */
export function splitWhole(total: number, weights: readonly number[]): number[] {
  if (!Number.isInteger(total) || total < 0)
    throw new RangeError(`splitWhole: total must be whole and at least 0, got ${total}`)
  const sum = weights.reduce((all, weight) => all + weight, 0)
  if (total === 0) return weights.map(() => 0)
  if (!(sum > 0)) throw new RangeError(`splitWhole: weights must have a positive sum, got ${sum}`)
  const exact = weights.map((weight) => (total * weight) / sum)
  const parts = exact.map(Math.floor)
  const order = exact
    .map((part, place) => ({ place, remainder: part - Math.floor(part) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.place - b.place)
  let left = total - parts.reduce((all, part) => all + part, 0)
  for (const { place } of order) {
    if (left <= 0) break
    parts[place] += 1
    left -= 1
  }
  return parts
}
