import type { Decoded } from '../load/effect-schema.ts'
import { certain } from '../load/leaf-value.ts'
import type { Shape } from '../load/shape.ts'
import type { Node } from '../text/tree.ts'

const nothing = (shape: Shape): Decoded =>
  shape.kind === 'leaf' ? certain(null) : shape.kind === 'list' ? [] : {}

/**
 * The values of a tree that can be read, whatever else is wrong in it, so that checks across fields find their
 * mistakes in the same pass. What cannot be read is left out; in a list it keeps its place.
 */
export const decodeSound = (node: Node, shape: Shape): Decoded | null => {
  if (shape.kind === 'leaf') {
    const reading = shape.read(node)
    return reading.ok ? reading.value : null
  }
  if (shape.kind === 'list')
    return node.kind === 'list'
      ? node.items.map((item) => decodeSound(item, shape.item) ?? nothing(shape.item))
      : null
  if (node.kind !== 'map') return null
  const fields = [...node.entries].flatMap(([name, entry]) => {
    const field = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined
    const value = field === undefined ? null : decodeSound(entry.node, field)
    return value === null ? [] : [[name, value] as const]
  })
  return Object.fromEntries(fields)
}
