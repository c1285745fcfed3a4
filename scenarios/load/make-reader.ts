import type { MapNode } from '../text/tree.ts'
import { findShape } from './find-shape.ts'
import type { Plain } from './leaf-value.ts'
import { locate } from './locate.ts'
import type { MapShape, Shape } from './shape.ts'

type Path = readonly (string | number)[]

/** Reads one value of a tree by its path; undefined when it is absent or not understood. */
export type ValueReader = (path: Path) => Plain | undefined

/** Makes a reader of single values, whatever else is wrong in the tree. */
export const makeReader =
  (tree: MapNode, root: MapShape): ValueReader =>
  (path) => {
    const at = locate(tree, path)
    const shape = shapeFor(root, path)
    if (!at.isExact || shape?.kind !== 'leaf') return undefined
    const reading = shape.read(at.node)
    return reading.ok ? reading.value.value : undefined
  }

const shapeFor = (root: MapShape, path: Path): Shape | null => {
  const [first = '', index, ...rest] = path
  const list = root.fields[String(first)]
  if (list?.kind !== 'list') return findShape(root.fields, path.map(String))
  return index === undefined || rest.length === 0 || list.item.kind !== 'map'
    ? list.item
    : findShape(list.item.fields, rest.map(String))
}
