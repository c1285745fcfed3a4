import type { Place } from '../diagnostics/diagnostic.ts'
import type { Span } from '../diagnostics/source.ts'
import type { MapNode, Node } from '../text/tree.ts'
import { renderPath } from './spelling.ts'

type Path = readonly (string | number)[]

interface Located {
  readonly node: Node
  readonly key: Span
}

const stepInto = (at: Located, part: string | number): Located | null => {
  if (at.node.kind === 'map') {
    const entry = at.node.entries.get(String(part))
    return entry === undefined ? null : { node: entry.node, key: entry.key }
  }
  const item = at.node.kind === 'list' ? at.node.items[Number(part)] : undefined
  return item === undefined ? null : { node: item, key: item.span }
}

/** The node at a path, and its name's place; the deepest one that exists when the path goes further. */
export const locate = (tree: MapNode, path: Path): Located & { readonly isExact: boolean } => {
  let at: Located = { node: tree, key: [...tree.entries.values()][0]?.key ?? tree.span }
  for (const part of path) {
    const next = stepInto(at, part)
    if (next === null) return { ...at, isExact: false }
    at = next
  }
  return { ...at, isExact: true }
}

/** A stretch inside a scalar's text, if the text stands in the source as it is (no escapes or folding). */
const narrow = (node: Node, within: readonly [number, number]): Span => {
  const { source, start, end } = node.span
  if (node.kind !== 'scalar') return node.span
  const at = source.text.slice(start, end).indexOf(node.text)
  if (at < 0) return node.span
  return {
    source,
    start: start + at + within[0],
    end: Math.min(end, start + at + Math.max(within[1], within[0] + 1)),
  }
}

/** Place of a value, or of its name. */
export const placeOf = (
  tree: MapNode,
  path: Path,
  part: 'key' | 'value',
  within?: readonly [number, number],
): Place => {
  const at = locate(tree, path)
  const isName = part === 'key' || !at.isExact || at.node.span.end === at.node.span.start
  const valueSpan = within === undefined ? at.node.span : narrow(at.node, within)
  return { path: renderPath(path), span: isName ? at.key : valueSpan, file: '' }
}
