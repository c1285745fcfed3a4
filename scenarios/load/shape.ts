import type { Dimension } from '../fields/field.ts'
import type { Node } from '../text/tree.ts'
import type { Reading } from '../units/problem.ts'
import type { LeafValue } from './leaf-value.ts'

/** A JSON Schema, as plain data. */
export type JsonSchema = { readonly [key: string]: JsonValue }
type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/** A value that is read as a whole: a quantity, a word, a gate. */
export interface LeafShape {
  readonly kind: 'leaf'
  readonly title: string
  readonly read: (node: Node) => Reading<LeafValue>
  readonly jsonSchema: JsonSchema
  /** For a quantity: what it measures and its hard limits. */
  readonly quantity?: { readonly dimension: Dimension; readonly min: number; readonly max: number }
  /** For a list: the names of its entries. */
  readonly labels?: readonly string[]
}

/** A group of named fields. */
export interface MapShape {
  readonly kind: 'map'
  readonly title: string
  readonly fields: Readonly<Record<string, Shape>>
  /** Names of the fields that must be given when the group is. */
  readonly required: readonly string[]
  /** What messages call the outermost group; a scenario if left out. */
  readonly name?: string
}

/** Any number of values of one shape. */
export interface ListShape {
  readonly kind: 'list'
  readonly title: string
  readonly item: Shape
}

/** What a part of a scenario file may look like: the one description behind validation and the JSON Schema. */
export type Shape = LeafShape | MapShape | ListShape
