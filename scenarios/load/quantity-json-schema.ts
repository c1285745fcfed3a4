import type { Dimension } from '../fields/field.ts'
import { unitExamples } from '../units/unit-examples.ts'
import type { JsonSchema } from './shape.ts'

const magnitude = '(?:[kKmMbBtT]|[mb]n|万|亿|百万|千万|十亿|万亿)?'
const amount = String.raw`[-+]?(?:\$|US\$|USD )?[\d０-９][\d０-９,_.]*(?:e[-+]?\d+)? ?${magnitude}`
const perTime = '(?:/|每| per | a )(?:month|mo|quarter|year|yr|y|月|季度|年)'

/** Patterns loose enough to never refuse what the loader takes; the loader has the last word. */
const patterns: Readonly<Record<Dimension, string>> = {
  share: `^${amount}%?$`,
  number: `^${amount}$`,
  multiple: `^${amount} ?(?:x|×|倍|times|%)?$`,
  orders: `^${amount}.*$`,
  count: `^${amount}$`,
  usd: `^(?:${amount}.*|0)$`,
  'usd/month': `^(?:${amount}.*${perTime}|0)$`,
  'usd/year': `^(?:${amount}.*${perTime}|0)$`,
  'usd/gpu-hour': `^(?:${amount}.*(?:h|hour|小时)|0)$`,
  months: `^(?:${amount} ?(?:months?|mo|quarters?|years?|yrs?|y|个月|月|季度|个季度|年)|0)$`,
  'rate/month': `^(?:${amount}%? ?${perTime}|0)$`,
  'rate/year': `^(?:${amount}%? ?${perTime}|0)$`,
  'growth/month': `^(?:${amount}%? ?${perTime}|0)$`,
}

const isPlain = (dimension: Dimension): boolean => !/usd|month/u.test(dimension)

/** One number of a dimension: text with a unit, or a bare number where the dimension has none. */
export const numberJsonSchema = (title: string, dimension: Dimension): JsonSchema => ({
  ...(title === '' ? {} : { title }),
  description: `Written like ${unitExamples[dimension]}`,
  anyOf: [
    { type: 'string', pattern: patterns[dimension] },
    isPlain(dimension) ? { type: 'number' } : { const: 0 },
  ],
})

/** A number or a distribution of a dimension. */
export const quantityJsonSchema = (title: string, dimension: Dimension, isOptional: boolean): JsonSchema => ({
  title,
  description: `Written like ${unitExamples[dimension]}, or uncertain: { low, mid, high }, { p10, p50, p90 }, { family, ... }`,
  anyOf: [
    { type: 'string', pattern: patterns[dimension] },
    isPlain(dimension) ? { type: 'number' } : { const: 0 },
    { $ref: '#/$defs/distribution' },
    ...(isOptional ? [{ type: 'null' }] : []),
  ],
})
