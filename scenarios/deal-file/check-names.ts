import { closestWord } from '../load/closest-word.ts'
import { listSeries } from './assemble-deal.ts'
import { found, type Found } from './found.ts'
import type { Part } from './part.ts'
import { namedConvertibles } from './read-convertibles.ts'
import { namedRights } from './read-start.ts'

interface Named {
  readonly name: string
  readonly part: Part
}

/** Every security has a name of its own; `common` means the common shares. */
export const checkTwice = (root: Part): readonly Found[] => {
  const all: readonly Named[] = [...listSeries(root), ...namedConvertibles(root), ...namedRights(root)]
  const seen = new Set(['common'])
  return all.flatMap(({ name, part }) => {
    const isTaken = seen.has(name)
    if (name !== '') seen.add(name)
    return isTaken ? [found([...part.path, 'name'], 'F124', { name })] : []
  })
}

/** So many names are looked through for what was meant, of so many unknown ones a field: files may be hostile. */
const mostSuggested = 500
const mostUnknown = 20

/** An unknown name, with the nearest known one. */
export const unknownName = (
  path: Found['path'],
  code: 'F125' | 'F126',
  name: string,
  known: readonly string[],
): Found => {
  const suggestion = closestWord(name, known.slice(0, mostSuggested))
  const values = known.slice(0, 12).join(', ') + (known.length > 12 ? ', ...' : '')
  const words = { value: name, values, suggestion: suggestion ?? '' }
  return found(path, code, words, suggestion === null ? {} : { help: 'didYouMean', suggestion })
}

/** A field that gives names, each of which must be known. */
export const unknownIn = (
  part: Part,
  field: string,
  code: 'F125' | 'F126',
  known: readonly string[],
): readonly Found[] => {
  const said = part.get(field)
  const names = Array.isArray(said) ? part.names(field) : typeof said === 'string' ? [said] : []
  const isKnown = new Set(known)
  const unknown = names.map((name, index) => ({ name, index })).filter(({ name }) => !isKnown.has(name))
  return unknown.slice(0, mostUnknown).map(({ name, index }) => {
    const path = [...part.path, field, ...(Array.isArray(said) && names.length > 1 ? [index] : [])]
    return unknownName(path, code, name, known)
  })
}

/** Names of securities that are said to be senior, equal, or better than another. */
export const checkSecurities = (root: Part): readonly Found[] => {
  const series = listSeries(root)
  const seriesNames = series.map(({ name }) => name)
  const convertibles = namedConvertibles(root)
  const convertibleNames = convertibles.map(({ name }) => name)
  return [
    ...series.flatMap(({ part }) => unknownIn(part, 'senior_to', 'F125', seriesNames)),
    ...series.flatMap(({ part }) => unknownIn(part, 'pari_passu_with', 'F125', seriesNames)),
    ...convertibles.flatMap(({ part }) => unknownIn(part, 'mfn', 'F125', convertibleNames)),
  ]
}
