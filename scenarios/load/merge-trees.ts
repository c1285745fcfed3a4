import { makeMap, type Entry, type ListNode, type MapNode, type Node } from '../text/tree.ts'
import { distributionKeys } from './read-distribution.ts'
import type { Shape } from './shape.ts'

const isDistribution = (map: MapNode): boolean =>
  [...map.entries.keys()].some((key) => distributionKeys.has(key))

/** A list written in full, as a map by its labels, so that single entries of it can be changed. */
const byLabel = (list: ListNode, labels: readonly string[]): MapNode =>
  makeMap(
    list.items.map((node, index) => [labels[index] ?? String(index), { key: node.span, node }] as const),
    list.span,
  )

const mergeNodes = (base: Node, over: Node, shape: Shape | undefined): Node => {
  if (over.kind !== 'map') return over
  const labels = shape?.kind === 'leaf' ? shape.labels : undefined
  if (labels !== undefined && base.kind === 'list' && base.items.length === labels.length)
    return mergeTrees(byLabel(base, labels), over, shape)
  if (base.kind !== 'map' || isDistribution(base) || isDistribution(over)) return over
  return mergeTrees(base, over, shape)
}

/**
 * Lays one tree over another: groups and lists by label are merged field by field, anything else is replaced.
 * Every node keeps the place it was written at.
 */
export const mergeTrees = (base: MapNode, over: MapNode, shape: Shape | undefined): MapNode => {
  const entries = new Map<string, Entry>(base.entries)
  const fields = shape?.kind === 'map' ? shape.fields : {}
  for (const [name, entry] of over.entries) {
    const below = entries.get(name)
    const fieldShape = Object.hasOwn(fields, name) ? fields[name] : undefined
    const node = below === undefined ? entry.node : mergeNodes(below.node, entry.node, fieldShape)
    entries.set(name, { key: entry.key, node })
  }
  return makeMap(entries, over.span)
}
