import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  makeRoundSolution,
  preMoneyAtPrice,
  PreferredSeries,
  solveRound,
  usualTerms,
} from '../../../../engine/finance/index.ts'
import type { CapTable, RoundSolution, RoundTerms } from '../../../../engine/finance/index.ts'
import { randomRound, randomTable } from './random-rounds.ts'
import { expectEquationsHold, near } from './round-equations.ts'

const solution = makeRoundSolution()

/** Solves the round; null if it is refused for want of a price, and any other fault goes through. */
const solvedOrRefused = (table: CapTable, terms: RoundTerms): RoundSolution | null => {
  try {
    solveRound(table, terms, solution)
    return solution
  } catch (error) {
    if (error instanceof RangeError && /no price/.test(error.message)) return null
    throw error
  }
}

describe('a solved round', () => {
  it('satisfies every equation that defines it, 10,000 random rounds', () => {
    const counts = { solved: 0, refused: 0, adjusted: 0, favoured: 0, toppedUp: 0 }
    fc.assert(
      fc.property(randomTable, randomRound, (table, terms) => {
        const s = solvedOrRefused(table, terms)
        if (s === null) return void counts.refused++
        counts.solved++
        if (s.convertedShares.some((shares, i) => shares > table.series[i].convertedShares)) counts.adjusted++
        if (s.convertibleTerms.some((taken, i) => taken !== i)) counts.favoured++
        if (s.poolIncreaseShares > terms.pool.addedShares) counts.toppedUp++
        expectEquationsHold(table, terms, s)
      }),
      { numRuns: 10_000, seed: 20_261 },
    )
    // The draws reach every kind of round.
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(300)
  })

  it('is the only one: a higher price always means a higher pre-money value', () => {
    const other = makeRoundSolution()
    const factor = fc.constantFrom(1e-6, 0.1, 0.5, 0.9, 0.999)
    let compared = 0
    fc.assert(
      fc.property(randomTable, randomRound, factor, (table, terms, lower) => {
        const s = solvedOrRefused(table, terms)
        if (s === null) return
        const lowerUsd = preMoneyAtPrice(table, terms, s.priceUsd * lower, other)
        compared++
        expect(lowerUsd).toBeLessThan(terms.preMoneyUsd)
      }),
      { numRuns: 5000, seed: 20_262 },
    )
    expect(compared).toBeGreaterThan(3000)
  })

  it('leaves the older series alone in an up or a flat round, whatever converts', () => {
    let ups = 0
    fc.assert(
      fc.property(randomTable, randomRound, (table, terms) => {
        const s = solvedOrRefused(table, terms)
        if (s === null) return
        table.series.forEach((series, i) => {
          if (s.priceUsd < series.conversionPriceUsd) return
          ups++
          expect(s.conversionPriceUsd[i]).toBe(series.conversionPriceUsd)
          expect(s.convertedShares[i]).toBe(series.convertedShares)
        })
      }),
      { numRuns: 3000, seed: 20_263 },
    )
    expect(ups).toBeGreaterThan(1000)
  })

  it('does not change when all dollars or all shares are counted in another unit', () => {
    fc.assert(
      fc.property(randomTable, randomRound, fc.constantFrom(0.25, 8), (table, terms, unit) => {
        const s = solvedOrRefused(table, terms)
        if (s === null) return
        const { priceUsd, fullyDilutedShares } = s
        const dear = solvedOrRefused(inDollars(table, unit), {
          ...terms,
          preMoneyUsd: unit * terms.preMoneyUsd,
          amountUsd: unit * terms.amountUsd,
        })!
        near(dear.priceUsd, unit * priceUsd)
        near(dear.fullyDilutedShares, fullyDilutedShares)
      }),
      { numRuns: 1000, seed: 20_264 },
    )
  })

  it('has whole shares and a price of so many decimals when rounding is asked', () => {
    let rounded = 0
    fc.assert(
      fc.property(randomTable, randomRound, (table, terms) => {
        const exact = solvedOrRefused(table, terms)
        if (exact === null || exact.priceUsd < 0.01 || exact.convertiblePriceUsd.some((p) => p < 0.01)) return
        const { priceUsd, newShares, postMoneyUsd } = exact
        near(postMoneyUsd, priceUsd * exact.fullyDilutedShares)
        const s = solvedOrRefused(table, { ...terms, rounding: { priceDecimals: 4 } })!
        rounded++
        expect(Math.abs(s.priceUsd - priceUsd)).toBeLessThanOrEqual(0.5001e-4)
        expect(s.priceUsd * 1e4).toBeCloseTo(Math.round(s.priceUsd * 1e4), 4)
        for (const shares of [s.newShares, s.poolIncreaseShares, ...s.convertibleShares])
          expect(shares).toBe(Math.floor(shares))
        expect(s.newShares * s.priceUsd).toBeLessThanOrEqual(terms.amountUsd * (1 + 1e-12))
        expect(Math.abs(s.newShares / newShares - 1)).toBeLessThan(
          0.5001e-4 / (priceUsd - 0.5e-4) + 1 / newShares,
        )
        s.conversionPriceUsd.forEach((price, i) => {
          const before = table.series[i].conversionPriceUsd
          expect(price).toBeLessThanOrEqual(before)
          if (priceUsd >= before) expect(price).toBe(before)
        })
        expect(s.preMoneyUsd).toBe(terms.preMoneyUsd)
        near(s.postMoneyUsd, postMoneyUsd)
        if (terms.convention === 'percentage_ownership' && !terms.pool.isAfterMoney)
          expect(s.postMoneyUsd).toBe(terms.preMoneyUsd + terms.amountUsd)
      }),
      { numRuns: 3000, seed: 20_265 },
    )
    expect(rounded).toBeGreaterThan(1000)
  })
})

/** The same company with its dollars counted in a unit of another size. */
const inDollars = (table: CapTable, unit: number): CapTable => ({
  ...table,
  series: table.series.map((old) => {
    const { shares, issuePriceUsd, antiDilution } = old
    const series = new PreferredSeries(shares, unit * issuePriceUsd, { ...usualTerms, antiDilution })
    series.conversionPriceUsd = unit * old.conversionPriceUsd
    series.convertedShares = old.convertedShares
    return series
  }),
  convertibles: table.convertibles.map((convertible) => ({
    ...convertible,
    owedUsd: unit * convertible.owedUsd,
    capUsd: unit * convertible.capUsd,
  })),
})
