import { exponentialRoots } from './exponential-roots.ts'
import { netByTime, type Netted } from './net-by-time.ts'

/** A yearly rate at which the flows are worth nothing together. */
export interface Rate {
  /** Share a year, above -1; Infinity where the rate is too large for a number. */
  readonly rate: number
  /** ln(1 + rate), always finite: the same rate compounded continuously. */
  readonly logRate: number
  /** True if the value of the flows only touches zero at this rate and does not cross it. */
  readonly isMultiple: boolean
}

/**
 * What the internal rate of return of some flows is.
 *
 * - `one`, `several`: all rates above -100 %, rising; several mean that none of them alone is the return.
 * - `none`: no rate makes the flows worth nothing together.
 * - `totalLoss`: money was paid in, and the last flow says that nothing came of it: -100 %.
 * - `onlyPaidIn`: money was paid in and nothing is said of what it is worth.
 * - `nothingInvested`: no money was paid in.
 * - `anyRate`: the flows of each day cancel, so every rate fits.
 */
export interface ReturnRate {
  readonly kind: 'one' | 'several' | 'none' | 'totalLoss' | 'onlyPaidIn' | 'nothingInvested' | 'anyRate'
  readonly rates: readonly Rate[]
  /** True if money is received before any is paid in: a rate then is what the money costs. */
  readonly startsWithReceipt: boolean
}

/** Days of a year in the day count ACT/365 Fixed. */
export const daysAYear = 365

function requireFlows(name: string, times: readonly number[], amounts: readonly number[]): void {
  if (times.length !== amounts.length)
    throw new RangeError(
      `${name}: as many times as the ${amounts.length} amounts are wanted, got ${times.length}`,
    )
  for (const time of times)
    if (!Number.isFinite(time)) throw new RangeError(`${name}: a time must be finite, got ${time}`)
  for (const amount of amounts)
    if (!Number.isFinite(amount)) throw new RangeError(`${name}: an amount must be finite, got ${amount}`)
}

/** What flows say without any rate; null if a rate must be looked for. */
function kindWithoutRate(amounts: readonly number[], { amounts: netted }: Netted): ReturnRate['kind'] | null {
  if (!amounts.some((amount) => amount < 0)) return 'nothingInvested'
  if (!amounts.some((amount) => amount > 0)) {
    return netted[netted.length - 1] === 0 ? 'totalLoss' : 'onlyPaidIn'
  }
  return netted.every((amount) => amount === 0) ? 'anyRate' : null
}

/**
 * Finds the internal rate of return of flows at times in years: every rate above -100 %, or plainly why there is none.
 *
 * Units: amounts in any currency, negative = paid in, positive = received; a last amount of 0 says that what is held
 * is worth nothing. Throws: RangeError if an amount or time is not finite, or their counts differ.
 * @example returnRate([0, 1], [-100, 110]).rates[0].rate // => 0.1
 */
export function returnRate(years: readonly number[], amounts: readonly number[]): ReturnRate {
  requireFlows('returnRate', years, amounts)
  const netted = netByTime(years, amounts)
  const first = netted.amounts.find((amount) => amount !== 0) ?? 0
  const kind = kindWithoutRate(amounts, netted)
  const startsWithReceipt = first > 0
  if (kind !== null) {
    const rates = kind === 'totalLoss' ? [{ rate: -1, logRate: -Infinity, isMultiple: false }] : []
    return { kind, rates, startsWithReceipt }
  }
  const rates = exponentialRoots(netted.amounts, netted.years).map(({ at, isMultiple }) => ({
    rate: Math.expm1(at),
    logRate: at,
    isMultiple,
  }))
  const found = (['none', 'one'] as const)[rates.length] ?? 'several'
  return { kind: found, rates, startsWithReceipt }
}

/**
 * Finds the internal rate of return of flows that are one period apart (IRR), a period at a time.
 *
 * Throws: RangeError if an amount is not finite.
 * @example periodicReturn([-100, 230, -132]).kind // => 'several'
 */
export const periodicReturn = (amounts: readonly number[]): ReturnRate =>
  returnRate(
    amounts.map((_, period) => period),
    amounts,
  )

/**
 * Finds the internal rate of return of dated flows (XIRR), a year of 365 days at a time.
 *
 * Units: whole days from any origin. Throws: RangeError if an amount or day is not finite, or their counts differ.
 * Source: the formula of Microsoft's XIRR, https://support.microsoft.com/en-us/office/xirr-function
 * @example datedReturn([0, 365], [-100, 100]).rates[0].rate // => 0
 */
export function datedReturn(days: readonly number[], amounts: readonly number[]): ReturnRate {
  const start = days.reduce((least, day) => Math.min(least, day), Infinity)
  return returnRate(
    days.map((day) => (day - start) / daysAYear),
    amounts,
  )
}
