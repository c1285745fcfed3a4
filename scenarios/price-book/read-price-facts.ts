import { parseJsonList } from '../tables/parse-json.ts'
import { TableError } from '../tables/table-error.ts'
import type { TableRow } from '../tables/table-row.ts'
import { monthNumber } from './month-number.ts'
import type { PricePoint } from './price-point.ts'

const TABLE = 'calibration.json'

const factOf = (rows: readonly TableRow[], id: string): TableRow => {
  const row = rows.find((candidate) => candidate.text('id') === id)
  if (row === undefined) throw new TableError(TABLE, id, 'there', null)
  // A fact that is kept for validation must not reach a default.
  return row.text('role') === 'calibrate' ? row.row('value') : row.refuse('role', 'calibrate')
}

/** The first months of AWS's p3, p4d and p5 instances (recalled). */
const listPrices = [
  ['V100', 'V100-SXM2-16GB', '2017-10'],
  ['A100', 'A100-SXM-40GB', '2020-11'],
  ['H100_2023', 'H100-SXM', '2023-07'],
] as const

/**
 * The prices among the facts of `data/calibration.json`: AWS's list prices at launch (`G6_listprices`).
 *
 * Throws: `TableError` if the fact is missing or is not one to calibrate with.
 */
export const readPriceFacts = (text: string): readonly PricePoint[] => {
  const prices = factOf(parseJsonList(TABLE, text), 'G6_listprices')
  return listPrices.map(([field, machine, date]) => ({
    machine,
    kind: 'on-demand',
    month: monthNumber(date),
    usd: prices.positive(field),
    seller: 'Amazon Web Services',
    source: 'AWS EC2 price list',
  }))
}
