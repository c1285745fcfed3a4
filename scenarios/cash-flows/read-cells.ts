/** A cell of a table: its text without quotes, and where it stands in the file. */
export interface Cell {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Where a quoted cell does not end as it should. */
export interface OpenQuote {
  readonly start: number
  readonly end: number
}

/** The records of a comma-separated text, and what could not be read as one. */
export interface CellTable {
  readonly records: readonly (readonly Cell[])[]
  readonly openQuotes: readonly OpenQuote[]
}

const quotedCell = /"(?<inside>[^"]*(?:""[^"]*)*)"/uy
const plainCell = /[^,\r\n]*/uy
const lineEnd = /\r\n|\r|\n/uy

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Reads the cell at an offset; null where a quote is not closed or something follows it. */
function readCell(text: string, at: number): Cell | null {
  if (text[at] !== '"') {
    const end = at + (matchAt(plainCell, text, at)?.[0].length ?? 0)
    return { text: text.slice(at, end).trim(), start: at, end }
  }
  const found = matchAt(quotedCell, text, at)
  const end = at + (found?.[0].length ?? 0)
  if (found === null || (end < text.length && !/[,\r\n]/u.test(text[end]))) return null
  return { text: (found.groups?.['inside'] ?? '').replaceAll('""', '"').trim(), start: at, end }
}

const endOfLine = (text: string, at: number): number => {
  const length = text.slice(at).search(/[\r\n]/u)
  return length < 0 ? text.length : at + length
}

/**
 * Cuts a comma-separated text into records of cells, as RFC 4180 has it: quoted cells may hold commas, line breaks and
 * doubled quotes. Any line ending will do, a byte order mark is skipped, empty lines are no records, and blanks around
 * a cell do not count. A line with a quote that is wrong is left out and noted.
 *
 * @example readCells('a,"b ""c"", d"\r\n').records[0].map(({ text }) => text) // => ['a', 'b "c", d']
 */
export function readCells(text: string): CellTable {
  const records: (readonly Cell[])[] = []
  const openQuotes: OpenQuote[] = []
  let record: Cell[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (at <= text.length) {
    const cell = readCell(text, at)
    if (cell === null) {
      const end = endOfLine(text, at)
      openQuotes.push({ start: at, end })
      at = end
      record = []
    } else {
      record.push(cell)
      at = cell.end
      if (text[at] === ',') {
        at += 1
        continue
      }
      if (record.some((one) => one.end > one.start)) records.push(record)
      record = []
    }
    if (at >= text.length) break
    at += matchAt(lineEnd, text, at)?.[0].length ?? 1
  }
  return { records, openQuotes }
}
