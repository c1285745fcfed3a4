import type { Fraction } from 'fraction.js'
import type { CapTable } from '../../../../engine/finance/index.ts'
import { exact, sum, zero } from './exact-numbers.ts'

/** Places of the securities whose terms one may take: its own, those it favours, and those that these favour. */
function placesTaken({ convertibles }: CapTable, place: number): readonly number[] {
  const found = new Set([place])
  for (const one of found)
    if (convertibles[one].isMostFavoured) convertibles[one].favours.forEach((other) => found.add(other))
  return [...found]
}

/** All ways in which each security can take one of its instruments. */
const waysOf = (choices: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  choices.reduce<readonly (readonly number[])[]>(
    (ways, places) => ways.flatMap((way) => places.map((place) => [...way, place])),
    [[]],
  )

/**
 * Common shares that each SAFE and note would turn into, in exact numbers, found by trying all instruments that the
 * most-favoured may take: of the ways in which none would rather have another, the one with the fewest shares. Null if
 * there is none, post-money caps having promised the whole company.
 */
export function exactShares(table: CapTable): readonly Fraction[] | null {
  const { convertibles } = table
  const before = sum([
    exact(table.commonShares).add(exact(table.promisedShares)),
    ...table.rights.map(({ shares }) => exact(shares)),
    ...table.series.map(({ convertedShares }) => exact(convertedShares)),
  ])
  const choices = convertibles.map((_, place) => placesTaken(table, place))
  /** Part of what its cap counts that one gets by the terms of a place. */
  const partOf = (one: number, place: number): Fraction => {
    const { capUsd } = convertibles[place]
    return capUsd === Infinity ? zero : exact(convertibles[one].owedUsd).div(exact(capUsd))
  }
  const isPost = (place: number): boolean => convertibles[place].capBasis === 'post_money'
  const countedBy = (way: readonly number[]): Fraction | null => {
    const promised = sum(way.map((place, one) => (isPost(place) ? partOf(one, place) : zero)))
    const plain = sum(way.map((place, one) => (isPost(place) ? zero : partOf(one, place).mul(before))))
    return promised.compare(1) < 0 ? before.add(plain).div(exact(1).sub(promised)) : null
  }
  let least: { readonly counted: Fraction; readonly shares: readonly Fraction[] } | null = null
  for (const way of waysOf(choices)) {
    const counted = countedBy(way)
    if (counted === null) continue
    const sharesBy = (one: number, place: number): Fraction =>
      partOf(one, place).mul(isPost(place) ? counted : before)
    const shares = way.map((place, one) => sharesBy(one, place))
    const isContent = choices.every((places, one) =>
      places.every((place) => sharesBy(one, place).compare(shares[one]) <= 0),
    )
    if (isContent && (least === null || counted.compare(least.counted) < 0)) least = { counted, shares }
  }
  return least === null ? null : least.shares
}

/** The largest discount that each may take at an exit: those of SAFEs, for SAFEs. */
export const exactDiscounts = (table: CapTable): readonly Fraction[] =>
  table.convertibles.map(({ isDebt }, place) => {
    const discounts = placesTaken(table, place).map((other) => {
      const { discount, isDebt: isNote } = table.convertibles[other]
      return isDebt || isNote ? 0 : discount
    })
    return exact(Math.max(...discounts))
  })
