import { outOfRange } from './out-of-range.ts'

/**
 * `base` to the `exponent`, as exp(exponent * log(base)): the same bits on every Node version, which the
 * language's own operator does not promise. The relative error grows with the size of the logarithm: about
 * 1e-16 * |exponent * log(base)|.
 *
 * Throws: RangeError for a base below 0 or not a number, for 0 to a negative exponent, and for an exponent
 * that is NaN.
 *
 * @example power(9, 0.5) // => 3
 */
export function power(base: number, exponent: number): number {
  if (!(base >= 0)) throw outOfRange('power', 'base must be >= 0', base)
  if (base > 0) {
    const result = Math.exp(exponent * Math.log(base))
    if (result >= 0) return result
  }
  return powerAtTheEdge(base, exponent)
}

function powerAtTheEdge(base: number, exponent: number): number {
  if (Number.isNaN(exponent)) throw outOfRange('power', 'exponent must be a number', exponent)
  if (exponent === 0 || base === 1) return 1
  if (base === 0 && exponent > 0) return 0
  throw outOfRange('power', 'base must be > 0 when exponent < 0', base)
}
