import type { Span } from '../diagnostics/source.ts'

/** A single value as written, with its place. `isEmpty` is YAML's null: nothing, `~` or `null`. */
export interface ScalarNode {
  readonly kind: 'scalar'
  readonly text: string
  readonly isQuoted: boolean
  readonly isEmpty: boolean
  readonly span: Span
}

/** Fields in the order they were written. */
export interface MapNode {
  readonly kind: 'map'
  readonly entries: ReadonlyMap<string, Entry>
  readonly span: Span
}

/** A field: its value, and where its name stands. */
export interface Entry {
  readonly key: Span
  readonly node: Node
}

/** Values in a row. */
export interface ListNode {
  readonly kind: 'list'
  readonly items: readonly Node[]
  readonly span: Span
}

/** What a scenario's text says, before anything is known about its fields. */
export type Node = ScalarNode | MapNode | ListNode

/** Makes a map from entries. */
export const makeMap = (entries: Iterable<readonly [string, Entry]>, span: Span): MapNode => ({
  kind: 'map',
  entries: new Map(entries),
  span,
})
