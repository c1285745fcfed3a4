import type { ListNode, Node } from '../text/tree.ts'

/** What entries without a name are called before their number, by the field of their list. */
const unnamed: Readonly<Record<string, string>> = {
  granted: 'Options',
  warrants: 'Warrant',
  safes: 'SAFE',
  notes: 'Note',
}

const textOf = (item: Node, field: string): string | null => {
  const node = item.kind === 'map' ? item.entries.get(field)?.node : undefined
  return node?.kind === 'scalar' ? node.text : null
}

/** What the entries of a list may be called; null for one that has only its number. */
export const entryNames = ({ items }: ListNode, field: string): readonly (string | null)[] => {
  const word = Object.hasOwn(unnamed, field) ? unnamed[field] : undefined
  return items.map((item, index) => {
    const name = textOf(item, 'name')
    return name ?? (item.kind === 'map' && word !== undefined ? `${word} ${index + 1}` : null)
  })
}

/** Place of an entry in a list: by its number from 0, its name, or a holder who has one entry only; -1 for none. */
export const placeIn = (list: ListNode, key: string, field: string): number => {
  if (/^\d+$/u.test(key)) return Number(key) < list.items.length ? Number(key) : -1
  const byName = entryNames(list, field).indexOf(key)
  if (byName >= 0) return byName
  const held = list.items.flatMap((item, index) => (textOf(item, 'holder') === key ? [index] : []))
  return held.length === 1 ? (held[0] ?? -1) : -1
}
