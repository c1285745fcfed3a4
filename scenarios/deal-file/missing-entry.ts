import type { Span } from '../diagnostics/source.ts'
import type { Finding } from '../text/parse-text.ts'
import type { MapNode, Node } from '../text/tree.ts'
import { splitNumber } from './lay-over.ts'
import { entryNames, placeIn } from './place-in-list.ts'

interface Missing {
  readonly path: string
  readonly span: Span
  /** Paths that there are. */
  readonly there: readonly string[]
}

const mostShown = 3

const search = (base: Node | undefined, over: Node, path: string, field: string): Missing | null => {
  if (over.kind !== 'map' || base === undefined) return null
  if (base.kind === 'map') {
    for (const [written, given] of over.entries) {
      const { field: name, entry } = splitNumber(written, given, base)
      const below = base.entries.get(name)?.node
      const missing = search(below, entry.node, path === '' ? name : `${path}.${name}`, name)
      if (missing !== null) return missing
    }
    return null
  }
  if (base.kind !== 'list') return null
  for (const [key, entry] of over.entries) {
    const place = placeIn(base, key, field)
    if (place < 0) {
      const names = entryNames(base, field).map(
        (name, index) => `${path}${name === null ? `[${index}]` : `.${name}`}`,
      )
      return { path: `${path}.${key}`, span: entry.key, there: names }
    }
    const missing = search(base.items[place], entry.node, `${path}[${place}]`, '')
    if (missing !== null) return missing
  }
  return null
}

/** Names the entry of a list that a flag sets and the file has not, with paths that work; null if all are there. */
export const missingEntry = (base: MapNode, over: MapNode): Finding | null => {
  const missing = search(base, over, '', '')
  if (missing === null) return null
  const { path, span, there } = missing
  const paths = there.slice(0, mostShown).join(', ') + (there.length > mostShown ? ', ...' : '')
  const problem = {
    code: 'F111',
    words: { key: path, paths },
    ...(there.length === 0 ? {} : { help: 'entriesHere' }),
  }
  return { problem, place: { path, span, file: '' } }
}
