import type { CapTable } from '../table/cap-table.ts'
import type { PreferredSeries } from '../table/preferred-series.ts'

const copySeries = (series: PreferredSeries): PreferredSeries =>
  Object.assign(Object.create(Object.getPrototypeOf(series) as object) as PreferredSeries, series)

/** Copies a table with all its records, so that the copy may change on its own. */
export function copyTable(table: CapTable): CapTable {
  return {
    ...table,
    rights: table.rights.map((right) => ({ ...right })),
    series: table.series.map(copySeries),
    convertibles: table.convertibles.map((convertible) => ({ ...convertible })),
  }
}
