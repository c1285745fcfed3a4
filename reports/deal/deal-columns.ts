import type { DataTable } from '../text/data-table.ts'

/** What separates the cells of a table for other programs. */
export type Delimiter = ',' | '\t'

/**
 * Columns of the long table of a deal. `section` says what a row is: `payout` (one an exit price, holder and class),
 * `paid_before` (debt, costs and carve-out), `cap_table` (one a stage, holder and class), `breakpoint` (one a price and
 * class) or `football_field` (one a method). Payouts and what is paid before them add up to the exit price.
 */
export const dealColumns = [
  'exit_price_usd',
  'paid_as',
  'holder',
  'class',
  'class_kind',
  'shares',
  'payout_usd',
  'converts',
  'holder_payout_usd',
  'holder_paid_usd',
  'holder_received_usd',
  'holder_moic',
  'section',
  'holder_irr',
  'stage',
  'date',
  'fully_diluted_shares',
  'share',
  'owed_usd',
  'event',
  'next_dollar_part',
] as const

/** Columns of a football field, which stand behind those of the deal. */
export const fieldColumns = [
  'value_method',
  'value_low_usd',
  'value_base_usd',
  'value_high_usd',
  'varies',
  'varies_from',
  'varies_to',
] as const

type Column = (typeof dealColumns)[number] | (typeof fieldColumns)[number]
type Cell = string | number | null

/** A row by its columns; what is left out is empty. */
export type DealRow = Readonly<Partial<Record<Column, Cell>>>

/** Puts rows into the columns that there are. */
export const tableOf = (columns: readonly Column[], rows: readonly DealRow[]): DataTable => ({
  columns,
  rows: rows.map((row) => columns.map((column) => row[column] ?? null)),
})
