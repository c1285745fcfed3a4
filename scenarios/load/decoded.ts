import type { Decoded } from './effect-schema.ts'
import type { LeafValue } from './leaf-value.ts'

type Path = readonly (string | number)[]

const isLeaf = (value: Decoded): value is LeafValue =>
  !Array.isArray(value) && Object.hasOwn(value, 'distribution')

const valueAt = (values: Decoded, path: Path): Decoded | null => {
  let at: Decoded | undefined = values
  for (const part of path) {
    if (at === undefined || isLeaf(at)) return null
    at = (at as Readonly<Record<string | number, Decoded>>)[part]
  }
  return at ?? null
}

/** The leaf at a path of decoded values, `null` when the file does not give it. */
export const leafAt = (values: Decoded, path: Path): LeafValue | null => {
  const value = valueAt(values, path)
  return value !== null && isLeaf(value) ? value : null
}

/** Whether a group or a list is there. */
export const hasGroup = (values: Decoded, path: Path): boolean => valueAt(values, path) !== null

/** Number of entries of a list, 0 when it is not there. */
export const lengthAt = (values: Decoded, path: Path): number => {
  const value = valueAt(values, path)
  return Array.isArray(value) ? value.length : 0
}
