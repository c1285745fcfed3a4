import type { Finding } from '../text/parse-text.ts'
import type { MapNode } from '../text/tree.ts'
import type { Problem } from '../units/problem.ts'
import { closestWord } from './closest-word.ts'
import { decodeTree, type Decoded, type ShapeProblem } from './effect-schema.ts'
import { locate, placeOf } from './locate.ts'
import { wrongKind } from './read-number.ts'
import type { MapShape, Shape } from './shape.ts'
import { renderPath } from './spelling.ts'

const shapeAt = (shape: Shape, path: readonly (string | number)[]): Shape | null => {
  const [part, ...rest] = path
  if (part === undefined) return shape
  if (shape.kind === 'list') return shapeAt(shape.item, rest)
  if (shape.kind === 'leaf') return null
  const field = Object.hasOwn(shape.fields, part) ? shape.fields[part] : undefined
  return field === undefined ? null : shapeAt(field, rest)
}

const nameOf = (root: MapShape): string => root.name ?? 'scenario'

const parentName = (path: readonly (string | number)[], root: MapShape): string =>
  path.length > 1 ? renderPath(path.slice(0, -1)) : nameOf(root)

/** Groups that have a field of this name, for a field that stands at the wrong level. */
const placesOf = (name: string, root: MapShape): readonly string[] => {
  const places: string[] = Object.hasOwn(root.fields, name) ? [nameOf(root)] : []
  for (const [group, shape] of Object.entries(root.fields))
    if (shape.kind === 'map' && Object.hasOwn(shape.fields, name)) places.push(group)
  return places
}

const unknownField = (path: readonly (string | number)[], root: MapShape): Problem => {
  const parent = shapeAt(root, path.slice(0, -1))
  const names = parent?.kind === 'map' ? Object.keys(parent.fields) : []
  const name = String(path.at(-1))
  const suggestion = closestWord(name, names)
  const places = placesOf(name, root)
  const words = {
    field: name,
    parent: parentName(path, root),
    fields: names.slice(0, 16).join(', ') + (names.length > 16 ? ', ...' : ''),
    places: places.map((place) => `\`${place}\``).join(', '),
    suggestion: suggestion ?? '',
  }
  if (suggestion !== null) return { code: 'F104', words, help: 'didYouMean', suggestion }
  return { code: 'F104', words, ...(places.length > 0 ? { help: 'belongsTo' } : {}) }
}

const wrongKindAt = (tree: MapNode, path: readonly (string | number)[], shape: Shape | null): Finding => {
  const { problems } = wrongKind(locate(tree, path).node, shape?.kind === 'list' ? 'list' : 'fields')
  const [problem = { code: 'F103', words: {} }] = problems
  return { problem, place: placeOf(tree, path, 'value') }
}

const toFinding = (found: ShapeProblem, tree: MapNode, root: MapShape): Finding => {
  const { path } = found
  if (found.kind === 'unknown')
    return { problem: unknownField(path, root), place: placeOf(tree, path, 'key') }
  if (found.kind === 'missing') {
    const words = { parent: parentName(path, root), field: String(path.at(-1)) }
    return {
      problem: { code: 'F101', words },
      place: { ...placeOf(tree, path, 'key'), path: renderPath(path) },
    }
  }
  if (found.problem === null) return wrongKindAt(tree, path, shapeAt(root, path))
  const { problem } = found
  const full = [...path, ...(problem.path ?? [])]
  return { problem, place: placeOf(tree, full, problem.atKey === true ? 'key' : 'value', problem.within) }
}

/** Checks a whole scenario tree at once: its values, or every mistake of structure, unit and limit. */
export const validate = (
  tree: MapNode,
  shape: MapShape,
): { readonly values: Decoded | null; readonly findings: readonly Finding[] } => {
  const { values, problems } = decodeTree(tree, shape)
  return { values, findings: problems.map((problem) => toFinding(problem, tree, shape)) }
}
