import type { Text } from '../text/language.ts'
import type { Column, ColumnMeaning } from './column.ts'

/** A row of another table that a row here belongs to. */
export interface Reference {
  readonly columns: readonly string[]
  readonly table: string
}

/** What a table means, without the code that fills it. */
export interface TableMeaning {
  readonly name: string
  /** What one row is. */
  readonly description: Text
  readonly columns: readonly ColumnMeaning[]
  readonly primaryKey: readonly string[]
  readonly references: readonly Reference[]
}

/** A CSV table: what a row is, its columns in order, and how many rows a run gives. */
export interface Table<Source> extends TableMeaning {
  readonly columns: readonly Column<Source>[]
  readonly rowCount: (source: Source) => number
}
