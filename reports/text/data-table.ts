/** A table of raw numbers for other programs: nothing rounded to please, nothing cut; null is "not defined". */
export interface DataTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** Digits after the point that raw numbers are written with at most. */
const mostDigits = 12

const renderCell = (cell: string | number | null): string => {
  if (cell === null) return ''
  return typeof cell === 'string' ? cell : String(Number(cell.toPrecision(mostDigits)) + 0)
}

/**
 * A table as delimited text: header, one record a line, a line feed after each. Cells never hold a delimiter, since
 * they are numbers and names of ours.
 *
 * @example renderDelimited({ columns: ['month', 'closed'], rows: [[12, null]] }, ',') // => 'month,closed\n12,\n'
 */
export const renderDelimited = (table: DataTable, delimiter: ',' | '\t'): string =>
  [table.columns, ...table.rows.map((row) => row.map(renderCell))]
    .map((cells) => `${cells.join(delimiter)}\n`)
    .join('')
