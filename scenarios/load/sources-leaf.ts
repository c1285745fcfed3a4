import type { MapNode, Node } from '../text/tree.ts'
import { understood, type Problem, type Reading } from '../units/problem.ts'
import { closestWord } from './closest-word.ts'
import { findShape } from './find-shape.ts'
import { certain, type Annotation, type LeafValue } from './leaf-value.ts'
import { textLeaf } from './leaves.ts'
import { readNumber, wrongKind } from './read-number.ts'
import type { LeafShape, Shape } from './shape.ts'

type Fields = Readonly<Record<string, Shape>>
const entryFields = ['source', 'low', 'high', 'note']
const longText = textLeaf('', 1000)

/** Every path of a single field, for suggestions. */
const listPaths = (fields: Fields, prefix = ''): readonly string[] =>
  Object.entries(fields).flatMap(([name, shape]) =>
    shape.kind === 'map' ? listPaths(shape.fields, `${prefix}${name}.`) : [`${prefix}${name}`],
  )

const inside = (problem: Problem, ...path: readonly string[]): Problem => ({
  ...problem,
  path: [...path, ...(problem.path ?? [])],
})

const readText = (node: Node | undefined): Reading<string> => {
  if (node === undefined) return understood('')
  const reading = longText.read(node)
  if (!reading.ok) return reading
  return understood(typeof reading.value.value === 'string' ? reading.value.value : '')
}

const readBound = (node: Node | undefined, shape: Shape): Reading<number | null> => {
  if (node === undefined) return understood(null)
  const quantity = shape.kind === 'leaf' ? shape.quantity : undefined
  if (quantity === undefined) return wrongKind(node, 'sourceNote')
  return readNumber(node, { ...quantity, isWhole: false })
}

const readEntryMap = (path: string, map: MapNode, shape: Shape): Reading<Annotation> => {
  const problems: Problem[] = []
  const take = <Value>(field: string, reading: Reading<Value>): Value | null => {
    if (reading.ok) return reading.value
    problems.push(...reading.problems.map((problem) => inside(problem, field)))
    return null
  }
  for (const key of map.entries.keys()) {
    if (entryFields.includes(key)) continue
    const words = { field: key, parent: path, fields: entryFields.join(', ') }
    problems.push({ code: 'F104', words, path: [key], atKey: true })
  }
  if (!map.entries.has('source'))
    problems.push({ code: 'F101', words: { field: 'source', parent: `sources.${path}` } })
  const nodeOf = (field: string): Node | undefined => map.entries.get(field)?.node
  const annotation: Annotation = {
    path,
    source: take('source', readText(nodeOf('source'))) ?? '',
    low: take('low', readBound(nodeOf('low'), shape)),
    high: take('high', readBound(nodeOf('high'), shape)),
    note: take('note', readText(nodeOf('note'))) ?? '',
  }
  return problems.length > 0 ? { ok: false, problems } : understood(annotation)
}

const readEntry = (path: string, node: Node, fields: Fields): Reading<Annotation> => {
  const shape = findShape(fields, path.split('.'))
  if (shape === null) {
    const suggestion = closestWord(path, listPaths(fields))
    const help = suggestion === null ? {} : { help: 'didYouMean', suggestion }
    return {
      ok: false,
      problems: [{ code: 'F111', words: { key: path, suggestion: suggestion ?? '' }, atKey: true, ...help }],
    }
  }
  if (node.kind === 'map') return readEntryMap(path, node, shape)
  if (node.kind === 'list') return wrongKind(node, 'sourceNote')
  const text = readText(node)
  return text.ok ? understood({ path, source: text.value, low: null, high: null, note: '' }) : text
}

/** `sources:`: for the paths of fields, where their values come from; `fields` are the ones that may be named. */
export const makeSourcesLeaf = (fields: Fields): LeafShape => ({
  kind: 'leaf',
  title: 'Where values come from, by path',
  read: (node): Reading<LeafValue> => {
    if (node.kind !== 'map') return wrongKind(node, 'fields')
    const annotations: Annotation[] = []
    const problems: Problem[] = []
    for (const [path, entry] of node.entries) {
      const reading = readEntry(path, entry.node, fields)
      if (reading.ok) annotations.push(reading.value)
      else problems.push(...reading.problems.map((problem) => inside(problem, path)))
    }
    return problems.length > 0 ? { ok: false, problems } : understood(certain(annotations))
  },
  jsonSchema: {
    title: 'Where values come from, by path',
    type: 'object',
    additionalProperties: {
      anyOf: [
        { type: 'string', minLength: 1 },
        {
          type: 'object',
          properties: {
            source: { type: 'string', minLength: 1 },
            low: {},
            high: {},
            note: { type: 'string' },
          },
          required: ['source'],
          additionalProperties: false,
        },
      ],
    },
  },
})
