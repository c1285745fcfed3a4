import type { PublishedRecord } from './parse-records.ts'
import { shortJson, type SkipReason } from './skip-reason.ts'

/** Bounds of a number, both allowed. */
export interface Bounds {
  readonly low: number
  readonly high: number
}

/** Groups of fields inside a row; their fields are read as `group.field`. */
const groups = ['architecture', 'parallelism'] as const

/**
 * Reads checked values out of a row, by name, from those names alone that it is made with: what is not among them does
 * not exist for the caller. The first value that is not what it should be becomes `problem`.
 */
export class RowReader {
  problem: SkipReason | null
  readonly #values: Map<string, unknown>

  constructor(record: PublishedRecord, names: ReadonlySet<string>) {
    this.problem = null
    this.#values = new Map()
    for (const [name, value] of Object.entries(record)) {
      const isGroup = groups.some((group) => group === name) && value !== null
      if (!isGroup || typeof value === 'string') this.#keep(name, value, names)
      else if (typeof value !== 'object' || Array.isArray(value)) this.#refuse(name, value, 'object', null)
      else
        for (const [inner, innerValue] of Object.entries(value))
          this.#keep(`${name}.${inner}`, innerValue, names)
    }
    if (typeof record['architecture'] === 'string')
      this.#refuse('architecture', record['architecture'], 'object', null)
  }

  #keep(name: string, value: unknown, names: ReadonlySet<string>): void {
    if (value !== null && value !== undefined && names.has(name)) this.#values.set(name, value)
  }

  #refuse(
    field: string,
    value: unknown,
    wants: Extract<SkipReason, { code: 'badValue' }>['wants'],
    bounds: Bounds | null,
  ): null {
    const low = bounds?.low ?? null
    const high = bounds?.high ?? null
    this.problem ??= { code: 'badValue', field, value: shortJson(value), wants, low, high }
    return null
  }

  has(name: string): boolean {
    return this.#values.has(name)
  }

  /** A value without any check. */
  raw(name: string): unknown {
    return this.#values.get(name)
  }

  /** The number under the first of the names that has a value; null if none has. */
  number(names: readonly string[], bounds: Bounds): number | null {
    const name = names.find((candidate) => this.has(candidate))
    if (name === undefined) return null
    const value = this.raw(name)
    const isFine = typeof value === 'number' && value >= bounds.low && value <= bounds.high
    return isFine ? value : this.#refuse(name, value, 'number', bounds)
  }

  /** The same for whole numbers. */
  count(names: readonly string[], bounds: Bounds): number | null {
    const name = names.find((candidate) => this.has(candidate))
    if (name === undefined) return null
    const value = this.raw(name)
    const isFine =
      typeof value === 'number' && Number.isInteger(value) && value >= bounds.low && value <= bounds.high
    return isFine ? value : this.#refuse(name, value, 'wholeNumber', bounds)
  }

  text(name: string): string | null {
    if (!this.has(name)) return null
    const value = this.raw(name)
    return typeof value === 'string' ? value : this.#refuse(name, value, 'text', null)
  }
}
