import { readDistribution } from '../load/read-distribution.ts'
import { certain, type LeafValue } from '../load/leaf-value.ts'
import type { NumberRule } from '../load/limits.ts'
import { numberLeaf } from '../load/leaves.ts'
import { readNumber, wrongKind } from '../load/read-number.ts'
import type { LeafShape } from '../load/shape.ts'
import type { Node } from '../text/tree.ts'
import { refused, understood, type Reading } from '../units/problem.ts'

/** A whole number of things, written `80` or `70B`. */
export const countLeaf = (title: string, min: number, max: number): LeafShape =>
  numberLeaf(title, { dimension: 'count', min, max, isWhole: true })

/** A plain number. */
export const plainLeaf = (title: string, min: number, max: number): LeafShape =>
  numberLeaf(title, { dimension: 'number', min, max, isWhole: false })

const isSpread = (value: LeafValue): boolean => value.distribution?.family === 'split_normal'

/** A number that may be uncertain: one value, or `{ p10, p50, p90 }`. */
export const spreadLeaf = (title: string, rule: Omit<NumberRule, 'isWhole'>): LeafShape => {
  const numberRule: NumberRule = { ...rule, isWhole: false }
  const read = (node: Node): Reading<LeafValue> => {
    if (node.kind !== 'map') {
      const reading = readNumber(node, numberRule)
      return reading.ok ? understood(certain(reading.value)) : reading
    }
    const reading = readDistribution(node, numberRule)
    if (!reading.ok || isSpread(reading.value)) return reading
    return refused({
      code: 'F215',
      words: { family: reading.value.distribution?.family ?? '' },
      terms: { reason: 'spreadOnly' },
      help: 'spreadExample',
    })
  }
  const single = numberLeaf(title, numberRule).jsonSchema
  const spread = { type: 'object', required: ['p10', 'p50', 'p90'] }
  return { kind: 'leaf', title, read, jsonSchema: { title, anyOf: [single, spread] }, quantity: rule }
}

const earliestYear = 2012
const latestYear = 2040

/** A month of the calendar, `2026-03`; a day after it is allowed and dropped. */
export const dateLeaf = (title: string): LeafShape => ({
  kind: 'leaf',
  title,
  read: (node) => {
    if (node.kind !== 'scalar' || node.isEmpty) return wrongKind(node, 'date')
    const text = node.text.normalize('NFKC').trim()
    const found = /^(?<year>\d{4})[-/.年](?<month>\d{1,2})月?(?:[-/.]?\d{1,2}日?)?$/u.exec(text)?.groups
    const year = Number(found?.['year'])
    const month = Number(found?.['month'])
    const isDate = year >= earliestYear && year <= latestYear && month >= 1 && month <= 12
    return isDate
      ? understood(certain(`${year}-${String(month).padStart(2, '0')}`))
      : refused({
          code: 'F221',
          words: { value: node.text, from: String(earliestYear), to: String(latestYear) },
        })
  },
  jsonSchema: { title, type: 'string', pattern: String.raw`^\d{4}-\d{1,2}(-\d{1,2})?$` },
})

/** Names that a file may use for things of a table, in any spelling. */
export interface KnownNames {
  /** The id of a thing by one of its names; null if there is none. */
  readonly find: (name: string) => string | null
  /** Ids that may have been meant, the nearest first. */
  readonly suggest: (name: string) => readonly string[]
  /** Why a thing of this name exists but cannot be used; null if that is not so. */
  readonly refuse: (name: string) => string | null
  /** Some of the ids, for a reader who has no idea. */
  readonly examples: readonly string[]
}

/** A name from a table; `listCommand` prints the whole table. */
export const nameLeaf = (title: string, names: KnownNames, listCommand: string): LeafShape => ({
  kind: 'leaf',
  title,
  read: (node) => {
    if (node.kind !== 'scalar' || node.isEmpty) return wrongKind(node, 'word')
    const id = names.find(node.text)
    if (id !== null) return understood(certain(id))
    const because = names.refuse(node.text)
    if (because !== null) return refused({ code: 'F229', words: { value: node.text, because } })
    const suggestions = names.suggest(node.text)
    const near = suggestions.map((name) => `\`${name}\``).join(', ')
    const words = { value: node.text, near, list: listCommand, values: names.examples.join(', ') }
    const [suggestion] = suggestions
    if (suggestion === undefined) return refused({ code: 'F120', words })
    return refused({ code: 'F120', words, help: 'didYouMeanListed', suggestion })
  },
  jsonSchema: { title, type: 'string', examples: names.examples },
})

const gigabit = 1e9 / 8
const bytesIn: Readonly<Record<string, number>> = { 'gbit/s': gigabit, 'gb/s': 1e9, gbps: gigabit }

/** Speed of a network, written `400 Gbit/s` or `50 GB/s`, as bytes a second. */
export const bandwidthLeaf = (title: string): LeafShape => ({
  kind: 'leaf',
  title,
  read: (node) => {
    if (node.kind !== 'scalar' || node.isEmpty) return wrongKind(node, 'quantity')
    const text = node.text.normalize('NFKC').trim()
    const found = /^(?<size>\d+(?:\.\d+)?) ?(?<unit>Gbit\/s|GB\/s|Gbps)$/u.exec(text)?.groups
    const bytes = Number(found?.['size']) * (bytesIn[found?.['unit']?.toLowerCase() ?? ''] ?? 0)
    const isGood = bytes >= 1e6 && bytes <= 1e13
    const words = { value: node.text, examples: '400 Gbit/s, 50 GB/s' }
    return isGood ? understood(certain(bytes)) : refused({ code: 'F201', words })
  },
  jsonSchema: { title, type: 'string', examples: ['400 Gbit/s', '50 GB/s'] },
})
