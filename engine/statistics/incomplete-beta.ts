import { logGamma, outOfRange } from '../random/index.ts'

const EPSILON = 1e-16
const TINY = 1e-300

/**
 * The regularised incomplete beta function I_x(a, b): the probability that a beta value with shapes a and b
 * is at most x. Relative error below 1e-10 for a and b up to 1000.
 *
 * Throws: RangeError unless a > 0, b > 0 and 0 <= x <= 1.
 * Source: Abramowitz and Stegun, 26.5.8, by Lentz's method.
 *
 * @example Math.round(incompleteBeta(0.5, 2, 2) * 1e9) / 1e9 // => 0.5
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0)) throw outOfRange('incompleteBeta', 'a and b must be > 0', `${a} and ${b}`)
  if (!(x >= 0 && x <= 1)) throw outOfRange('incompleteBeta', 'x must be between 0 and 1', x)
  if (x === 0 || x === 1) return x
  const logFront = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)
  const front = Math.exp(logFront)
  if (x < (a + 1) / (a + b + 2)) return (front * continuedFraction(x, a, b)) / a
  return 1 - (front * continuedFraction(1 - x, b, a)) / b
}

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let product = d
  for (let m = 1, change = 0; Math.abs(change - 1) > EPSILON && m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    product *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    change = d * c
    product *= change
  }
  return product
}

function nonZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x
}
