import { describe, expect, it } from 'vitest'
import { makeCapTable, makeExitSplit, plainSale, splitExit } from '../../../../engine/finance/index.ts'
import { paidUsd, payoutsOf, safeOf, splitOf, tableOf } from './exit-tables.ts'

const seriesA = { shares: 2_000_000, investedUsd: 5_000_000 }
const seriesB = { shares: 1_500_000, investedUsd: 9_000_000, rank: 1 }

describe('corners of the waterfall', () => {
  it('gives everything to common where there is no series', () => {
    expect(splitOf(makeCapTable(1000, 500), 5000).commonUsd).toBe(5000)
  })

  it('pays nobody at a price of nothing', () => {
    const split = splitOf(tableOf(8_000_000, [seriesA, seriesB]), 0)
    expect(paidUsd(split)).toBe(0)
    expect(split.seriesConverts).toEqual([false, false])
  })

  it('pays preferences exactly and common nothing where the price is the preferences', () => {
    expect(payoutsOf(tableOf(8_000_000, [seriesA, seriesB]), 14e6)).toEqual([0, 5e6, 9e6])
  })

  it('pays lenders what there is when they are owed more', () => {
    const split = splitOf(tableOf(8_000_000, [seriesA]), 3e6, { debtUsd: 4e6, costsUsd: 1e6 })
    expect([split.debtUsd, split.costsUsd, paidUsd(split)]).toEqual([3e6, 0, 3e6])
  })

  it('pays costs after debt, then management up to its most, then shareholders', () => {
    const exit = { debtUsd: 1e6, costsUsd: 5e5, costsShare: 0.02, carveOutShare: 0.1, carveOutMostUsd: 8e5 }
    const split = splitOf(tableOf(8_000_000, []), 1e7, exit)
    expect([split.debtUsd, split.costsUsd, split.carveOutUsd]).toEqual([1e6, 7e5, 8e5])
    expect(split.commonUsd).toBeCloseTo(7.5e6, 6)
  })

  it('pays notes before management, whose carve-out is a share of what they leave', () => {
    const table = tableOf(8_000_000, [])
    table.convertibles.push(safeOf({ owedUsd: 2e6, isDebt: true }))
    const paid = (priceUsd: number, carveOutMostUsd = Infinity): readonly number[] => {
      const split = splitOf(table, priceUsd, { carveOutShare: 0.1, carveOutMostUsd })
      return [split.convertiblesUsd[0], split.carveOutUsd, split.commonUsd]
    }
    expect(paid(1.5e6)).toEqual([1.5e6, 0, 0])
    expect(paid(2e6)).toEqual([2e6, 0, 0])
    expect(paid(12e6)).toEqual([2e6, 1e6, 9e6])
    expect(paid(12e6, 4e5)).toEqual([2e6, 4e5, 9.6e6])
  })

  it('reads a participation cap below the preference as the preference', () => {
    const capped = { ...seriesA, liquidationMultiple: 2, participation: 'capped' as const }
    const table = tableOf(8_000_000, [{ ...capped, participationCapMultiple: 1 }])
    expect(payoutsOf(table, 30e6)).toEqual([20e6, 10e6])
    expect(splitOf(table, 60e6).seriesConverts).toEqual([true])
  })

  it('converts at the ratio that anti-dilution left', () => {
    const table = tableOf(8_000_000, [seriesA])
    table.series[0].conversionPriceUsd = 1.25
    table.series[0].convertedShares = 4_000_000
    expect(payoutsOf(table, 15e6)).toEqual([10e6, 5e6])
    expect(payoutsOf(table, 30e6)).toEqual([20e6, 10e6])
  })

  it('shares from the first dollar with a series that has no preference', () => {
    const split = splitOf(tableOf(8_000_000, [{ ...seriesA, liquidationMultiple: 0 }]), 1e6)
    expect(split.seriesUsd[0]).toBeCloseTo(200_000, 6)
    expect(split.seriesConverts).toEqual([true])
  })

  it('leaves rights out of the money unpaid, and nets the strike of others', () => {
    const table = tableOf(8_000_000, [])
    table.rights.push({ shares: 2_000_000, strikeUsd: 1 }, { shares: 1_000_000, strikeUsd: 50 })
    const split = splitOf(table, 18e6)
    expect(split.perCommonShareUsd).toBe(2)
    expect(split.rightsUsd).toEqual([2e6, 0])
  })

  it('counts promised options like common and the rest of the pool like nothing', () => {
    const table = makeCapTable(8_000_000, 5_000_000)
    table.promisedShares = 2_000_000
    expect(splitOf(table, 10e6).perCommonShareUsd).toBe(1)
  })

  it('keeps its mind where ten series turn at one price: all hold, and several equilibria are said', () => {
    const table = tableOf(
      10_000_000,
      Array.from({ length: 10 }, () => ({ shares: 1_000_000, investedUsd: 1_000_000 })),
    )
    const split = splitOf(table, 20e6)
    expect(split.seriesConverts.some(Boolean)).toBe(false)
    expect(split.hasSeveral).toBe(true)
    expect(split.perCommonShareUsd).toBe(1)
  })

  it('pays a series that has converted in full nothing', () => {
    const table = tableOf(8_000_000, [seriesA, seriesB])
    Object.assign(table.series[0], { shares: 0, investedUsd: 0, convertedShares: 0 })
    table.commonShares += 2_000_000
    for (const priceUsd of [0, 5e6, 20e6, 1e9]) {
      const [commonUsd, a, b] = payoutsOf(table, priceUsd)
      expect(a).toBe(0)
      expect(commonUsd + b).toBeCloseTo(priceUsd, 4)
    }
  })

  it('fits a used split to another table', () => {
    const split = makeExitSplit()
    splitExit(tableOf(8_000_000, [seriesA, seriesB]), { ...plainSale, priceUsd: 60e6 }, split)
    splitExit(tableOf(8_000_000, [seriesA]), { ...plainSale, priceUsd: 25e6 }, split)
    expect([split.seriesUsd, split.seriesConverts]).toEqual([[5e6], [false]])
  })

  it.each([
    [{ priceUsd: -1 }, 'splitExit: priceUsd must be at least 0 and finite, got -1'],
    [{ debtUsd: NaN }, 'splitExit: debtUsd must be at least 0 and finite, got NaN'],
    [{ costsUsd: Infinity }, 'splitExit: costsUsd must be at least 0 and finite, got Infinity'],
  ])('refuses an exit with %o', (exit, message) => {
    expect(() => splitOf(makeCapTable(1, 0), 1, exit)).toThrow(new RangeError(message))
  })
})
