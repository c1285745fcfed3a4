import { parseJsonObject } from '../tables/parse-json.ts'
import type { TableRow } from '../tables/table-row.ts'

/** What electricity causes somewhere, in a year. */
export interface Grid {
  /** `US`, `FR`, `US-CAMX`, `world`. */
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  /** Grams of carbon dioxide equivalents. */
  readonly gramsPerKwh: number
  readonly year: number
  readonly source: string
}

/** A default with the ends that are plausible. */
export interface RangedDefault {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly source: string
}

/** Grids, and what else energy and carbon need. */
export interface GridTable {
  readonly grids: readonly Grid[]
  /** Power of a building over that of its servers. */
  readonly pue: RangedDefault
  /** Kilograms of carbon dioxide equivalents from making one accelerator with its share of the server. */
  readonly embodiedKgPerAccelerator: RangedDefault
}

const readRanged = (row: TableRow, name: string): RangedDefault => ({
  value: row.positive(name),
  low: row.positive('low'),
  high: row.positive('high'),
  source: row.text('source'),
})

/**
 * Reads the table of grids, `data/grids.json`.
 *
 * Throws: `TableError` naming the entry and field that is missing or wrong.
 */
export const parseGrids = (text: string): GridTable => {
  const table = parseJsonObject('grids.json', text)
  return {
    grids: table.rows('grids').map((row) => ({
      id: row.text('id'),
      name: row.text('name'),
      aliases: row.texts('aliases'),
      gramsPerKwh: row.number('gramsPerKwh'),
      year: row.number('year', 2000),
      source: row.text('source'),
    })),
    pue: readRanged(table.row('pue'), 'value'),
    embodiedKgPerAccelerator: readRanged(table.row('embodied'), 'kgPerAccelerator'),
  }
}
