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

/**
 * The line and column of an offset.
 * @example positionAt('a\nbc', 3) // => { "line": 2, "column": 2, "offset": 3 }
 */
export const positionAt = (text: string, offset: number): Position => {
  const before = text.slice(0, offset).replace(/\r\n?/gu, (ending) => (ending.length === 2 ? ' \n' : '\n'))
  const lineStart = before.lastIndexOf('\n') + 1
  const hasMark = lineStart === 0 && before.startsWith('\uFEFF')
  return {
    line: before.split('\n').length,
    column: before.length - lineStart + (hasMark ? 0 : 1),
    offset,
  }
}
