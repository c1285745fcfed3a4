/**
 * A table of data that does not say what it should: which table, where in it, and what was expected there. A plain
 * class, because it is thrown before anything of Effect is loaded.
 */
export class TableError extends Error {
  readonly _tag = 'TableError'
  /** Name of the table, as the caller gave it: usually its file. */
  readonly table: string
  /** Where in the table: `accelerators[3].launch`. */
  readonly place: string
  readonly expected: string

  constructor(table: string, place: string, expected: string, value: unknown) {
    super(`${table}: ${place} must be ${expected}, got ${shown(value)}`)
    this.name = 'TableError'
    this.table = table
    this.place = place
    this.expected = expected
  }
}

/** At most 60 characters of a value. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
