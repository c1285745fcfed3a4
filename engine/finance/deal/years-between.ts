import type { Day } from './deal.ts'

/** Days of a year in interest, dividends and rates of return (actual/365 fixed, as in XIRR). */
export const daysPerYear = 365

/**
 * Years from one day to another; 0 if either is unknown or the second is not later.
 *
 * Source: actual/365 fixed, the day count of XIRR and of most notes.
 * @example yearsBetween(0, 730) // => 2
 */
export function yearsBetween(from: Day | null, to: Day | null): number {
  return from === null || to === null ? 0 : Math.max(0, to - from) / daysPerYear
}
