import { outOfRange } from './out-of-range.ts'

const HALF_LOG_TWO_PI = 0.9189385332046727

/**
 * The natural logarithm of the gamma function for x > 0: logGamma(n + 1) is the logarithm of n factorial.
 * Good to 3e-15 times max(1, |result|): Stirling's series from 10 upwards, reached by the recurrence from
 * below.
 *
 * Throws: RangeError unless x > 0.
 * Source: Abramowitz and Stegun, 6.1.41.
 *
 * @example Math.round(Math.exp(logGamma(6))) // => 120
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw outOfRange('logGamma', 'x must be > 0', x)
  let product = 1
  let shifted = x
  while (shifted < 10) {
    product *= shifted
    shifted += 1
  }
  const stirling = (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + stirlingTail(shifted)
  return product === 1 ? stirling : stirling - Math.log(product)
}

/** What Stirling's formula lacks, for x >= 10: the Bernoulli series 1/(12 x) - 1/(360 x^3) + ... */
function stirlingTail(x: number): number {
  const r = 1 / (x * x)
  const inner = 1 / 1188 - r * (691 / 360360 - r * (1 / 156))
  return (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * inner)))) / x
}
