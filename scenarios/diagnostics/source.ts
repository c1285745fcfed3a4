/** A text that a scenario was read from: a file, a built-in, or a command-line flag. */
export interface Source {
  /** What people call it: a path, `book (built-in)`, or the flag as typed. */
  readonly name: string
  readonly kind: 'file' | 'built-in' | 'set'
  readonly text: string
}

/** A stretch of a source, as offsets in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly source: Source
  readonly start: number
  readonly end: number
}

/** A place in a text. Lines and columns count from 1, columns in UTF-16 units as editors do; offset from 0. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}

const lineStartsOf = new WeakMap<Source, readonly number[]>()

/** Offsets at which the lines of a source start; a byte order mark belongs to no line. */
const findLineStarts = (source: Source): readonly number[] => {
  const known = lineStartsOf.get(source)
  if (known !== undefined) return known
  const starts = [source.text.startsWith('\uFEFF') ? 1 : 0]
  for (const ending of source.text.matchAll(/\r\n|\r|\n/gu)) starts.push(ending.index + ending[0].length)
  lineStartsOf.set(source, starts)
  return starts
}

/**
 * The line and column of an offset.
 * @example positionIn({ name: 'a', kind: 'file', text: 'a\nbc' }, 3) // => { "line": 2, "column": 2, "offset": 3 }
 */
export const positionIn = (source: Source, offset: number): Position => {
  const starts = findLineStarts(source)
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return { line: low + 1, column: Math.max(1, offset - (starts[low] ?? 0) + 1), offset }
}

/** A line of a source without its ending, by its number. */
export const lineOf = (source: Source, line: number): string => {
  const starts = findLineStarts(source)
  return source.text
    .slice(starts[line - 1] ?? source.text.length, starts[line] ?? source.text.length)
    .replace(/[\r\n]+$/u, '')
}
