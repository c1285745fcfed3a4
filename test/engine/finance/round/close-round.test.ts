import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  closeRound,
  closeRoundAtPrice,
  fullyDilutedShares,
  makeCapTable,
  makeRoundSolution,
  preferenceUsd,
  usualTerms,
} from '../../../../engine/finance/index.ts'
import { randomRound, randomTable } from './random-rounds.ts'
import { distance, round, safe, series, tableWith } from './round-tables.ts'

describe('closing a round', () => {
  it('puts the new series last, behind one shadow series a convertible, and leaves no convertible', () => {
    const table = tableWith(8e6, safe({ capUsd: 10e6 }), safe({ discount: 0.2 }))
    const solution = makeRoundSolution()
    const preferred = { ...usualTerms, rank: 7, participation: 'full' as const }
    expect(closeRound(table, round({ preferred }), solution)).toBe(2)
    expect(table.convertibles).toEqual([])
    expect(table.series.map(({ issuePriceUsd }) => issuePriceUsd)).toEqual([
      ...solution.convertiblePriceUsd,
      solution.priceUsd,
    ])
    for (const one of table.series) expect([one.rank, one.participation]).toEqual([7, 'full'])
  })

  it('gives a shadow series a preference of the money put in, not of the price others pay', () => {
    const table = tableWith(8e6, safe({ capUsd: 10e6 }))
    closeRound(table, round({}), makeRoundSolution())
    expect(distance(table.series.map(preferenceUsd), [1e6, 3e6])).toBeLessThan(1e-12)
    expect(table.series[0].issuePriceUsd).toBeCloseTo(1.125, 12)
  })

  it('adds the increase to what is available in the pool, and adjusts the older series', () => {
    const table = makeCapTable(8e6, 5e5)
    table.series.push(series(2e6, 5, 'broad_based'))
    const solution = makeRoundSolution()
    closeRound(table, round({ pool: { targetShare: 0.1, addedShares: 0, isAfterMoney: false } }), solution)
    expect(table.availableShares / fullyDilutedShares(table)).toBeCloseTo(0.1, 12)
    expect(table.series[0].conversionPriceUsd).toBe(solution.conversionPriceUsd[0])
    expect(table.series[0].convertedShares).toBeGreaterThan(2e6)
    expect([table.series[0].shares, table.series[0].investedUsd]).toEqual([2e6, 10e6])
  })

  it('leaves a table that counts what the solution counted, for any round', () => {
    let closed = 0
    fc.assert(
      fc.property(randomTable, randomRound, (table, terms) => {
        const solution = makeRoundSolution()
        try {
          closeRound(table, terms, solution)
        } catch {
          return
        }
        closed++
        expect(distance([fullyDilutedShares(table)], [solution.fullyDilutedShares])).toBeLessThan(1e-12)
      }),
      { numRuns: 2000, seed: 20_266 },
    )
    expect(closed).toBeGreaterThan(1000)
  })

  it('at an agreed price, as in a bridge at the last one, dilutes all alike and adjusts nobody', () => {
    const table = tableWith(8e6)
    const solution = makeRoundSolution()
    const first = closeRound(table, round({}), solution)
    const bridge = closeRoundAtPrice(
      table,
      round({ amountUsd: 1.5e6 }),
      table.series[first].issuePriceUsd,
      solution,
    )
    expect(solution.preMoneyUsd).toBe(15e6)
    expect(table.series.map(({ convertedShares }) => convertedShares)).toEqual([2e6, 1e6])
    expect(bridge).toBe(1)
  })

  it('keeps an agreed price whose decimals are more than those of the rounding, in a bridge too', () => {
    const table = tableWith(8e6)
    table.series.push(series(2e6, 1.234_54, 'full_ratchet'))
    const solution = makeRoundSolution()
    const terms = round({ amountUsd: 1e6, rounding: { priceDecimals: 4 } })
    const bridge = closeRoundAtPrice(table, terms, 1.234_54, solution)
    expect(solution.priceUsd).toBe(1.234_54)
    expect(table.series[bridge].issuePriceUsd).toBe(1.234_54)
    expect(table.series[bridge].shares).toBe(Math.floor(1e6 / 1.234_54))
    expect([table.series[0].conversionPriceUsd, table.series[0].convertedShares]).toEqual([1.234_54, 2e6])
  })

  it('converts at an agreed price, unrounded, what converts at the price of the round', () => {
    const table = tableWith(8e6, safe({}), safe({ discount: 0.2 }))
    table.series.push(series(2e6, 2, 'full_ratchet'))
    const solution = makeRoundSolution()
    closeRoundAtPrice(table, round({ rounding: { priceDecimals: 4 } }), 1.234_56, solution)
    expect(solution.convertiblePriceUsd).toEqual([1.234_56, 0.9876])
    expect(solution.conversionPriceUsd).toEqual([1.234_56])
  })

  it('reuses one solution for tables of any size', () => {
    const solution = makeRoundSolution()
    const large = tableWith(8e6, safe({}), safe({ discount: 0.1 }))
    large.series.push(series(1e6, 1, 'none'))
    closeRound(large, round({}), solution)
    closeRound(tableWith(8e6), round({}), solution)
    const fresh = makeRoundSolution()
    closeRound(tableWith(8e6), round({}), fresh)
    const { system: _, ...reused } = solution
    const { system: __, ...unused } = fresh
    expect(reused).toEqual(unused)
  })
})
