import * as Effect from 'effect/Effect'
import * as Exit from 'effect/Exit'
import * as Option from 'effect/Option'
import * as Schema from 'effect/Schema'
import * as SchemaIssue from 'effect/SchemaIssue'
import type { Node } from '../text/tree.ts'
import type { Problem } from '../units/problem.ts'
import type { LeafValue } from './leaf-value.ts'
import type { LeafShape, Shape } from './shape.ts'

/** Values of a file by group, list and field, each leaf read. */
export type Decoded = LeafValue | readonly Decoded[] | { readonly [field: string]: Decoded }

/** One mistake of structure or value, at a path of the file. */
export interface ShapeProblem {
  readonly path: readonly (string | number)[]
  readonly kind: 'value' | 'kind' | 'missing' | 'unknown'
  /** The problem that a leaf reported; only for `value`. */
  readonly problem: Problem | null
}

type AnySchema = Schema.Codec<Decoded, unknown>

const leafSchema = (leaf: LeafShape): AnySchema =>
  Schema.declareConstructor<Decoded, unknown>()([], () => (node) => {
    const reading = leaf.read(node as Node)
    return reading.ok
      ? Effect.succeed<Decoded>(reading.value)
      : Effect.fail(new SchemaIssue.InvalidValue({ problems: reading.problems }))
  })

const toSchema = (shape: Shape): AnySchema => {
  if (shape.kind === 'leaf') return leafSchema(shape)
  if (shape.kind === 'list') return Schema.Array(toSchema(shape.item))
  const fields = Object.entries(shape.fields).map(([name, field]) => {
    const schema = toSchema(field)
    return [name, shape.required.includes(name) ? schema : Schema.optionalKey(schema)] as const
  })
  return Schema.Struct(Object.fromEntries(fields))
}

/** Groups and lists become plain objects and arrays where the shape has them; a leaf keeps its node. */
const toPlain = (node: Node, shape: Shape | undefined): unknown => {
  if (shape === undefined || shape.kind === 'leaf') return node
  if (shape.kind === 'list')
    return node.kind === 'list' ? node.items.map((item) => toPlain(item, shape.item)) : ''
  if (node.kind !== 'map') return ''
  const isLeftOut = (name: string, value: Node): boolean =>
    value.kind === 'scalar' && value.isEmpty && shape.fields[name]?.kind === 'map'
  return Object.fromEntries(
    [...node.entries]
      .filter(([name, entry]) => !isLeftOut(name, entry.node))
      .map(([name, entry]) => [
        name,
        toPlain(entry.node, Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined),
      ]),
  )
}

const collect = (
  issue: SchemaIssue.Issue,
  path: readonly (string | number)[],
  found: ShapeProblem[],
): void => {
  switch (issue._tag) {
    case 'Pointer':
      collect(
        issue.issue,
        [...path, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))],
        found,
      )
      return
    case 'Composite':
      for (const inner of issue.issues) collect(inner, path, found)
      return
    case 'MissingKey':
      found.push({ path, kind: 'missing', problem: null })
      return
    case 'UnexpectedKey':
      found.push({ path, kind: 'unknown', problem: null })
      return
    case 'InvalidValue':
      for (const problem of (issue.annotations?.['problems'] as readonly Problem[] | undefined) ?? [])
        found.push({ path, kind: 'value', problem })
      return
    default:
      found.push({ path, kind: 'kind', problem: null })
  }
}

type Decoder = (input: unknown) => Exit.Exit<Decoded, Schema.SchemaError>
const decoders = new WeakMap<Shape, Decoder>()

const decoderOf = (shape: Shape): Decoder => {
  const decoder =
    decoders.get(shape) ??
    Schema.decodeUnknownExit(toSchema(shape), { errors: 'all', onExcessProperty: 'error' })
  decoders.set(shape, decoder)
  return decoder
}

/** Checks a tree against a shape: its values, or every mistake in it. */
export const decodeTree = (
  tree: Node,
  shape: Shape,
): { readonly values: Decoded | null; readonly problems: readonly ShapeProblem[] } => {
  const exit = decoderOf(shape)(toPlain(tree, shape))
  if (Exit.isSuccess(exit)) return { values: exit.value, problems: [] }
  const problems: ShapeProblem[] = []
  const error = Option.getOrNull(Exit.findErrorOption(exit))
  if (error === null) throw new Error('scenario schema failed without an issue')
  collect(error.issue, [], problems)
  return { values: null, problems }
}
