import type { Shape } from './shape.ts'

/** The shape at a path of field names below a group; `null` when there is none. List labels count as fields. */
export const findShape = (fields: Readonly<Record<string, Shape>>, path: readonly string[]): Shape | null => {
  const [name = '', ...rest] = path
  const shape = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (shape === undefined) return null
  if (rest.length === 0) return shape
  if (shape.kind === 'map') return findShape(shape.fields, rest)
  const isLabel = shape.kind === 'leaf' && rest.length === 1 && shape.labels?.includes(rest[0] ?? '') === true
  return isLabel ? shape : null
}
