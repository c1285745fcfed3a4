import { TableError } from './table-error.ts'

/** Values that a row may leave out are read with `has` first. */
type Fields = Readonly<Record<string, unknown>>

/**
 * One object of a table that is being read: it gives its fields checked, and names itself when one is wrong.
 *
 * Throws: `TableError` for a field that is missing or of another kind.
 * @example new TableRow('a.json', 'rows[0]', { watts: 700 }).number('watts') // => 700
 */
export class TableRow {
  private readonly table: string
  private readonly place: string
  private readonly fields: Fields

  constructor(table: string, place: string, value: unknown) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new TableError(table, place, 'an object', value)
    this.table = table
    this.place = place
    this.fields = value as Fields
  }

  /** True if the field is there and not null. */
  has(name: string): boolean {
    return Object.hasOwn(this.fields, name) && this.fields[name] !== null
  }

  names(): readonly string[] {
    return Object.keys(this.fields)
  }

  text(name: string): string {
    const value = this.get(name)
    return typeof value === 'string' ? value : this.refuse(name, 'a text')
  }

  /** A text of a list of words. */
  word<Word extends string>(name: string, words: readonly Word[]): Word {
    const value = this.get(name)
    const word = words.find((candidate) => candidate === value)
    return word ?? this.refuse(name, `one of ${words.join(', ')}`)
  }

  flag(name: string): boolean {
    const value = this.get(name)
    return typeof value === 'boolean' ? value : this.refuse(name, 'true or false')
  }

  /** A finite number from `min` on. */
  number(name: string, min = 0): number {
    const value = this.get(name)
    const isGood = typeof value === 'number' && Number.isFinite(value) && value >= min
    return isGood ? value : this.refuse(name, `a number of at least ${min}`)
  }

  /** A finite number above 0. */
  positive(name: string): number {
    const value = this.number(name)
    return value > 0 ? value : this.refuse(name, 'a number above 0')
  }

  texts(name: string): readonly string[] {
    const value = this.get(name)
    const isGood = Array.isArray(value) && value.every((item) => typeof item === 'string')
    return isGood ? value : this.refuse(name, 'a list of texts')
  }

  row(name: string): TableRow {
    return new TableRow(this.table, this.placeOf(name), this.get(name))
  }

  rows(name: string): readonly TableRow[] {
    const value = this.get(name)
    if (!Array.isArray(value)) return this.refuse(name, 'a list')
    return value.map((item, index) => new TableRow(this.table, `${this.placeOf(name)}[${index}]`, item))
  }

  /** Reports a field as wrong. */
  refuse(name: string, expected: string): never {
    throw new TableError(this.table, this.placeOf(name), expected, this.get(name))
  }

  private get(name: string): unknown {
    return Object.hasOwn(this.fields, name) ? this.fields[name] : undefined
  }

  private placeOf(name: string): string {
    return this.place === '' ? name : `${this.place}.${name}`
  }
}
