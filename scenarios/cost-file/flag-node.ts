import type { Source, Span } from '../diagnostics/source.ts'
import type { ListNode, ScalarNode } from '../text/tree.ts'

/** A flag's value as a node that points into the flag's own text. */
export interface FlagNode<Value extends ScalarNode | ListNode = ScalarNode> {
  readonly source: Source
  readonly node: Value
  readonly key: Span
}

const scalarAt = (text: string, span: Span): ScalarNode => ({
  kind: 'scalar',
  text: text.trim(),
  isQuoted: false,
  isEmpty: text.trim() === '',
  span,
})

/** A flag as it was typed: one scalar. */
export const readFlag = (name: string, value: string): FlagNode => {
  const text = `--${name} ${value}`
  const source: Source = { name: text, kind: 'set', text }
  const start = name.length + 3
  return {
    source,
    key: { source, start: 0, end: name.length + 2 },
    node: scalarAt(value, { source, start, end: text.length }),
  }
}

/** A flag with values by comma: a list of scalars, each in its place. */
export const readListFlag = (name: string, value: string): FlagNode<ListNode> => {
  const { source, key, node } = readFlag(name, value)
  let start = node.span.start
  const items = value.split(',').map((part) => {
    const end = start + part.length
    const item = scalarAt(part, { source, start, end })
    start = end + 1
    return item
  })
  return { source, key, node: { kind: 'list', items, span: node.span } }
}

/** A flag that was given more than once, as one list. */
export const joinListFlags = (flags: readonly FlagNode<ListNode>[]): FlagNode<ListNode> | null => {
  const first = flags[0]
  if (first === undefined) return null
  return { ...first, node: { ...first.node, items: flags.flatMap(({ node }) => node.items) } }
}
