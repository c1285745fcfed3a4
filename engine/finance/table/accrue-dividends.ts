import type { CapTable } from './cap-table.ts'

/**
 * Lets the cumulative dividends of every series run on: simple ones on the money invested, compounding ones on what is
 * owed already too, once a year and in proportion to the part of a year.
 *
 * Units: years (365 days), US dollars. Throws: RangeError for years that are negative or not finite.
 */
export function accrueDividends(table: CapTable, years: number): void {
  if (!(years >= 0 && years < Infinity))
    throw new RangeError(`accrueDividends: years must be at least 0 and finite, got ${years}`)
  for (const series of table.series) {
    if (series.dividendKind === 'simple')
      series.accruedDividendUsd += series.dividendRate * series.investedUsd * years
    if (series.dividendKind === 'compounding')
      series.accruedDividendUsd +=
        (series.investedUsd + series.accruedDividendUsd) * Math.expm1(Math.log1p(series.dividendRate) * years)
  }
}
