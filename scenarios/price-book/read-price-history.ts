import type { MachineTable } from '../machines/machine-table.ts'
import { parseCsv } from '../tables/parse-csv.ts'
import { TableError } from '../tables/table-error.ts'
import { monthNumber } from './month-number.ts'
import { sellerOf, type PricePoint } from './price-point.ts'

const TABLE = 'gpu-price-history.csv'
/** As the table of machines names it, so that a price in both has one source. */
const SOURCE = 'github:epoch-research/training-cost-trends data/Hardware prices.csv'

const columns = [
  ['usd_per_chip_hour_ondemand', 'on-demand'],
  ['usd_1y', 'reserved-1y'],
  ['usd_3y', 'reserved-3y'],
  ['purchase_usd', 'purchase'],
] as const

const readUsd = (cell: string, line: number): number => {
  const usd = Number(cell)
  if (!(usd > 0 && usd < Infinity)) throw new TableError(TABLE, `line ${line}`, 'a price above 0', cell)
  return usd
}

/**
 * Reads the history of prices, `data/gpu-price-history.csv`: those of machines that are in the table.
 *
 * Throws: `TableError` for a cell that is no price, `DateError` for a date that is none.
 */
export const readPriceHistory = (text: string, { machines }: MachineTable): readonly PricePoint[] => {
  const ids = new Map(
    machines.flatMap(({ accelerator, priceHistoryNames }) =>
      priceHistoryNames.map((name) => [name, accelerator.id] as const),
    ),
  )
  return parseCsv(TABLE, text).flatMap((row, index) => {
    const machine = ids.get(row['chip'] ?? '')
    if (machine === undefined) return []
    const month = monthNumber(row['date'] ?? '')
    return columns.flatMap(([column, kind]) => {
      const cell = row[column] ?? ''
      if (cell === '') return []
      const usd = readUsd(cell, index + 2)
      return [{ machine, kind, month, usd, seller: sellerOf(row['vendor'] ?? '', usd), source: SOURCE }]
    })
  })
}
