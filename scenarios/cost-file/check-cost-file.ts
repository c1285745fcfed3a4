import { makeReader, type ValueReader } from '../load/make-reader.ts'
import { placeOf } from '../load/locate.ts'
import type { MapShape } from '../load/shape.ts'
import type { Finding } from '../text/parse-text.ts'
import type { MapNode } from '../text/tree.ts'
import type { Problem } from '../units/problem.ts'
import { renderMagnitude } from '../units/render-quantity.ts'

type Path = readonly (string | number)[]

interface Found {
  readonly path: Path
  readonly problem: Problem
  readonly part?: 'key'
}

/** Fields that a named model or workload leaves open. */
const openOfModel = ['name', 'seq']
const ofWorkload = ['tokens', 'epochs', 'batch', 'kind', 'teacher']

const fieldsOf = (tree: MapNode, group: string): readonly string[] => {
  const node = tree.entries.get(group)?.node
  return node?.kind === 'map' ? [...node.entries.keys()] : []
}

const fixed = (path: Path, other: string): Found => ({
  path,
  problem: { code: 'F119', words: { other } },
  part: 'key',
})

const checkModel = (tree: MapNode): readonly Found[] => {
  const fields = fieldsOf(tree, 'model')
  if (fields.includes('workload')) {
    const data = fieldsOf(tree, 'run').filter((field) => ofWorkload.includes(field))
    return [
      ...fields
        .filter((field) => field !== 'workload')
        .map((field) => fixed(['model', field], 'model.workload')),
      ...data.map((field) => fixed(['run', field], 'model.workload')),
      ...fieldsOf(tree, 'layout').map((field) => fixed(['layout', field], 'model.workload')),
      ...(tree.entries.has('compression') ? [fixed(['compression'], 'model.workload')] : []),
    ]
  }
  if (fields.includes('name'))
    return fields
      .filter((field) => !openOfModel.includes(field))
      .map((field) => fixed(['model', field], 'model.name'))
  const isShaped = fields.includes('params') || (fields.includes('layers') && fields.includes('hidden'))
  return isShaped ? [] : [{ path: ['model'], problem: { code: 'F118', words: {} }, part: 'key' }]
}

const checkTokens = (tree: MapNode): readonly Found[] =>
  fieldsOf(tree, 'run').includes('tokens') || fieldsOf(tree, 'model').includes('workload')
    ? []
    : [{ path: ['run', 'tokens'], problem: { code: 'F227', words: {} }, part: 'key' }]

const checkHardware = (tree: MapNode): readonly Found[] => {
  const node = tree.entries.get('hardware')?.node
  const isEmpty = node?.kind === 'list' && node.items.length === 0
  return isEmpty ? [{ path: ['hardware'], problem: { code: 'F122', words: {} } }] : []
}

const atMost = (read: ValueReader, part: string, whole: string): readonly Found[] => {
  const value = read(['model', part])
  const limit = read(['model', whole])
  if (typeof value !== 'number' || typeof limit !== 'number' || value <= limit) return []
  const words = { value: renderMagnitude(value), whole: `model.${whole}`, limit: renderMagnitude(limit) }
  return [{ path: ['model', part], problem: { code: 'F222', words } }]
}

/** So many experts of how many? */
const checkExperts = (tree: MapNode): readonly Found[] => {
  const fields = fieldsOf(tree, 'model')
  if (!fields.includes('active_experts') || fields.includes('experts')) return []
  const words = { parent: 'model', field: 'experts' }
  return [{ path: ['model', 'active_experts'], problem: { code: 'F101', words }, part: 'key' }]
}

/** Mistakes that need more than one field of a cost file; fields that are wrong by themselves are passed over. */
export const checkCostFile = (tree: MapNode, shape: MapShape): readonly Finding[] => {
  const read = makeReader(tree, shape)
  const found = [
    ...checkModel(tree),
    ...checkTokens(tree),
    ...checkHardware(tree),
    ...checkExperts(tree),
    ...atMost(read, 'active', 'params'),
    ...atMost(read, 'active_experts', 'experts'),
    ...atMost(read, 'kv_heads', 'heads'),
    ...atMost(read, 'dense_layers', 'layers'),
  ]
  return found.map(({ path, problem, part }) => ({ problem, place: placeOf(tree, path, part ?? 'value') }))
}
