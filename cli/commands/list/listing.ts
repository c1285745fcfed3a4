import type { Messages } from '../../text/messages.ts'

/** A value of a listing; null where there is none. */
export type Cell = string | number | null

/** What is listed: names of the columns, and one record a row. */
export interface Listing {
  readonly columns: readonly (keyof Messages['list']['columns'])[]
  readonly rows: readonly (readonly Cell[])[]
  /** Columns whose numbers are so large that a table on screen shortens them. */
  readonly large?: readonly string[]
}
