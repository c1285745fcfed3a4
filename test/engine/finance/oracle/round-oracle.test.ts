import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  makeRoundSolution,
  PreferredSeries,
  solveRound,
  usualTerms,
} from '../../../../engine/finance/index.ts'
import type {
  AntiDilution,
  CapBasis,
  CapTable,
  RoundConvention,
  RoundTerms,
} from '../../../../engine/finance/index.ts'
import { exactRound } from './exact-round.ts'

const shares = (most: number): fc.Arbitrary<number> => fc.integer({ min: 1, max: most })
const priceUsd = fc.integer({ min: 1, max: 80 }).map((eighths) => eighths / 8)

const seriesOf = fc
  .record({
    count: shares(4_000_000),
    issue: priceUsd,
    ratio: fc.constantFrom(1, 1, 1.25, 2),
    antiDilution: fc.constantFrom<AntiDilution>(
      'none',
      'broad_based',
      'broad_based',
      'narrow_based',
      'full_ratchet',
    ),
  })
  .map(({ count, issue, ratio, antiDilution }) => {
    const series = new PreferredSeries(count, issue, { ...usualTerms, antiDilution })
    series.conversionPriceUsd = issue / ratio
    series.convertedShares = count * ratio
    return series
  })

const convertible = fc.record({
  owedUsd: fc.integer({ min: 10_000, max: 3_000_000 }),
  capUsd: fc.oneof(fc.constant(Infinity), fc.integer({ min: 4_000_000, max: 60_000_000 })),
  capBasis: fc.constantFrom<CapBasis>('post_money', 'pre_money'),
  discount: fc.constantFrom(0, 0, 0.125, 0.25),
  favoured: fc.boolean(),
})

const randomTable: fc.Arbitrary<CapTable> = fc
  .record({
    commonShares: shares(10_000_000),
    rights: fc.array(fc.record({ shares: shares(500_000), strikeUsd: priceUsd }), { maxLength: 2 }),
    promisedShares: fc.integer({ min: 0, max: 300_000 }),
    availableShares: fc.integer({ min: 0, max: 1_500_000 }),
    series: fc.array(seriesOf, { maxLength: 4, size: 'max' }),
    convertibles: fc.array(convertible, { maxLength: 3, size: 'max' }),
  })
  .map(({ convertibles, ...table }) => ({
    ...table,
    convertibles: convertibles.map(({ favoured, ...one }, place) => ({
      ...one,
      isMostFavoured: favoured && place > 0,
      favours: favoured ? Array.from({ length: place }, (_, other) => other) : [],
      isDebt: false,
    })),
  }))

const randomTerms: fc.Arbitrary<RoundTerms> = fc.record({
  preMoneyUsd: fc.integer({ min: 2_000_000, max: 200_000_000 }),
  amountUsd: fc.integer({ min: 100_000, max: 50_000_000 }),
  convention: fc.constantFrom<RoundConvention>('percentage_ownership', 'pre_money', 'dollars_invested'),
  pool: fc.record({
    targetShare: fc.constantFrom(0, 0, 0.0625, 0.125),
    addedShares: fc.constantFrom(0, 0, 250_000),
    isAfterMoney: fc.boolean(),
  }),
  preferred: fc.constant(usualTerms),
  protectsOlder: fc.boolean(),
  rounding: fc.constant(null),
})

describe('the solver of rounds against exact rational arithmetic, 10,000 random rounds', () => {
  it('finds the price, the conversions and the pool that exact arithmetic finds, and refuses what has no price', () => {
    const solution = makeRoundSolution()
    const counts = { solved: 0, refused: 0, adjusted: 0 }
    fc.assert(
      fc.property(randomTable, randomTerms, (table, terms) => {
        const truth = exactRound(table, terms)
        if (truth === null) {
          counts.refused++
          expect(() => solveRound(table, terms, solution)).toThrow(RangeError)
          return
        }
        counts.solved++
        solveRound(table, terms, solution)
        const close = (got: number, wanted: number): void =>
          expect(Math.abs(got - wanted)).toBeLessThan(1e-9 * (1 + Math.abs(wanted)))
        close(1 / solution.priceUsd, truth.perUsd.valueOf())
        close(
          solution.convertibleShares.reduce((sum, one) => sum + one, 0),
          truth.converting.valueOf(),
        )
        close(solution.poolIncreaseShares, truth.added.valueOf())
        if (solution.convertedShares.some((one, i) => one > table.series[i].convertedShares))
          counts.adjusted++
      }),
      { numRuns: 10_000, seed: 20_262 },
    )
    expect(counts.solved).toBeGreaterThan(5000)
    expect(counts.refused).toBeGreaterThan(10)
    expect(counts.adjusted).toBeGreaterThan(1000)
  })
})
