const scales = [1, 10, 100, 1e3, 1e4, 1e5, 1e6] as const

/** How many decimals a column may have. */
export type Digits = 0 | 1 | 2 | 3 | 4 | 5 | 6

const padded = (length: number) =>
  Array.from({ length: scales[length] }, (_, value) => String(value).padStart(length, '0'))
const decimals: readonly (readonly string[])[] = [[], padded(1), padded(2), padded(3), padded(4)]
const pad3 = decimals[3]

const million = 1e6
const renderMillionth = (value: number): string => {
  const thousands = Math.floor(value / 1000)
  return pad3[thousands] + pad3[value - 1000 * thousands]
}

/** A whole number >= 0 in two pieces small enough for the engine's fast path of integer to string. */
const renderWhole = (value: number): string => {
  if (value < 1e9) return '' + value
  if (value >= 1e15) return '' + value
  const millions = Math.floor(value / million)
  return renderWhole(millions) + renderMillionth(value - million * millions)
}

const renderDecimals = (value: number, digits: Digits): string => {
  if (digits === 6) return renderMillionth(value)
  if (digits === 5) return String(value).padStart(5, '0')
  return decimals[digits][value]
}

/**
 * A number with a fixed count of decimals, halves away from zero; three times as fast as `toFixed`, which matters
 * because a study writes millions of cells. What is not finite becomes an empty cell, and zero has no sign.
 *
 * @example renderFixed(-0.00001, 4) // => '0.0000'
 */
export const renderFixed = (value: number, digits: Digits): string => {
  if (!Number.isFinite(value)) return ''
  const scale = scales[digits]
  const scaled = Math.round(Math.abs(value) * scale)
  if (scaled >= Number.MAX_SAFE_INTEGER) return value.toFixed(digits)
  const sign = value < 0 && scaled > 0 ? '-' : ''
  if (digits === 0) return sign + renderWhole(scaled)
  const whole = Math.floor(scaled / scale)
  return sign + renderWhole(whole) + '.' + renderDecimals(scaled - whole * scale, digits)
}
