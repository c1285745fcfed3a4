import { placeOf } from '../load/locate.ts'
import type { Finding } from '../text/parse-text.ts'
import type { MapNode } from '../text/tree.ts'
import { renderShifted } from '../units/render-quantity.ts'
import { renderDay } from './day.ts'
import { found, type Found } from './found.ts'
import type { Part } from './part.ts'
import { namedConvertibles } from './read-convertibles.ts'
import { namedRights } from './read-start.ts'

const warnPool = (round: Part): readonly Found[] => {
  const pool = round.group('pool')
  if (!((pool.number('target') ?? 0) > 0 && (pool.number('add') ?? 0) > 0)) return []
  return [found([...pool.path, 'add'], 'F321', { name: round.word('name', '') })]
}

const fraction = (path: Found['path'], security: string, shares: number | null): readonly Found[] =>
  shares === null || Number.isInteger(shares)
    ? []
    : [found(path, 'F322', { security, value: renderShifted(shares, 0) })]

const fractionIn = (part: Part, field: string, security: string): readonly Found[] =>
  fraction([...part.path, field], security, part.number(field))

const fractionOfHolders = (part: Part, field: string, security: string): readonly Found[] =>
  (part.holders(field) ?? [])
    .filter(({ isMoney }) => !isMoney)
    .flatMap(({ name, amount }) => fraction([...part.path, field, name], `${security}, ${name}`, amount))

/** Counts of shares that are written with a fraction. */
const warnFractions = (root: Part): readonly Found[] => {
  const options = root.group('options')
  return [
    ...fractionOfHolders(root, 'common', 'common'),
    ...namedRights(root).flatMap(({ part, name }) => fractionIn(part, 'shares', name)),
    ...fractionIn(options, 'promised', 'options promised'),
    ...fractionIn(options, 'available', 'options available'),
    ...root.list('series').flatMap((part) => {
      const name = part.word('name', '')
      return [...fractionIn(part, 'shares', name), ...fractionOfHolders(part, 'holders', name)]
    }),
    ...root.list('rounds').flatMap((part) => {
      const name = part.word('name', '')
      const sales = part.list('secondary').flatMap((sale) => fractionIn(sale, 'shares', name))
      return [...fractionIn(part.group('pool'), 'add', `${name}, pool`), ...sales]
    }),
  ]
}

/** What ends a note: the first round that is not before it, or the exit; null where its day is not known. */
const endOf = (
  root: Part,
  noteDay: number | null,
): { readonly event: string; readonly day: number } | null => {
  const rounds = root.list('rounds')
  const converting = rounds.find((round) => {
    const day = round.number('date')
    return day === null || noteDay === null || day >= noteDay
  })
  const day = (converting ?? root.group('exit')).number('date')
  return day === null ? null : { event: converting?.word('name', '') ?? 'exit', day }
}

const warnMaturity = (root: Part): readonly Found[] =>
  namedConvertibles(root).flatMap(({ name, part, day }) => {
    const maturity = part.number('maturity')
    const end = endOf(root, day)
    if (maturity === null || end === null || maturity >= end.day) return []
    const words = { name, maturity: renderDay(maturity), event: end.event, date: renderDay(end.day) }
    return [found([...part.path, 'maturity'], 'F323', words)]
  })

/** What is odd in a sound deal without being wrong. */
export const warnDeal = (root: Part, tree: MapNode): readonly Finding[] =>
  [...root.list('rounds').flatMap(warnPool), ...warnFractions(root), ...warnMaturity(root)].map(
    ({ path, problem, part }) => ({ problem, place: placeOf(tree, path, part ?? 'value') }),
  )
