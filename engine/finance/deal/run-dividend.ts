import { accrueDividends } from '../table/accrue-dividends.ts'
import type { CapTable } from '../table/cap-table.ts'
import type { PreferredSeries } from '../table/preferred-series.ts'

/** Lets the dividends of one series run for some years: each series has a day of its own. */
export function runDividend(series: PreferredSeries, years: number): void {
  if (years <= 0) return
  const alone: CapTable = {
    commonShares: 1,
    rights: [],
    promisedShares: 0,
    availableShares: 0,
    series: [series],
    convertibles: [],
  }
  accrueDividends(alone, years)
}
