import type { Text } from '../text/language.ts'
import { renderFixed, type Digits } from './render-fixed.ts'
import type { FinishedRun } from './run-result.ts'

/** The types of a table schema (Frictionless), as far as we use them. */
export type ColumnType = 'integer' | 'number' | 'string' | 'boolean'

/** What a column means: one line of the codebook. */
export interface ColumnMeaning {
  readonly name: string
  readonly type: ColumnType
  /** Unit of the numbers; empty for text, counts and pure numbers. */
  readonly unit: string
  readonly description: Text
  /** Whether a cell may be empty ("did not happen", "not known"). */
  readonly nullable: boolean
  /** The words that may stand in a column of codes. */
  readonly values: readonly string[]
  /** The lowest number that may stand here, null if there is none. */
  readonly minimum: number | null
  /** True for a column that stays empty until a later version of froth fills it. */
  readonly isReserved: boolean
}

/** A column: its meaning, and the text of its cell in row `row` of a run. */
export interface Column<Source = FinishedRun> extends ColumnMeaning {
  readonly cell: (source: Source, row: number) => string
}

type Options = Partial<Pick<ColumnMeaning, 'nullable' | 'minimum' | 'unit'>>
type Read<Source, Value> = (source: Source, row: number) => Value

const plain = { unit: '', nullable: false, values: [], minimum: null, isReserved: false } as const

/** A column of whole numbers. */
export const integerColumn = <Source>(
  name: string,
  description: Text,
  read: Read<Source, number>,
  options: Options = {},
): Column<Source> => ({
  ...plain,
  minimum: 0,
  ...options,
  name,
  type: 'integer',
  description,
  cell: (source, row) => renderFixed(read(source, row), 0),
})

/** A column of numbers with a fixed count of decimals. */
export const numberColumn = <Source>(
  name: string,
  unit: string,
  digits: Digits,
  description: Text,
  read: Read<Source, number>,
  options: Options = {},
): Column<Source> => ({
  ...plain,
  ...options,
  unit,
  name,
  type: 'number',
  description,
  cell: (source, row) => renderFixed(read(source, row), digits),
})

/** A column of US dollars, written in whole dollars. */
export const usdColumn = <Source>(
  name: string,
  description: Text,
  read: Read<Source, number>,
  options: Options = {},
): Column<Source> => numberColumn(name, 'USD', 0, description, read, { minimum: 0, ...options })

/** A column of points in time or lengths of time: months, to 4 decimals. */
export const monthColumn = <Source>(
  name: string,
  description: Text,
  read: Read<Source, number>,
  options: Options = {},
): Column<Source> => numberColumn(name, 'months', 4, description, read, options)

/** A column of shares, 0-1, to 6 decimals. */
export const shareColumn = <Source>(
  name: string,
  description: Text,
  read: Read<Source, number>,
  options: Options = {},
): Column<Source> => numberColumn(name, 'share', 6, description, read, { minimum: 0, ...options })

/** A column of words from a list: the cell is the word at the code, empty for -1. */
export const codeColumn = <Source>(
  name: string,
  description: Text,
  words: readonly string[],
  read: Read<Source, number>,
  options: Options = {},
): Column<Source> => ({
  ...plain,
  ...options,
  name,
  type: 'string',
  description,
  values: words,
  cell: (source, row) => words[read(source, row)] ?? '',
})

/** A column of `true` and `false`. */
export const booleanColumn = <Source>(
  name: string,
  description: Text,
  read: Read<Source, boolean>,
): Column<Source> => ({
  ...plain,
  name,
  type: 'boolean',
  description,
  cell: (source, row) => (read(source, row) ? 'true' : 'false'),
})

/** A column of free text or names. */
export const textColumn = <Source>(
  name: string,
  description: Text,
  read: Read<Source, string>,
  options: Options = {},
): Column<Source> => ({ ...plain, ...options, name, type: 'string', description, cell: read })

/** A column that is there, and empty, until a later version fills it. */
export const reservedColumn = <Source>(name: string, unit: string, description: Text): Column<Source> => ({
  ...plain,
  unit,
  name,
  type: 'number',
  description,
  nullable: true,
  isReserved: true,
  cell: () => '',
})
