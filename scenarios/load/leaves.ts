import type { Dimension } from '../fields/field.ts'
import type { Node } from '../text/tree.ts'
import { refused, understood, type Reading } from '../units/problem.ts'
import { closestWord } from './closest-word.ts'
import { certain, type LeafValue } from './leaf-value.ts'
import type { NumberRule } from './limits.ts'
import { numberJsonSchema, quantityJsonSchema } from './quantity-json-schema.ts'
import { readDistribution } from './read-distribution.ts'
import { readNumber, wrongKind } from './read-number.ts'
import type { LeafShape } from './shape.ts'

/** A field that holds one number, which may be uncertain unless it counts something. */
export const quantityLeaf = (
  title: string,
  rule: Omit<NumberRule, 'isWhole'> & { readonly isOptional?: boolean },
): LeafShape => {
  const numberRule: NumberRule = { ...rule, isWhole: rule.dimension === 'count' }
  const read = (node: Node): Reading<LeafValue> => {
    if (rule.isOptional === true && node.kind === 'scalar' && node.isEmpty) return understood(certain(null))
    if (node.kind === 'map' && !numberRule.isWhole) return readDistribution(node, numberRule)
    const reading = readNumber(node, numberRule)
    return reading.ok ? understood(certain(reading.value)) : reading
  }
  const jsonSchema = numberRule.isWhole
    ? numberJsonSchema(title, rule.dimension)
    : quantityJsonSchema(title, rule.dimension, rule.isOptional === true)
  return { kind: 'leaf', title, read, jsonSchema, quantity: rule }
}

/** A field that holds one number and cannot be uncertain (a horizon, a seed, a month). */
export const numberLeaf = (title: string, rule: NumberRule): LeafShape => ({
  kind: 'leaf',
  title,
  read: (node) => {
    const reading = readNumber(node, rule)
    return reading.ok ? understood(certain(reading.value)) : reading
  },
  jsonSchema: numberJsonSchema(title, rule.dimension),
  quantity: rule,
})

/**
 * A month of the calendar, a plain whole number counted from the start of the study; `24 months` is understood too.
 */
export const monthLeaf = (title: string, min: number, max: number): LeafShape => ({
  kind: 'leaf',
  title,
  read: (node) => {
    const isBare = node.kind === 'scalar' && /^\s*[-+]?[\d.]+\s*$/u.test(node.text.normalize('NFKC'))
    const dimension: Dimension = isBare ? 'number' : 'months'
    const reading = readNumber(node, { dimension, min, max, isWhole: true })
    return reading.ok ? understood(certain(reading.value)) : reading
  },
  jsonSchema: { title, anyOf: [{ type: 'integer', minimum: min, maximum: max }, { type: 'string' }] },
})

/** A field that is one of a list of words. */
export const wordLeaf = (title: string, values: readonly string[]): LeafShape => ({
  kind: 'leaf',
  title,
  read: (node) => {
    if (node.kind !== 'scalar' || node.isEmpty) return wrongKind(node, 'word')
    if (values.includes(node.text)) return understood(certain(node.text))
    const suggestion = closestWord(node.text, values)
    const words = { value: node.text, values: values.join(', '), suggestion: suggestion ?? '' }
    return refused({
      code: 'F105',
      words,
      ...(suggestion === null ? {} : { help: 'didYouMean', suggestion }),
    })
  },
  jsonSchema: { title, enum: values },
})

/** A short text on one line. */
export const textLeaf = (title: string, max = 100): LeafShape => ({
  kind: 'leaf',
  title,
  read: (node) => {
    if (node.kind !== 'scalar' || node.isEmpty) return wrongKind(node, 'text')
    const text = node.text.trim()
    const isText = text.length >= 1 && text.length <= max && !/\p{Cc}/u.test(text)
    return isText ? understood(certain(text)) : refused({ code: 'F220', words: { max: String(max) } })
  },
  jsonSchema: { title, type: 'string', minLength: 1, maxLength: max },
})

/** A yes or no. */
export const flagLeaf = (title: string): LeafShape => ({
  kind: 'leaf',
  title,
  read: (node) => {
    if (node.kind !== 'scalar' || node.isEmpty) return wrongKind(node, 'flag')
    if (node.text === 'true' || node.text === 'false') return understood(certain(node.text === 'true'))
    return refused({ code: 'F205', words: {} })
  },
  jsonSchema: { title, type: 'boolean' },
})
