import { makeMap, type Entry, type ListNode, type MapNode, type Node } from '../text/tree.ts'
import { placeIn } from './place-in-list.ts'

const layOverList = (base: ListNode, over: MapNode, field: string): Node => {
  let { items } = base
  for (const [key, entry] of over.entries) {
    const place = placeIn(base, key, field)
    if (place < 0) return over
    items = items.map((item, index) => (index === place ? layOver(item, entry.node) : item))
  }
  return { ...base, items }
}

/** `granted[0]` as the path of error texts has it: the field `granted`, and in it the entry `0`. */
export const splitNumber = (
  name: string,
  entry: Entry,
  base: MapNode,
): { readonly field: string; readonly entry: Entry } => {
  const [, field, number] = /^(.+)\[(\d+)\]$/u.exec(name) ?? []
  if (field === undefined || number === undefined || base.entries.has(name)) return { field: name, entry }
  return { field, entry: { key: entry.key, node: makeMap([[number, entry]], entry.node.span) } }
}

/**
 * Lays one tree over another: groups field by field, entries of a list by number or name (`rounds.Series B.amount`,
 * `rounds[0].amount`), anything else is replaced. Every node keeps the place it was written at. `field` is the name of
 * the base, by which the entries of a list are called that have no name.
 */
export const layOver = (base: Node, over: Node, field = ''): Node => {
  if (over.kind !== 'map') return over
  if (base.kind === 'list') return layOverList(base, over, field)
  if (base.kind !== 'map') return over
  const entries = new Map(base.entries)
  for (const [written, given] of over.entries) {
    const { field: name, entry } = splitNumber(written, given, base)
    const below = entries.get(name)
    const node = below === undefined ? entry.node : layOver(below.node, entry.node, name)
    entries.set(name, { key: entry.key, node })
  }
  return makeMap(entries, base.span)
}
