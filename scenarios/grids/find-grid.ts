import { closestWords } from '../names/closest-words.ts'
import { plainName } from '../names/plain-name.ts'
import type { Grid, GridTable } from './parse-grids.ts'

/** A grid that was found, or names that may have been meant. */
export type FoundGrid =
  | { readonly _tag: 'Found'; readonly grid: Grid }
  | { readonly _tag: 'UnknownGrid'; readonly name: string; readonly suggestions: readonly string[] }

/** Finds a grid by id, name or alias, in any spelling (`fr`, `France`, `us-camx`, `california`). */
export const findGrid = ({ grids }: GridTable, name: string): FoundGrid => {
  const byName = new Map(
    grids.flatMap((grid) =>
      [grid.id, grid.name, ...grid.aliases].map((word) => [plainName(word), grid] as const),
    ),
  )
  const grid = byName.get(plainName(name))
  if (grid !== undefined) return { _tag: 'Found', grid }
  const near = closestWords(plainName(name), [...byName.keys()])
  const ids = near.map((word) => byName.get(word)?.id ?? word)
  return { _tag: 'UnknownGrid', name, suggestions: [...new Set(ids)].slice(0, 3) }
}
