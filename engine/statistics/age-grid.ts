/** Bins of age in a month: bin k holds ages above (k - 1) / 64 up to k / 64 months, bin 0 holds age 0. */
export const BINS_PER_MONTH = 64
/** Ages are followed to this month. */
export const LAST_MONTH = 400
export const LAST_BIN = LAST_MONTH * BINS_PER_MONTH
/** Ages are differences of two months: 12.0000000001 belongs to the bin that ends at 12. */
const ROUNDING = 1e-6

/**
 * The bin that holds an age in months.
 *
 * @example [0, 0.01, 12, 12.0000000001].map(binOfAge) // => [0, 1, 768, 768]
 */
export function binOfAge(age: number): number {
  return Math.max(0, Math.ceil(age * BINS_PER_MONTH - ROUNDING))
}

/**
 * The last bin that lies wholly at or below an age in months.
 *
 * @example [0, 0.01, 12, 11.9999999999].map(lastBinWithin) // => [0, 0, 768, 768]
 */
export function lastBinWithin(age: number): number {
  return Math.floor(age * BINS_PER_MONTH + ROUNDING)
}

/**
 * The month that holds a bin: month m holds ages above m - 1 up to m.
 *
 * @example [0, 1, 64, 65].map(monthOfBin) // => [0, 1, 1, 2]
 */
export function monthOfBin(bin: number): number {
  return Math.ceil(bin / BINS_PER_MONTH)
}
