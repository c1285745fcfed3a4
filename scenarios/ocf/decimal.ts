/** Decimals that an OCF number may have. */
const mostDecimals = 10

/** Numbers from here on print with an exponent. */
const largestPlain = 1e21

/**
 * A number as OCF writes it: a decimal string without exponent, at most ten decimals.
 *
 * Throws: RangeError for what is not finite.
 * Source: schema/types/Numeric.schema.json of the Open Cap Format, v1.2.0.
 * @example toDecimal(0.1 + 0.2) // => '0.3'
 */
export const toDecimal = (value: number): string => {
  if (!Number.isFinite(value)) throw new RangeError(`toDecimal: value must be finite, got ${value}`)
  if (Math.abs(value) >= largestPlain) return String(BigInt(value))
  const text = value.toFixed(mostDecimals).replace(/\.?0+$/u, '')
  return text === '-0' || text === '' ? '0' : text
}

/** Whether a text is a number as OCF writes it; more decimals than it allows are understood. */
export const isDecimal = (text: string): boolean => /^[+-]?\d+(?:\.\d+)?$/u.test(text)

/** Digits of a decimal number without leading and trailing zeros. */
export const plainDigits = (text: string): string => {
  const [whole = '', fraction = ''] = text.replace(/^[+-]/u, '').split('.')
  const trimmed = fraction.replace(/0+$/u, '')
  return `${whole.replace(/^0+(?=\d)/u, '')}${trimmed === '' ? '' : `.${trimmed}`}`
}
