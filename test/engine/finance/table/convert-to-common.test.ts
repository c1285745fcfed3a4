import { describe, expect, it } from 'vitest'
import { makeCapTable, PreferredSeries, usualTerms } from '../../../../engine/finance/index.ts'
import type { CapTable } from '../../../../engine/finance/index.ts'
import { fullyDilutedShares, makeExitSplit, plainSale, splitExit } from '../../../../engine/finance/index.ts'
import { convertToCommon } from '../../../../engine/finance/table/convert-to-common.ts'

/** 8M common, A: 2M shares for $5M, junior; B: 1.5M shares for $9M, senior. */
function makeTable(): CapTable {
  const table = makeCapTable(8_000_000, 0)
  table.series.push(
    new PreferredSeries(2_000_000, 2.5, { ...usualTerms, paysToPlay: true }),
    new PreferredSeries(1_500_000, 6, { ...usualTerms, rank: 1 }),
  )
  return table
}

function payoutsOf(table: CapTable, priceUsd: number): { commonUsd: number; seriesUsd: readonly number[] } {
  const split = makeExitSplit()
  splitExit(table, { ...plainSale, priceUsd }, split)
  return split
}

describe('forced conversion to common', () => {
  // Origin: rule from the NVCA model charter, special mandatory conversion (recalled); numbers derived. Status: derived.
  // Inputs: exit $10M; 8M common, A 2M sh/$5M junior, B 1.5M sh/$9M senior; A does not take its pro rata and converts 1:1.
  it('wf-pay-to-play: who does not play loses the preference and shares as common', () => {
    const table = makeTable()
    const before = payoutsOf(table, 10_000_000)
    expect(before.commonUsd).toBe(0)
    expect(before.seriesUsd[0]).toBeCloseTo(1_000_000, 2)
    expect(before.seriesUsd[1]).toBeCloseTo(9_000_000, 2)
    convertToCommon(table, 0, 1)
    const after = payoutsOf(table, 10_000_000)
    const formerA = (after.commonUsd * 2_000_000) / table.commonShares
    expect(formerA).toBeCloseTo(200_000, 2)
    expect(after.commonUsd - formerA).toBeCloseTo(800_000, 2)
    expect(after.seriesUsd[0]).toBe(0)
    expect(after.seriesUsd[1]).toBeCloseTo(9_000_000, 2)
  })

  it('leaves the fully diluted company as it was, and the rest of a series with its share of all terms', () => {
    const table = makeTable()
    const [series] = table.series
    series.conversionPriceUsd = 2
    series.convertedShares = 2_500_000
    series.accruedDividendUsd = 400_000
    const before = fullyDilutedShares(table)
    convertToCommon(table, 0, 0.25)
    expect(fullyDilutedShares(table)).toBe(before)
    expect(table.commonShares).toBe(8_625_000)
    expect(series).toMatchObject({
      shares: 1_500_000,
      investedUsd: 3_750_000,
      convertedShares: 1_875_000,
      accruedDividendUsd: 300_000,
    })
  })

  it('refuses a series that is not there, and more than all of one', () => {
    expect(() => convertToCommon(makeTable(), 2, 1)).toThrow(
      new RangeError('convertToCommon: series must be 0 to 1, the series of the table, got 2'),
    )
    expect(() => convertToCommon(makeTable(), 0, 1.5)).toThrow(
      new RangeError('convertToCommon: part must be 0 to 1, got 1.5'),
    )
  })
})
