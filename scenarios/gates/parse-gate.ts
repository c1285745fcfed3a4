import type { Gate } from '../scenario.ts'
import { parseQuantity } from '../units/parse-quantity.ts'
import { refused, understood, type Reading } from '../units/problem.ts'

const verdicts = ['gold_mine', 'productive_bubble', 'barren_bubble', 'dud'] as const
type Metric = Gate['metric']

/** A recursive-descent reader over the text of one gate; `at` is the offset of the next character. */
class GateReader {
  at = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** Takes a pattern at the current place, skipping white space before it. */
  take(pattern: RegExp): string | null {
    this.skipSpace()
    const match = new RegExp(`^(?:${pattern.source})`, 'iu').exec(this.text.slice(this.at))
    if (match === null) return null
    this.at += match[0].length
    return match[0].trim()
  }

  skipSpace(): void {
    while (/\s/u.test(this.text[this.at] ?? '')) this.at += 1
  }

  /** The mistake at the current place: what was expected there. The caret covers the word that stands there. */
  expected(term: string, from = this.at): ReturnType<typeof refused> {
    this.at = from
    this.skipSpace()
    const rest = this.text.slice(this.at)
    const word = /^(?:[\w.$%]+|.)/u.exec(rest)?.[0] ?? ''
    const within = [this.at, this.at + Math.max(word.length, 1)] as const
    return refused({ code: 'F114', words: {}, terms: { expected: term }, within })
  }
}

const readSurvival = (reader: GateReader): Reading<Metric> => {
  const from = reader.at
  const time = reader.take(/[^()<>]+(?=\))/u)
  const months = time === null ? null : parseQuantity(/^\d+$/u.test(time) ? `${time} months` : time, 'months')
  if (months === null || !months.ok || months.value <= 0) return reader.expected('gateMonths', from)
  return understood({ kind: 'survival', months: months.value })
}

const readEvent = (reader: GateReader): Reading<Metric> => {
  const from = reader.at
  const word = reader.take(/[a-z_]+/u)?.toLowerCase()
  const verdict = verdicts.find((name) => name === word)
  if (verdict !== undefined) return understood({ kind: 'verdict', verdict })
  const comparison = word === 'moic' ? reader.take(/>=|<(?!=)|≥/u) : null
  const number = comparison === null ? null : reader.take(/[\d.]+ ?x?/u)
  const multiple = number === null ? null : parseQuantity(number, 'multiple')
  if (multiple === null || !multiple.ok) return reader.expected('gateEvent', from)
  const kind = comparison === '<' ? 'moic_below' : 'moic_at_least'
  return understood({ kind, multiple: multiple.value })
}

const readPercentile = (reader: GateReader): Reading<Metric> => {
  const from = reader.at
  const percentile = Number(reader.take(/p\d{1,2}(?:\.\d+)?/u)?.slice(1))
  if (!(percentile > 0 && percentile < 100)) return reader.expected('gatePercentile', from)
  return understood({ kind: 'value', percentile })
}

const readMetric = (reader: GateReader): Reading<Metric> => {
  const name = reader
    .take(/(?:survival|value|p)\s*\(/u)
    ?.toLowerCase()
    .replace(/\s*\($/u, '')
  if (name === undefined) return reader.expected('gateMetric')
  const metric =
    name === 'survival' ? readSurvival(reader) : name === 'value' ? readPercentile(reader) : readEvent(reader)
  if (!metric.ok) return metric
  return reader.take(/\)/u) === null ? reader.expected('gateClose') : metric
}

const readComparison = (reader: GateReader): Gate['comparison'] | null => {
  const sign = reader.take(/<=|>=|≤|≥|<|>/u)
  if (sign === null) return null
  if (sign === '≤') return '<='
  if (sign === '≥') return '>='
  return sign === '<=' || sign === '>=' || sign === '<' ? sign : '>'
}

const readThreshold = (reader: GateReader, metric: Metric): Reading<number> => {
  const isMoney = metric.kind === 'value'
  const from = reader.at
  const written = reader.take(/\S.*/u)
  const parsed = written === null ? null : parseQuantity(written, isMoney ? 'usd' : 'share')
  const isWithin = parsed?.ok === true && parsed.value >= 0 && (isMoney || parsed.value <= 1)
  if (parsed === null || !parsed.ok || !isWithin)
    return reader.expected(isMoney ? 'gateMoney' : 'gateShare', from)
  return parsed
}

/** Full-width twins of the characters a gate uses, one for one, so that places in the text stay true. */
const halfWidth = (text: string): string =>
  text.replace(/[！-～\u3000]/gu, (twin) =>
    twin === '\u3000' ? ' ' : String.fromCharCode(twin.charCodeAt(0) - 0xfee0),
  )

/**
 * Parses a pass-or-fail claim about the result: a metric, a comparison and a threshold.
 * @example parseGate('survival(36 months) >= 70%').value.metric // => { "kind": "survival", "months": 36 }
 */
export const parseGate = (text: string): Reading<Gate> => {
  const reader = new GateReader(halfWidth(text))
  const metric = readMetric(reader)
  if (!metric.ok) return metric
  const comparison = readComparison(reader)
  if (comparison === null) return reader.expected('gateComparison')
  const threshold = readThreshold(reader, metric.value)
  if (!threshold.ok) return threshold
  return understood({ text: text.trim(), metric: metric.value, comparison, threshold: threshold.value })
}
