import { companyFields } from '../company/company-fields.ts'
import { positionIn } from '../diagnostics/source.ts'
import type { MapNode } from '../text/tree.ts'
import type { Annotation } from './leaf-value.ts'
import { locate } from './locate.ts'
import type { ScenarioShape } from './scenario-shape.ts'
import type { Shape } from './shape.ts'
import { toSnakeCase } from './spelling.ts'

/** Where a value of a resolved scenario comes from. */
export interface Origin {
  readonly kind: 'default' | 'file' | 'set'
  /** The file, built-in or flag; empty for a default. */
  readonly file: string
  /** Line in the file, 0 for a default or a flag. */
  readonly line: number
  /** For a default the catalogue's source; otherwise what the scenario's `sources:` says, or empty. */
  readonly source: string
  readonly note: string
}

/** Origins by dotted path in file spelling, one for each single field. */
export type Origins = ReadonlyMap<string, Origin>

const defaultSource = (shape: ScenarioShape): ReadonlyMap<string, string> => {
  const sources = new Map<string, string>()
  for (const [section, fields] of Object.entries(shape.catalogue))
    for (const [name, field] of Object.entries(fields))
      sources.set(`${toSnakeCase(section)}.${toSnakeCase(name)}`, field.source)
  for (const [name, field] of Object.entries(companyFields))
    sources.set(`company.${toSnakeCase(name)}`, field.source)
  return sources
}

const listLeaves = (shape: Shape, path: readonly string[]): readonly (readonly string[])[] =>
  shape.kind === 'map'
    ? Object.entries(shape.fields).flatMap(([name, field]) => listLeaves(field, [...path, name]))
    : [path]

/** Finds the origin of every field of a scenario file. */
export const findOrigins = (
  tree: MapNode,
  shape: ScenarioShape,
  annotations: readonly Annotation[],
): Origins => {
  const defaults = defaultSource(shape)
  const origins = new Map<string, Origin>()
  for (const path of listLeaves(shape, [])) {
    const name = path.join('.')
    const at = locate(tree, path)
    const annotation = annotations.find((entry) => entry.path === name || entry.path.startsWith(`${name}.`))
    const source = annotation?.source ?? (at.isExact ? '' : (defaults.get(name) ?? 'assumption'))
    const note = annotation?.note ?? ''
    const { source: text, start } = at.key
    if (!at.isExact) origins.set(name, { kind: 'default', file: '', line: 0, source, note })
    else if (text.kind === 'set') origins.set(name, { kind: 'set', file: text.text, line: 0, source, note })
    else
      origins.set(name, { kind: 'file', file: text.name, line: positionIn(text, start).line, source, note })
  }
  return origins
}
