import { outOfRange } from '../random/index.ts'
import { farTailRatio, normalSurvival } from './normal.ts'

/** From here on the tail is taken by its logarithm: the tail itself is 0 beyond 38.6. */
const FAR = 5.656854249492381

/**
 * The logarithm of the probability that a standard normal value is at most x, with a relative error below 1e-14
 * for any x: also where the probability itself is too small for a number, and where it is next to 1.
 *
 * Throws: RangeError if x is not a number.
 * Source: as `normalCumulative`.
 *
 * @example Math.round(logNormalCumulative(-100) * 1e3) / 1e3 // => -5005.524
 */
export function logNormalCumulative(x: number): number {
  return logNormalSurvival(-x)
}

/**
 * The logarithm of the probability that a standard normal value exceeds x: `logNormalCumulative` at -x.
 *
 * Throws: RangeError if x is not a number.
 * Source: as `normalCumulative`.
 *
 * @example Math.round(logNormalSurvival(100) * 1e3) / 1e3 // => -5005.524
 */
export function logNormalSurvival(x: number): number {
  if (Number.isNaN(x)) throw outOfRange('logNormalSurvival', 'x must be a number', x)
  if (x < 0) return Math.log1p(-normalSurvival(-x))
  if (x <= FAR) return Math.log(normalSurvival(x))
  return x === Infinity ? -Infinity : -0.5 * x * x - Math.log(x) + Math.log(farTailRatio(x))
}
