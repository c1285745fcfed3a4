import { describe, expect, it } from 'vitest'
import { listingKind, makeExitSplit, plainSale } from '../../../../engine/finance/index.ts'
import type { CapTable } from '../../../../engine/finance/index.ts'
import { safeOf, splitOf, tableOf } from './exit-tables.ts'

const seriesA = { shares: 2_000_000, investedUsd: 5_000_000 }
const listing = { ...plainSale, kind: 'listing' as const }

const kindAt = (table: CapTable, priceUsd: number, leastPriceUsd = 50e6, leastMultiple = 0): string =>
  listingKind(table, { leastPriceUsd, leastMultiple }, { ...listing, priceUsd }, makeExitSplit())

describe('a listing', () => {
  it('converts every series, and its preference is gone', () => {
    const split = splitOf(tableOf(8_000_000, [seriesA]), 10e6, { kind: 'listing' })
    expect(split.seriesUsd).toEqual([2e6])
    expect(split.seriesConverts).toEqual([true])
  })

  it('gives a ratchet the shares that make its money good, at the cost of all others', () => {
    const split = splitOf(tableOf(8_000_000, [{ ...seriesA, listingMultiple: 1.2 }]), 20e6, {
      kind: 'listing',
    })
    expect(split.seriesUsd[0]).toBeCloseTo(6e6, 6)
    expect(split.commonUsd).toBeCloseTo(14e6, 6)
  })

  it('leaves a ratchet without effect where the shares are worth more', () => {
    const split = splitOf(tableOf(8_000_000, [{ ...seriesA, listingMultiple: 1.2 }]), 100e6, {
      kind: 'listing',
    })
    expect(split.seriesUsd[0]).toBeCloseTo(20e6, 6)
  })

  it('too small for its ratchets pays notes first, and shares the rest between ratchets and SAFEs', () => {
    const table = tableOf(8_000_000, [{ ...seriesA, listingMultiple: 1.2 }])
    table.convertibles.push(safeOf({ owedUsd: 2e6 }), safeOf({ owedUsd: 1e6, isDebt: true }))
    const split = splitOf(table, 5e6, { kind: 'listing' })
    expect(split.convertiblesUsd[1]).toBe(1e6)
    expect(split.convertiblesUsd[0]).toBeCloseTo(1e6, 6)
    expect(split.seriesUsd[0]).toBeCloseTo(3e6, 6)
    expect(split.commonUsd).toBe(0)
  })

  it('is qualified from the agreed value on, and from the agreed multiple of the newest price', () => {
    const table = tableOf(8_000_000, [seriesA])
    expect([kindAt(table, 49e6), kindAt(table, 50e6)]).toEqual(['chosen', 'qualified'])
    // Thrice $2.50 a share is $75M for ten million shares.
    expect([kindAt(table, 74e6, 0, 3), kindAt(table, 75e6, 0, 3)]).toEqual(['chosen', 'qualified'])
  })

  it('is stopped by a veto where it pays a series less than its preference', () => {
    const table = tableOf(8_000_000, [{ ...seriesA, vetoesDownListing: true }])
    expect([kindAt(table, 24e6, 0), kindAt(table, 25e6, 0)]).toEqual(['vetoed', 'qualified'])
    table.series[0].liquidationMultiple = 2
    table.series[0].accruedDividendUsd = 1e6
    expect([kindAt(table, 54e6, 0), kindAt(table, 55e6, 0)]).toEqual(['vetoed', 'qualified'])
  })
})
