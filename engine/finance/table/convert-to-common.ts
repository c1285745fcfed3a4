import type { CapTable } from './cap-table.ts'

/**
 * Turns a part of a series into common at its conversion price: what happens to a holder who does not pay to play, or
 * chooses to convert. Preference and dividends of the part are gone.
 *
 * Units: `part` of the series' shares, 0-1. Shape: the series stays in its place, with no shares if all convert.
 * Throws: RangeError for a series that the table does not have, or a part outside 0-1.
 */
export function convertToCommon(table: CapTable, series: number, part: number): void {
  const one = table.series[series]
  if (one === undefined)
    throw new RangeError(
      `convertToCommon: series must be 0 to ${table.series.length - 1}, the series of the table, got ${series}`,
    )
  if (!(part >= 0 && part <= 1)) throw new RangeError(`convertToCommon: part must be 0 to 1, got ${part}`)
  table.commonShares += part * one.convertedShares
  const left = 1 - part
  one.shares *= left
  one.investedUsd *= left
  one.convertedShares *= left
  one.accruedDividendUsd *= left
}
