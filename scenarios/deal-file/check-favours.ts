import { findCircle } from './find-circle.ts'
import { found, type Found } from './found.ts'
import type { Part } from './part.ts'
import { favoursOf, namedConvertibles } from './read-convertibles.ts'

/** A most-favoured security cannot take the terms of one that takes its own, nor those of itself. */
export const checkFavours = (root: Part): readonly Found[] => {
  const all = namedConvertibles(root)
  const names = all.map(({ name }) => name)
  const placeOf = new Map(names.map((name, place) => [name, place]))
  const next = all.map((one) => favoursOf(one, all).flatMap((name) => placeOf.get(name) ?? []))
  const circle = findCircle(next)
  const [first] = circle ?? []
  if (circle === null || first === undefined) return []
  const chain = [...circle, first].map((place) => `\`${names[place] ?? ''}\``).join(' → ')
  // The circle is closed by a list of names: "all that come later" alone never leads back.
  const speaker = circle.find((place) => all[place]?.part.get('mfn') !== true) ?? first
  return [found([...(all[speaker]?.part.path ?? []), 'mfn'], 'F129', { chain })]
}
