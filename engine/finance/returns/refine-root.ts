import type { ExponentialSum } from './exponential-sum.ts'

/** Step of Newton's method, as a share, that is rounding. */
const nearest = 4 * Number.EPSILON

/** The positive and the negative terms of a sum apart, with the means of their exponents by size. */
interface Sides {
  positive: number
  negative: number
  positiveMean: number
  negativeMean: number
}

/** Makes a record for `sumSides`. */
const makeSides = (): Sides => ({ positive: 0, negative: 0, positiveMean: 0, negativeMean: 0 })

/** Sums up both sides at `y`, times a positive factor; `into` is overwritten. */
function sumSides({ signs, logs, exponents }: ExponentialSum, y: number, into: Sides): void {
  let largest = -Infinity
  for (let i = 0; i < signs.length; i += 1) largest = Math.max(largest, logs[i] - exponents[i] * y)
  let positive = 0
  let negative = 0
  let positiveMoment = 0
  let negativeMoment = 0
  for (let i = 0; i < signs.length; i += 1) {
    const term = Math.exp(logs[i] - exponents[i] * y - largest)
    if (signs[i] > 0) {
      positive += term
      positiveMoment += term * exponents[i]
    } else {
      negative += term
      negativeMoment += term * exponents[i]
    }
  }
  into.positive = positive
  into.negative = negative
  into.positiveMean = positiveMoment / positive
  into.negativeMean = negativeMoment / negative
}

/**
 * The root between two places at which a monotone sum differs in sign, by Newton's method on the logarithm of the ratio
 * of positive to negative terms, which is nearly straight; a step that leaves the bracket or gains too little is a
 * halving, so it always ends.
 */
export function refineRoot(sum: ExponentialSum, low: number, high: number, signAtLow: number): number {
  const sides = makeSides()
  let left = low
  let right = high
  let at = left + (right - left) / 2
  for (let step = 1; at > left && at < right; step += 1) {
    sumSides(sum, at, sides)
    if (sides.positive === sides.negative) return at
    if (Math.sign(sides.positive - sides.negative) === signAtLow) left = at
    else right = at
    const apart = sides.positiveMean - sides.negativeMean
    const next = at + Math.log(sides.positive / sides.negative) / apart
    const isNear = Math.abs(next - at) <= nearest * Math.max(Math.abs(at), 1 / Math.abs(apart))
    if (isNear && next >= left && next <= right) return next
    // Every fourth step halves, so that slow progress from one side cannot last.
    at = next > left && next < right && step % 4 !== 0 ? next : left + (right - left) / 2
  }
  return at
}
