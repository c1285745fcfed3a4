const scales: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  m: 1e6,
  mm: 1e6,
  b: 1e9,
  bn: 1e9,
  万: 1e4,
  亿: 1e8,
}

/** Above this size, cents are lost. */
const mostUsd = 1e13

const pattern =
  /^(?<sign>[-+]?)\s*(?:us\$|usd|\$)?\s*(?<inner>[-+]?)\s*(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+)(?<power>e[-+]?\d{1,2})?\s*(?<scale>k|mm|m|bn|b|万|亿)?\s*(?:usd)?$/u

/**
 * Reads an amount as spreadsheets and people write it: thousands in groups of three, `$`, K, M or B (万, 亿) behind it,
 * brackets or a minus for what is negative. Null for what is no amount, or above 10 trillion.
 *
 * @example readAmount('($1,250.5K)') // => -1250500
 */
export function readAmount(written: string): number | null {
  const plain = written
    .normalize('NFKC')
    .replaceAll(/[\u2212\u2013]/gu, '-')
    .trim()
    .toLowerCase()
  const bracketed = /^\((?<inside>.*)\)$/u.exec(plain)?.groups?.['inside']
  const found = pattern.exec(bracketed ?? plain)?.groups
  if (found === undefined) return null
  const { sign, inner, digits, power, scale } = found
  const signs = `${sign}${inner}`
  // One sign at most; brackets are one.
  if (signs.length + (bracketed === undefined ? 0 : 1) > 1) return null
  const size = Number(`${digits.replaceAll(',', '')}${power ?? ''}`) * scales[scale ?? '']
  // Decimal fractions times a scale, such as 1.1M, are whole cents.
  const usd = scale === undefined ? size : Number(size.toPrecision(15))
  if (!(usd <= mostUsd)) return null
  return signs === '-' || bracketed !== undefined ? 0 - usd : usd
}
