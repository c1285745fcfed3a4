import type { ListField } from '../fields/field.ts'
import type { Node } from '../text/tree.ts'
import { refused, understood, type Problem, type Reading } from '../units/problem.ts'
import { unitExamples } from '../units/unit-examples.ts'
import { closestWord } from './closest-word.ts'
import { certain, type LeafValue } from './leaf-value.ts'
import type { NumberRule } from './limits.ts'
import { numberJsonSchema } from './quantity-json-schema.ts'
import { readNumber, wrongKind } from './read-number.ts'
import type { LeafShape } from './shape.ts'

const readLabelled = (
  nodes: Iterable<readonly [string, Node]>,
  field: ListField,
  rule: NumberRule,
): Reading<LeafValue> => {
  const values: (number | null)[] = field.labels.map(() => null)
  const problems: Problem[] = []
  for (const [label, node] of nodes) {
    const index = field.labels.indexOf(label)
    const reading = index < 0 ? unknownLabel(label, field) : readNumber(node, rule)
    if (reading.ok) values[index] = reading.value
    else problems.push(...reading.problems.map((problem) => ({ ...problem, path: [label] })))
  }
  return problems.length > 0 ? { ok: false, problems } : understood(certain(values))
}

const unknownLabel = (label: string, field: ListField): ReturnType<typeof refused> => {
  const suggestion = closestWord(label, field.labels)
  const words = { field: label, fields: field.labels.join(', '), suggestion: suggestion ?? '' }
  const help = suggestion === null ? {} : { help: 'didYouMean', suggestion }
  return refused({ code: 'F104', words, atKey: true, ...help })
}

/** A list with one number for each label, written in full or as a map that changes some. */
export const labelledLeaf = (field: ListField): LeafShape => {
  const rule: NumberRule = { ...field, isWhole: field.dimension === 'count' }
  const item = numberJsonSchema('', field.dimension)
  const read = (node: Node): Reading<LeafValue> => {
    if (node.kind === 'map')
      return readLabelled(
        [...node.entries].map(([label, entry]) => [label, entry.node] as const),
        field,
        rule,
      )
    if (node.kind !== 'list') return wrongKind(node, 'listOrFields')
    const words = { count: String(field.labels.length), found: String(node.items.length) }
    if (node.items.length !== field.labels.length)
      return refused({ code: 'F113', words: { ...words, labels: field.labels.join(', ') } })
    return readLabelled(
      node.items.map((value, index) => [field.labels[index] ?? '', value] as const),
      field,
      rule,
    )
  }
  return {
    kind: 'leaf',
    title: field.title,
    read,
    labels: field.labels,
    quantity: rule,
    jsonSchema: {
      title: field.title,
      description: `${field.labels.join(', ')}; written like ${unitExamples[field.dimension]}`,
      anyOf: [
        { type: 'array', items: item, minItems: field.labels.length, maxItems: field.labels.length },
        {
          type: 'object',
          properties: Object.fromEntries(field.labels.map((label) => [label, item])),
          additionalProperties: false,
        },
      ],
    },
  }
}
