import { TableError } from './table-error.ts'

/** One line's cells; a quoted cell may hold commas and doubled quotes, but no line break. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^,]*))/gu)].map(({ groups }) =>
    groups?.['quoted'] === undefined ? (groups?.['plain'] ?? '') : groups['quoted'].replaceAll('""', '"'),
  )

/**
 * Reads a comma-separated table with a header: one record a line, fields by name.
 *
 * Throws: `TableError` if a line has not as many cells as the header.
 * @example parseCsv('a.csv', 'chip,usd\n"A, B",2') // => [{ chip: 'A, B', usd: '2' }]
 */
export const parseCsv = (table: string, text: string): readonly Readonly<Record<string, string>>[] => {
  const [header = '', ...lines] = text.split(/\r?\n/u).filter((line) => line !== '')
  const names = cellsOf(header)
  return lines.map((line, index) => {
    const cells = cellsOf(line)
    if (cells.length !== names.length)
      throw new TableError(table, `line ${index + 2}`, `${names.length} cells`, line)
    return Object.fromEntries(names.map((name, column) => [name, cells[column] ?? '']))
  })
}
