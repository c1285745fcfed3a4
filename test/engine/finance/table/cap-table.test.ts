import { describe, expect, it } from 'vitest'
import {
  fullyDilutedShares,
  makeCapTable,
  participationCapUsd,
  preferenceUsd,
  PreferredSeries,
  usualTerms,
} from '../../../../engine/finance/index.ts'

describe('a cap table', () => {
  it('counts everybody as converted and exercised, but no SAFE', () => {
    const table = makeCapTable(6e6, 5e5)
    table.promisedShares = 1e5
    table.rights.push({ shares: 4e5, strikeUsd: 2 })
    const series = new PreferredSeries(2e6, 1, usualTerms)
    series.convertedShares = 2.5e6
    table.series.push(series)
    table.convertibles.push({
      owedUsd: 1e6,
      capUsd: 1e7,
      capBasis: 'post_money',
      discount: 0,
      isMostFavoured: false,
      favours: [],
      isDebt: false,
    })
    expect(fullyDilutedShares(table)).toBe(6e6 + 5e5 + 1e5 + 4e5 + 2.5e6)
  })

  it('has at least one common share and no negative pool', () => {
    expect(() => makeCapTable(0, 0)).toThrow('commonShares must be positive and finite, got 0')
    expect(() => makeCapTable(1, -1)).toThrow('availableShares must be at least 0 and finite, got -1')
    expect(() => makeCapTable(Infinity, 0)).toThrow(RangeError)
    expect(() => makeCapTable(1, Number.NaN)).toThrow(RangeError)
  })
})

describe('a series', () => {
  it('is owed its multiple of the money invested and its dividends', () => {
    const series = new PreferredSeries(2e6, 2.5, { ...usualTerms, liquidationMultiple: 1.5 })
    series.accruedDividendUsd = 1e5
    expect(series.investedUsd).toBe(5e6)
    expect(preferenceUsd(series)).toBe(7.6e6)
  })

  it('takes without converting its preference, all it can, or what its cap says', () => {
    const most = (participation: 'none' | 'full' | 'capped', participationCapMultiple: number): number =>
      participationCapUsd(
        new PreferredSeries(1e6, 2, { ...usualTerms, participation, participationCapMultiple }),
      )
    expect(most('none', Infinity)).toBe(2e6)
    expect(most('full', Infinity)).toBe(Infinity)
    expect(most('capped', 3)).toBe(6e6)
    // A cap below the preference takes nothing away from it.
    expect(most('capped', 0.5)).toBe(2e6)
  })
})
