import fc from 'fast-check'
import { PreferredSeries, usualTerms } from '../../../../engine/finance/index.ts'
import type {
  AntiDilution,
  CapBasis,
  CapTable,
  RoundConvention,
  RoundTerms,
} from '../../../../engine/finance/index.ts'
import { safe } from './round-tables.ts'

const money = (least: number, most: number): fc.Arbitrary<number> =>
  fc.double({ min: Math.log(least), max: Math.log(most), noNaN: true }).map(Math.exp)

const protection = fc.constantFrom<AntiDilution>('none', 'broad_based', 'narrow_based', 'full_ratchet')

const randomSeries = fc
  .record({
    shares: money(1e5, 1e7),
    priceUsd: money(0.01, 100),
    ratio: fc.constantFrom(1, 1, 1.5),
    protection,
  })
  .map(({ shares, priceUsd, ratio, protection: antiDilution }) => {
    const series = new PreferredSeries(shares, priceUsd, { ...usualTerms, antiDilution })
    series.conversionPriceUsd = priceUsd / ratio
    series.convertedShares = shares * ratio
    return series
  })

const randomConvertible = fc.record({
  owedUsd: money(1e4, 1e7),
  capUsd: fc.oneof(fc.constant(Infinity), money(1e6, 1e9)),
  capBasis: fc.constantFrom<CapBasis>('post_money', 'pre_money'),
  discount: fc.constantFrom(0, 0, 0.1, 0.3),
  isMostFavoured: fc.boolean(),
})

/** Companies of all sorts; a most-favoured convertible may take the terms of all issued after it. */
export const randomTable: fc.Arbitrary<CapTable> = fc
  .record({
    commonShares: money(1e5, 1e8),
    rights: fc.array(fc.record({ shares: money(1e3, 1e6), strikeUsd: fc.constant(1) }), { maxLength: 2 }),
    promisedShares: fc.oneof(fc.constant(0), money(1e3, 1e6)),
    availableShares: fc.oneof(fc.constant(0), money(1e3, 1e8)),
    series: fc.array(randomSeries, { maxLength: 5 }),
    convertibles: fc.array(randomConvertible, { maxLength: 4 }),
  })
  .map(({ convertibles, ...table }) => ({
    ...table,
    convertibles: convertibles.map((terms, place) => {
      const later = convertibles.map((_, other) => other).slice(place + 1)
      return safe({ ...terms, favours: terms.isMostFavoured ? later : [] })
    }),
  }))

/** Rounds of all sizes, priced above and below what the company sold shares at before. */
export const randomRound: fc.Arbitrary<RoundTerms> = fc.record({
  preMoneyUsd: money(1e6, 1e10),
  amountUsd: money(1e5, 1e9),
  convention: fc.constantFrom<RoundConvention>('percentage_ownership', 'pre_money', 'dollars_invested'),
  pool: fc.record({
    targetShare: fc.constantFrom(0, 0.05, 0.1, 0.2),
    addedShares: fc.oneof(fc.constant(0), money(1e3, 1e7)),
    isAfterMoney: fc.boolean(),
  }),
  preferred: fc.constant(usualTerms),
  protectsOlder: fc.constantFrom(true, true, false),
  rounding: fc.constant(null),
})
