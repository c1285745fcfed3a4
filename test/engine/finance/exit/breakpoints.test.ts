import { describe, expect, it, test } from 'vitest'
import { exitBreakpointsUsd, plainSale } from '../../../../engine/finance/index.ts'
import { safeOf, splitOf, tableOf } from './exit-tables.ts'

const seriesA = { shares: 2_000_000, investedUsd: 5_000_000 }
const seriesB = { shares: 1_500_000, investedUsd: 9_000_000, rank: 1 }
const twoTimesCap = { participation: 'capped', participationCapMultiple: 2 } as const

// Origin: vector breakpoints-set, "Open Venture Finance" docs/opm.md,
// https://github.com/ogulcan-ozyavuz/algorithmic-game-theory-for-private-equity. Status: seen; recomputed by probing the
// waterfall. 8M common; A 2M shares at 2.50 (5M); B 1.5M shares at 6.00 (9M). Tolerance: 1e-6.
test.each([
  ['A_only_1x_nonpart', [seriesA], [0, 5e6, 25e6]],
  ['A_only_part_2xcap', [{ ...seriesA, ...twoTimesCap }], [0, 5e6, 30e6, 50e6]],
  ['A_only_2x_part', [{ ...seriesA, liquidationMultiple: 2, participation: 'full' as const }], [0, 10e6]],
  ['stacked_B_senior_nonpart', [seriesA, seriesB], [0, 9e6, 14e6, 34e6, 69e6]],
  ['paripassu_nonpart', [seriesA, { ...seriesB, rank: 0 }], [0, 14e6, 34e6, 69e6]],
  [
    'stacked_A_part2xcap_B_nonpart',
    [{ ...seriesA, ...twoTimesCap }, seriesB],
    [0, 9e6, 14e6, 39e6, 59e6, 69e6],
  ],
])('breakpoints of %s are where the hand calculation puts them', (_, series, expected) => {
  const found = exitBreakpointsUsd(tableOf(8_000_000, series), plainSale)
  expect(found).toHaveLength(expected.length)
  found.forEach((usd, i) => expect(Math.abs(usd - expected[i])).toBeLessThan(1e-6))
})

describe('breakpoints', () => {
  it('are exit prices: debt, costs and carve-out come on top', () => {
    const exit = { ...plainSale, debtUsd: 2e6, costsUsd: 1e6, costsShare: 0.05, carveOutShare: 0.1 }
    const found = exitBreakpointsUsd(tableOf(8_000_000, [seriesA]), exit)
    const expected = [0, 0, 5e6, 25e6].map((equity, i) => (i === 0 ? 0 : (equity / 0.9 + 3e6) / 0.95))
    expect(found).toHaveLength(expected.length)
    found.forEach((usd, i) => expect(Math.abs(usd - expected[i])).toBeLessThan(1e-6))
  })

  it('have notes before a carve-out, which ends when it has paid its most', () => {
    const table = tableOf(8_000_000, [seriesA])
    table.convertibles.push(safeOf({ owedUsd: 2e6, isDebt: true }))
    const found = exitBreakpointsUsd(table, { ...plainSale, carveOutShare: 0.2, carveOutMostUsd: 3e6 })
    // Notes; preference 5M / 0.8; most / 0.2; ten million shares at $2.50 beside 5M.
    const expected = [0, 2e6, 2e6 + 6.25e6, 2e6 + 15e6, 2e6 + 25e6 + 3e6]
    expect(found).toHaveLength(expected.length)
    found.forEach((usd, i) => expect(Math.abs(usd - expected[i])).toBeLessThan(1e-6))
  })

  it('leave every payout a straight line between neighbours', () => {
    const table = tableOf(8_000_000, [{ ...seriesA, ...twoTimesCap }, seriesB])
    table.rights.push({ shares: 500_000, strikeUsd: 1 })
    table.convertibles.push(
      safeOf({ owedUsd: 1e6, capUsd: 8e6 }),
      safeOf({ owedUsd: 5e5, discount: 0.2 }),
      safeOf({ owedUsd: 2e5, capUsd: 3e6, capBasis: 'pre_money', isDebt: true }),
    )
    const exit = { debtUsd: 1e6, costsShare: 0.02, carveOutShare: 0.08, carveOutMostUsd: 1e6 }
    const all = exitBreakpointsUsd(table, { ...plainSale, ...exit })
    expect(all.length).toBeGreaterThan(8)
    const paid = (usd: number): readonly number[] => {
      const split = splitOf(table, usd, exit)
      return [split.commonUsd, ...split.rightsUsd, ...split.seriesUsd, ...split.convertiblesUsd]
    }
    all.forEach((low, i) => {
      const high = all[i + 1] ?? 3 * low
      const [start, middle, end] = [paid(low), paid((low + high) / 2), paid(high)]
      middle.forEach((usd, k) => expect(Math.abs(usd - (start[k] + end[k]) / 2)).toBeLessThan(1e-3))
    })
  })

  it('leave payouts straight at a listing that may be too small for its notes and ratchets', () => {
    const table = tableOf(8_000_000, [{ ...seriesA, listingMultiple: 1.5 }, seriesB])
    table.convertibles.push(safeOf({ owedUsd: 5e5, discount: 0.2 }), safeOf({ owedUsd: 2e6, isDebt: true }))
    const all = exitBreakpointsUsd(table, { ...plainSale, kind: 'listing' })
    expect(all.slice(0, 3)).toEqual([0, 2e6, 10.125e6])
    const paid = (usd: number): readonly number[] => {
      const split = splitOf(table, usd, { kind: 'listing' })
      return [split.commonUsd, ...split.seriesUsd, ...split.convertiblesUsd]
    }
    all.forEach((low, i) => {
      const high = all[i + 1] ?? 3 * low
      const [start, middle, end] = [paid(low), paid((low + high) / 2), paid(high)]
      middle.forEach((usd, k) => expect(Math.abs(usd - (start[k] + end[k]) / 2)).toBeLessThan(1e-3))
    })
  })

  it('of an exit without meaning are refused, by name', () => {
    const table = tableOf(8_000_000, [seriesA])
    expect(() => exitBreakpointsUsd(table, { ...plainSale, costsShare: 1 })).toThrow(
      'exitBreakpointsUsd: costsShare must be 0 or more and below 1, got 1',
    )
    expect(() => exitBreakpointsUsd(table, { ...plainSale, debtUsd: -1 })).toThrow(
      'exitBreakpointsUsd: debtUsd must be at least 0 and finite, got -1',
    )
    expect(() => exitBreakpointsUsd(table, { ...plainSale, carveOutMostUsd: NaN })).toThrow(
      'exitBreakpointsUsd: carveOutMostUsd must be at least 0, got NaN',
    )
  })

  it('of a company without investors are none but zero', () => {
    expect(exitBreakpointsUsd(tableOf(1_000_000, []), plainSale)).toEqual([0])
  })
})
