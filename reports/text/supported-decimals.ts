import { roundTo } from './render-number.ts'

const mostSignificant = 3

/** The exponent of the largest power of ten not above `size` (> 0); found by search, since `log10` may be off by one. */
const decimalExponent = (size: number): number => {
  let exponent = 0
  let rest = size
  while (rest >= 10) {
    rest /= 10
    exponent += 1
  }
  while (rest < 1) {
    rest *= 10
    exponent -= 1
  }
  return exponent
}

const decimalsFor = (size: number, halfWidth: number | null): number => {
  if (halfWidth === null) return 1 - size
  const finest = size - mostSignificant + 1
  if (halfWidth <= 0) return -finest
  return -Math.max(finest, Math.min(size, decimalExponent(halfWidth / 2)))
}

/**
 * How many decimals of `value` its interval supports: the last digit stands for at least a twentieth of the half-width,
 * there are at most three significant digits, and two where no interval is known (`halfWidth` null). Negative for
 * tens, hundreds and so on.
 *
 * @example supportedDecimals(268, 21) // => -1
 */
export const supportedDecimals = (value: number, halfWidth: number | null): number => {
  if (value === 0) return halfWidth !== null && halfWidth > 0 ? -decimalExponent(halfWidth / 2) : 0
  const decimals = decimalsFor(decimalExponent(Math.abs(value)), halfWidth)
  const rounded = roundTo(Math.abs(value), decimals)
  // 999.7 rounds up to a number with one more digit before the point.
  return rounded > 0 ? decimalsFor(decimalExponent(rounded), halfWidth) : decimals
}
