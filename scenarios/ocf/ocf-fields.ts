import type { Day } from '../../engine/finance/index.ts'
import { dayOf } from '../deal-file/day.ts'
import type { Source } from '../diagnostics/source.ts'
import { readFrothComments } from './froth-comments.ts'
import { valueAt, type JsonPath, type JsonRecord, type JsonValue } from './json-value.ts'
import type { OcfLog } from './ocf-log.ts'

/** One object of a package, with typed access to its texts, words and days; what is wrong goes to the log. */
export class OcfFields {
  readonly source: Source
  readonly path: JsonPath
  readonly fields: JsonRecord
  readonly log: OcfLog
  /** What froth itself wrote beside the fields of OCF. */
  readonly said: ReadonlyMap<string, string>

  constructor(source: Source, path: JsonPath, fields: JsonRecord, log: OcfLog) {
    this.source = source
    this.path = path
    this.fields = fields
    this.log = log
    this.said = readFrothComments(fields['comments'])
  }

  get type(): string {
    const type = this.fields['object_type']
    return typeof type === 'string' ? type : ''
  }

  /** The value at a path below this object; undefined for nothing and for null. */
  at(...path: JsonPath): JsonValue | undefined {
    return valueAt(this.fields, path) ?? undefined
  }

  has(...path: JsonPath): boolean {
    return this.at(...path) !== undefined
  }

  fault(code: string, path: JsonPath, words: Readonly<Record<string, string>> = {}): void {
    this.log.fault(code, { source: this.source, path: [...this.path, ...path] }, words)
  }

  /** Says that a field is missing. */
  missing(...path: JsonPath): void {
    const words = { type: this.type, field: path.join('.') }
    this.log.fault('F275', this, words)
  }

  text(...path: JsonPath): string | null {
    const value = this.at(...path)
    if (value === undefined || typeof value === 'string') return value ?? null
    this.fault('F276', path, { value: JSON.stringify(value), expected: '"text"' })
    return null
  }

  needText(...path: JsonPath): string {
    const text = this.text(...path)
    if (text === null && !this.has(...path)) this.missing(...path)
    return text ?? ''
  }

  /** One of a list of words; null for nothing. */
  word<const Word extends string>(words: readonly Word[], ...path: JsonPath): Word | null {
    const text = this.text(...path)
    const known = words.find((word) => word === text)
    if (text !== null && known === undefined)
      this.fault('F286', path, { value: text, values: words.join(', ') })
    return known ?? null
  }

  flag(...path: JsonPath): boolean {
    const value = this.at(...path)
    if (value !== undefined && typeof value !== 'boolean')
      this.fault('F276', path, { value: JSON.stringify(value), expected: 'true, false' })
    return value === true
  }

  day(...path: JsonPath): Day | null {
    const text = this.text(...path)
    if (text === null) return null
    const day = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? dayOf(text) : null
    if (day === null) this.fault('F280', path, { value: text })
    return day
  }

  /** The day of a transaction; null if froth wrote that no day is known. */
  issueDay(): Day | null {
    if (!this.has('date')) this.missing('date')
    const day = this.day('date')
    return this.said.get('date') === 'unknown' ? null : day
  }

  /** Places of a list, so that each can be looked into by its path; a single value is no list. */
  list(...path: JsonPath): readonly (readonly [JsonPath, JsonValue])[] {
    const value = this.at(...path)
    if (value === undefined) return []
    if (!Array.isArray(value)) {
      this.fault('F276', path, { value: JSON.stringify(value), expected: '[ ]' })
      return []
    }
    return (value as readonly JsonValue[]).map((one, place) => [[...path, place], one] as const)
  }

  /** The texts of a list. */
  texts(...path: JsonPath): readonly string[] {
    return this.list(...path).map(([at]) => this.needText(...at))
  }
}
