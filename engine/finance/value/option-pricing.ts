import { makeOptionPrices, priceOptions, type OptionPrices, type OptionTerms } from './black-scholes.ts'
import { fillClassValues, makeClassValues, type ClassValues } from './class-values.ts'
import { drawPayouts } from './draw-payouts.ts'
import { PayoutLines } from './payout-lines.ts'
import { solveRising, type RisingCurve } from './rising-root.ts'
import { refuseSeries, requirePositive } from './require-value.ts'
import { exitBreakpointsUsd } from '../exit/exit-breakpoints.ts'
import type { ExitTerms } from '../exit/exit-terms.ts'
import type { CapTable } from '../table/cap-table.ts'

/**
 * Values the classes of a company by the option-pricing method: what a class gets between two breakpoints of the exit
 * is a spread of calls on the company struck at them.
 *
 * The company's value is what all claims share, debt and costs of the exit included. The available pool gets nothing.
 * Throws: RangeError unless the value is positive, and as `priceOptions` and `splitExit`.
 * Source: AICPA, Valuation of Privately-Held-Company Equity Securities Issued as Compensation (2013), chapter 6.
 */
export function optionPricingValue(
  table: CapTable,
  exit: ExitTerms,
  companyUsd: number,
  terms: OptionTerms,
): ClassValues {
  requirePositive('optionPricingValue', 'companyUsd', companyUsd)
  const lines = new PayoutLines()
  drawPayouts(table, exit, exitBreakpointsUsd(table, exit), lines)
  const column = new Float64Array(lines.classCount)
  for (let c = 0; c < lines.classCount; c++) column[c] = new ClassCurve(lines, c, terms).valueAt(companyUsd)
  const values = makeClassValues()
  fillClassValues(table, column, values)
  return values
}

/**
 * The value of a company at which the option-pricing method gives a series the price that was paid for it.
 *
 * Units: US dollars. Throws: RangeError for a series that is not there or has no shares, a price that is not positive, or one that the
 * series is worth at no value of the company; and as `optionPricingValue`.
 * Source: as `optionPricingValue`, back-solve method.
 */
export function backSolveCompanyUsd(
  table: CapTable,
  exit: ExitTerms,
  series: number,
  priceUsd: number,
  terms: OptionTerms,
): number {
  requirePositive('backSolveCompanyUsd', 'priceUsd', priceUsd)
  if (table.series[series] === undefined || !(table.series[series].shares > 0))
    refuseSeries('backSolveCompanyUsd', table, series)
  const lines = new PayoutLines()
  drawPayouts(table, exit, exitBreakpointsUsd(table, exit), lines)
  const curve = new ClassCurve(lines, 1 + table.rights.length + series, terms)
  curve.targetUsd = priceUsd * table.series[series].shares
  curve.logUsd = Math.log(2 * curve.targetUsd)
  const isFound = solveRising(curve)
  const found = Math.exp(curve.logUsd)
  if (!(isFound && found > 0 && found < Infinity))
    throw new RangeError(
      `backSolveCompanyUsd: priceUsd must be one that the series is worth at some value, got ${priceUsd}`,
    )
  return found
}

/** Value of one class as a function of the company's. */
class ClassCurve implements RisingCurve {
  logUsd = 0
  targetUsd = 0
  valueUsd = 0
  slope = 0
  readonly #lines: PayoutLines
  readonly #ofClass: number
  readonly #terms: OptionTerms
  readonly #prices: OptionPrices

  constructor(lines: PayoutLines, ofClass: number, terms: OptionTerms) {
    this.#lines = lines
    this.#ofClass = ofClass
    this.#terms = terms
    this.#prices = makeOptionPrices()
  }

  evaluate(): void {
    this.valueUsd = this.valueAt(Math.exp(this.logUsd))
  }

  /** Calls for each change of slope, digitals for each jump. */
  valueAt(companyUsd: number): number {
    const { lineCount, fromUsd, slopes, capacity } = this.#lines
    let value = 0
    let delta = 0
    for (let s = 0; s < lineCount; s++) {
      const at = this.#ofClass * capacity + s
      const turn = slopes[at] - (s > 0 ? slopes[at - 1] : 0)
      const before = s > 0 ? this.#lines.payoutUsd(this.#ofClass, s - 1, fromUsd[s]) : 0
      const jumpUsd = this.#lines.payoutUsd(this.#ofClass, s, fromUsd[s]) - before
      priceOptions(companyUsd, fromUsd[s], this.#terms, this.#prices)
      value += turn * this.#prices.call + jumpUsd * this.#prices.digital
      delta += turn * this.#prices.callDelta + jumpUsd * this.#prices.digitalDelta
    }
    this.slope = delta * companyUsd
    return value
  }
}
