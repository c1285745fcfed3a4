import { expect } from 'vitest'
import type {
  CapTable,
  PreferredSeries,
  RoundSolution,
  RoundTerms,
} from '../../../../engine/finance/index.ts'

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
/** Claims that two numbers agree but for rounding. */
export const near = (got: number, wanted: number): void =>
  expect(Math.abs(got - wanted)).toBeLessThanOrEqual(1e-9 * Math.abs(wanted))

/** Lowest of the prices that a convertible's own terms and those it may take give, straight from the definitions. */
function conversionPrice(table: CapTable, s: RoundSolution, place: number, seen: number[] = []): number {
  const { capUsd, capBasis, discount, isMostFavoured, favours } = table.convertibles[place]
  const rights = sum(table.rights.map(({ shares }) => shares))
  const preferred = sum(table.series.map(({ convertedShares }) => convertedShares))
  const before = table.commonShares + rights + table.promisedShares + table.availableShares + preferred
  const counted = before + (capBasis === 'post_money' ? sum(s.convertibleShares) : s.poolIncreaseShares)
  const others = isMostFavoured ? favours.filter((other) => !seen.includes(other)) : []
  return Math.min(
    s.priceUsd * (1 - discount),
    capUsd / counted,
    ...others.map((other) => conversionPrice(table, s, other, [...seen, place])),
  )
}

/** Conversion price of an older series after the round, straight from the definitions. */
function adjustedPrice(
  table: CapTable,
  terms: RoundTerms,
  s: RoundSolution,
  series: PreferredSeries,
): number {
  const old = series.conversionPriceUsd
  if (!terms.protectsOlder || series.antiDilution === 'none' || s.priceUsd >= old) return old
  if (series.antiDilution === 'full_ratchet') return s.priceUsd
  const stock = table.commonShares + sum(table.series.map(({ convertedShares }) => convertedShares))
  const options = sum(table.rights.map(({ shares }) => shares)) + table.promisedShares
  const before = series.antiDilution === 'narrow_based' ? stock : stock + options
  return (old * (before + terms.amountUsd / old)) / (before + s.newShares)
}

/** Puts a solution back into every equation that defines it. */
export function expectEquationsHold(table: CapTable, terms: RoundTerms, s: RoundSolution): void {
  const rights = sum(table.rights.map(({ shares }) => shares))
  const pool = table.availableShares + s.poolIncreaseShares
  const stock = table.commonShares + rights + table.promisedShares + sum(s.convertedShares)
  const converting = sum(s.convertibleShares)
  const whole = stock + pool + converting + s.newShares
  near(s.fullyDilutedShares, whole)
  near(s.postMoneyUsd, s.priceUsd * whole)
  near(s.newShares * s.priceUsd, terms.amountUsd)
  table.convertibles.forEach(({ owedUsd }, place) => {
    near(s.convertiblePriceUsd[place], conversionPrice(table, s, place))
    near(s.convertibleShares[place] * s.convertiblePriceUsd[place], owedUsd)
  })
  table.series.forEach((series, place) => {
    near(s.conversionPriceUsd[place], adjustedPrice(table, terms, s, series))
    near(
      s.convertedShares[place] * s.conversionPriceUsd[place],
      series.convertedShares * series.conversionPriceUsd,
    )
  })
  const lacking = terms.pool.targetShare * whole - table.availableShares
  near(pool, table.availableShares + Math.max(terms.pool.addedShares, lacking))
  const covered =
    stock +
    (terms.pool.isAfterMoney ? table.availableShares : pool) +
    (terms.convention === 'pre_money' ? 0 : converting)
  const owed = sum(table.convertibles.map(({ owedUsd }) => owedUsd))
  near(covered * s.priceUsd, terms.preMoneyUsd + (terms.convention === 'dollars_invested' ? owed : 0))
}
