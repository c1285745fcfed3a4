import { describe, expect, it } from 'vitest'
import {
  fullRatchetConversionPrice,
  makeCapTable,
  weightedAverageConversionPrice,
} from '../../../../engine/finance/index.ts'
import type { AntiDilution, CapTable } from '../../../../engine/finance/index.ts'
import { distance, safe, series, solved, solvedAtPrice } from './round-tables.ts'

// NVCA Model COI 4.4.4, https://nvca.org/wp-content/uploads/2025/10/NVCA-Model-COI-10-1-2025.docx; text quoted in
// docs/antidilution.md of https://github.com/ogulcan-ozyavuz/algorithmic-game-theory-for-private-equity.
// Status: seen (secondary) and derived. 8 million common, 2 million preferred at 2.50, 2 million options granted,
// a reserve of 1 million; 4 million shares are sold for 5 million dollars.
const model = (antiDilution: AntiDilution): CapTable => {
  const table = makeCapTable(8e6, 1e6)
  table.rights.push({ shares: 2e6, strikeUsd: 1 })
  table.series.push(series(2e6, 2.5, antiDilution))
  return table
}
const downRound = (antiDilution: AntiDilution, terms = {}) =>
  solvedAtPrice(model(antiDilution), { amountUsd: 5e6, ...terms }, 1.25)

describe('the conversion price after a down round', () => {
  it('broad-based counts common, preferred and granted options and not the reserve', () => {
    // antidil-wa-broad-nvca
    expect(weightedAverageConversionPrice(2.5, 12e6, 4e6, 5e6)).toBe(2.1875)
    const s = downRound('broad_based')
    expect(
      distance([s.conversionPriceUsd[0], s.convertedShares[0]], [2.1875, 2285714.285714286]),
    ).toBeLessThan(1e-12)
  })

  it('a charter that counts the reserve moves it less', () => {
    // antidil-wa-broad-plus-reserve
    const price = weightedAverageConversionPrice(2.5, 13e6, 4e6, 5e6)
    expect(distance([price, (2e6 * 2.5) / price], [2.2058823529411766, 2266666.6666666665])).toBeLessThan(
      1e-12,
    )
  })

  it('narrow-based counts outstanding stock and not the options', () => {
    // The same source, its narrow composition, by hand: A is 10 million, 2.5 * 12/14 = 15/7.
    const s = downRound('narrow_based')
    expect(distance([s.conversionPriceUsd[0], s.convertedShares[0]], [15 / 7, 7e6 / 3])).toBeLessThan(1e-12)
  })

  it('a full ratchet takes the new price whatever the size of the round', () => {
    // antidil-full-ratchet; independent of issue size
    expect(fullRatchetConversionPrice(2.5, 1.25)).toBe(1.25)
    for (const amountUsd of [1, 5e6, 1e9]) {
      const s = downRound('full_ratchet', { amountUsd })
      expect(s.conversionPriceUsd[0]).toBe(1.25)
      expect(s.convertedShares[0]).toBe(4e6)
    }
  })

  it('is rounded to the decimals of the round and never above the old price', () => {
    // cp2_rounded_4dp of antidil-wa-broad-nvca; NVCA: to the nearest one-hundredth of a cent
    expect(downRound('broad_based', { rounding: { priceDecimals: 4 } }).conversionPriceUsd[0]).toBe(2.1875)
    const narrow = downRound('narrow_based', { rounding: { priceDecimals: 4 } })
    expect(narrow.conversionPriceUsd[0]).toBe(2.1429)
    expect(narrow.convertedShares[0]).toBe(Math.floor(5e6 / 2.1429))
    expect(
      downRound('broad_based', { rounding: { priceDecimals: 0 } }).conversionPriceUsd[0],
    ).toBeLessThanOrEqual(2.5)
  })

  it('stays if the older series waive it or have none', () => {
    expect(downRound('full_ratchet', { protectsOlder: false }).conversionPriceUsd).toEqual([2.5])
    expect(downRound('none').convertedShares).toEqual([2e6])
  })
})

describe('an issue at or above the conversion price changes nothing', () => {
  it('though the formula would raise the price', () => {
    // antidil-no-trigger-up-round; the raw formula gives 2.538462. NVCA trigger is strictly "less than".
    expect(weightedAverageConversionPrice(2.5, 12e6, 1e6, 3e6)).toBe(2.5)
    expect(fullRatchetConversionPrice(2.5, 3)).toBe(2.5)
    expect(weightedAverageConversionPrice(2.5, 12e6, 1e6, 2.5e6)).toBe(2.5)
  })

  it.each(['broad_based', 'narrow_based', 'full_ratchet'] as const)(
    '%s, in an up or a flat round',
    (kind) => {
      for (const priceUsd of [2.5, 2.500001, 30]) {
        const s = solvedAtPrice(model(kind), {}, priceUsd)
        expect(s.conversionPriceUsd).toEqual([2.5])
        expect(s.convertedShares).toEqual([2e6])
      }
    },
  )

  it.each(['broad_based', 'narrow_based', 'full_ratchet'] as const)(
    '%s, though rounding takes a price just above it to below it',
    (kind) => {
      // 10 million shares at 9.4445 million: 0.94445 a share, which two decimals make 0.94.
      const table = makeCapTable(8e6, 0)
      table.series.push(series(2e6, 0.944_444, kind))
      const s = solved(table, { preMoneyUsd: 9_444_500, rounding: { priceDecimals: 2 } })
      expect(s.priceUsd).toBe(0.94)
      expect([s.conversionPriceUsd, s.convertedShares]).toEqual([[0.944_444], [2e6]])
    },
  )

  it('at the same price by value, though the arithmetic ends a last digit below it', () => {
    for (let step = 0; step < 200; step++) {
      const priceUsd = 1.234_44 + step / 1e3
      const table = makeCapTable(7_654_321, 0)
      table.series.push(series(2e6, priceUsd, 'full_ratchet'))
      const s = solved(table, { preMoneyUsd: priceUsd * 9_654_321, rounding: { priceDecimals: 3 } })
      expect([s.conversionPriceUsd, s.convertedShares]).toEqual([[priceUsd], [2e6]])
    }
  })

  it('and refuses no series whose conversion price is finer than the rounding', () => {
    const table = makeCapTable(8e6, 0)
    table.series.push(series(2e6, 0.004, 'broad_based'))
    expect(solved(table, { rounding: { priceDecimals: 2 } }).conversionPriceUsd).toEqual([0.004])
  })

  it('even if a SAFE converts far below it: shares from conversion are exempt', () => {
    const table = model('full_ratchet')
    table.convertibles.push(safe({ capUsd: 5e6 }))
    const s = solved(table, { preMoneyUsd: 60e6 })
    expect(s.convertiblePriceUsd[0]).toBeLessThan(2.5)
    expect(s.priceUsd).toBeGreaterThan(2.5)
    expect(s.convertedShares).toEqual([2e6])
  })
})

describe('a down round priced by its value', () => {
  it('has the shares of its own anti-dilution inside the pre-money value', () => {
    // By hand: 10 million others and 2 million at 2.50 with a full ratchet, 10 million pre-money. With the ratchet
    // price (11e6 + 5e6 / price) = 10e6, so the price is 5/11.
    const s = solved(model('full_ratchet'), { preMoneyUsd: 10e6, amountUsd: 2e6 })
    expect(distance([s.priceUsd, s.convertedShares[0]], [5 / 11, 11e6])).toBeLessThan(1e-12)
    expect(s.newShares / s.fullyDilutedShares).toBeCloseTo(1 / 6, 12)
  })
})
