import { outOfRange } from '../random/index.ts'

/**
 * The probability that the Kolmogorov distribution exceeds x: for large samples of size n from the right
 * distribution, the chance that sqrt(n) times the largest gap between sample and distribution function is
 * above x.
 *
 * Throws: RangeError unless x >= 0.
 * Source: Kolmogorov 1933; below 1 by the theta-function form, which converges where the alternating series
 * does not.
 *
 * @example Math.round(kolmogorovSurvival(1.3581) * 1e4) / 1e4 // => 0.05
 */
export function kolmogorovSurvival(x: number): number {
  if (!(x >= 0)) throw outOfRange('kolmogorovSurvival', 'x must be >= 0', x)
  if (x < 0.04) return 1
  return x < 1 ? 1 - lowerSeries(x) : upperSeries(x)
}

function upperSeries(x: number): number {
  let total = 0
  for (let k = 1; k <= 20; k++) total += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x)
  return total
}

function lowerSeries(x: number): number {
  const scale = (Math.PI * Math.PI) / (8 * x * x)
  let total = 0
  for (let odd = 1; odd <= 19; odd += 2) total += Math.exp(-odd * odd * scale)
  return (Math.sqrt(2 * Math.PI) / x) * total
}

/**
 * The chance of a gap at least this large between the distribution function of a sample of `count` values and
 * the right distribution function, good to a few per cent from 5 values up.
 *
 * Throws: RangeError unless gap >= 0 and count >= 1.
 * Source: Stephens, J. Royal Stat. Soc. B 32, 1970 (the correction of sqrt(count)).
 *
 * @example Math.round(kolmogorovTest(0.134, 100) * 100) / 100 // => 0.05
 */
export function kolmogorovTest(gap: number, count: number): number {
  if (!(count >= 1)) throw outOfRange('kolmogorovTest', 'count must be >= 1', count)
  const root = Math.sqrt(count)
  return kolmogorovSurvival(gap * (root + 0.12 + 0.11 / root))
}
