const powersOfTen = [
  1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
] as const

/** 10 to a whole exponent of 0 to 15, exactly. */
export const powerOfTen = (exponent: number): number => powersOfTen[Math.min(15, Math.max(0, exponent))]

/** Rounds to so many decimals; a negative count rounds to tens, hundreds and so on. */
export const roundTo = (value: number, decimals: number): number => {
  if (decimals >= 0) return Number(value.toFixed(Math.min(20, decimals)))
  const place = powerOfTen(-decimals)
  return Math.round(value / place) * place
}

/**
 * A number with thousands separated by commas.
 *
 * @example renderNumber(1234567.891, 1) // => '1,234,567.9'
 */
export const renderNumber = (value: number, decimals = 0): string => {
  const [whole, fraction] = Math.abs(roundTo(value, decimals)).toFixed(Math.max(0, decimals)).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',')
  const sign = roundTo(value, decimals) < 0 ? '-' : ''
  return sign + grouped + (fraction === undefined ? '' : `.${fraction}`)
}
