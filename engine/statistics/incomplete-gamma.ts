import { logGamma, outOfRange } from '../random/index.ts'

const EPSILON = 1e-16
const TINY = 1e-300

/**
 * The regularised upper incomplete gamma function Q(a, x), from 1 at x = 0 down to 0: the probability that a
 * gamma value with shape a and scale 1 exceeds x. Relative error below 1e-12 for a up to 1000.
 *
 * Throws: RangeError unless a > 0 and x >= 0.
 * Source: Abramowitz and Stegun, 6.5.29 (series) and 6.5.31 (continued fraction, by Lentz's method).
 *
 * @example Math.round(upperGamma(1, 2) * 1e6) / 1e6 // => 0.135335
 */
export function upperGamma(a: number, x: number): number {
  checkArguments('upperGamma', a, x)
  return x < a + 1 ? 1 - series(a, x) : continuedFraction(a, x)
}

/**
 * The regularised lower incomplete gamma function P(a, x) = 1 - Q(a, x). Relative error below 1e-12 for a up
 * to 1000.
 *
 * Throws: RangeError unless a > 0 and x >= 0. Source: as `upperGamma`.
 *
 * @example Math.round(lowerGamma(1, 2) * 1e6) / 1e6 // => 0.864665
 */
export function lowerGamma(a: number, x: number): number {
  checkArguments('lowerGamma', a, x)
  return x < a + 1 ? series(a, x) : 1 - continuedFraction(a, x)
}

/**
 * The probability that a chi-square value with `degrees` degrees of freedom exceeds x.
 *
 * Throws: RangeError unless degrees > 0 and x >= 0.
 *
 * @example Math.round(chiSquareSurvival(3.841, 1) * 1e4) / 1e4 // => 0.05
 */
export function chiSquareSurvival(x: number, degrees: number): number {
  return upperGamma(degrees / 2, x / 2)
}

function checkArguments(name: string, a: number, x: number): void {
  if (!(a > 0 && a < Infinity)) throw outOfRange(name, 'a must be finite and > 0', a)
  if (!(x >= 0)) throw outOfRange(name, 'x must be >= 0', x)
}

function series(a: number, x: number): number {
  if (x === 0) return 0
  let term = 1 / a
  let total = term
  for (let n = a + 1; term > total * EPSILON; n++) {
    term *= x / n
    total += term
  }
  return total * Math.exp(a * Math.log(x) - x - logGamma(a))
}

function continuedFraction(a: number, x: number): number {
  if (x === Infinity) return 0
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let product = d
  for (let i = 1, change = 0; Math.abs(change - 1) > EPSILON && i < 100_000; i++) {
    const numerator = i * (a - i)
    b += 2
    d = 1 / nonZero(numerator * d + b)
    c = nonZero(b + numerator / c)
    change = d * c
    product *= change
  }
  return product * Math.exp(a * Math.log(x) - x - logGamma(a))
}

function nonZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x
}
