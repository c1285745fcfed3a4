import { describe, expect, it } from 'vitest'
import { owedOnNote, proRataAllocation, proRataUsd } from '../../../../engine/finance/index.ts'
import { distance, safe, solvedAtPrice, tableWith } from './round-tables.ts'

describe('a convertible note', () => {
  it('without interest converts at its discount off the price', () => {
    // note-discount-only. Question text seen (quiz), https://flexiquiz.com/SC/N/QAI-Module12 (q10), answer derived.
    const owedUsd = owedOnNote(50_000, 0, 3, false)
    const s = solvedAtPrice(tableWith(1e6, safe({ owedUsd, discount: 0.25, isDebt: true })), {}, 5)
    expect(
      distance([s.convertiblePriceUsd[0], s.convertibleShares[0]], [3.75, 13333.333333333334]),
    ).toBeLessThan(1e-12)
  })

  it('converts its interest with the principal', () => {
    // By hand: 100,000 at 8 % simple for 18 months owe 112,000; at 20 % off 1.25 they buy 112,000 shares.
    const owedUsd = owedOnNote(100_000, 0.08, 1.5, false)
    const s = solvedAtPrice(tableWith(1e6, safe({ owedUsd, discount: 0.2, isDebt: true })), {}, 1.25)
    expect(s.convertibleShares[0]).toBeCloseTo(112_000, 6)
  })

  it('owes more when interest compounds, after the first year', () => {
    expect(owedOnNote(1000, 0.1, 1, true)).toBeCloseTo(owedOnNote(1000, 0.1, 1, false), 9)
    expect(owedOnNote(1000, 0.1, 3, true)).toBeCloseTo(1331, 9)
    expect(owedOnNote(1000, 0.1, 3, false)).toBeCloseTo(1300, 9)
  })

  it.each([
    [/principalUsd must be positive/, [0, 0.1, 1]],
    [/rate must be at least 0/, [1000, -0.1, 1]],
    [/years must be at least 0/, [1000, 0.1, -1]],
    [/years must be at least 0 and finite, got NaN/, [1000, 0.1, NaN]],
  ])('%s', (message, [principalUsd, rate, years]) => {
    expect(() => owedOnNote(principalUsd, rate, years, true)).toThrow(message)
  })
})

describe('pro-rata rights', () => {
  it('beside new investors of 25 %, holders of 15 % buy 4.41 %', () => {
    // safe-prorata-1. YC Safe User Guide, Quick Start ex. 3: alloc = new/(1-safe) - new, https://demo.vibed.pub (copy
    // of the guide). Seen; recomputed; the guide prints 4.41 %.
    expect(Math.abs(proRataAllocation(0.25, 0.15) - 0.04411764705882353)).toBeLessThan(1e-15)
  })

  it('buy as large a part of the round as the holders had of the company', () => {
    const allocation = proRataAllocation(0.2, 0.3)
    expect(allocation / (0.2 + allocation)).toBeCloseTo(0.3, 12)
    expect(proRataUsd(5e6, 3e6, 1e7)).toBe(1.5e6)
  })

  it.each([
    [/newShare and heldShare/, () => proRataAllocation(0.6, 0.4)],
    [/newShare and heldShare/, () => proRataAllocation(-0.1, 0.4)],
    [/heldShares must be 0 to countedShares/, () => proRataUsd(1e6, 11, 10)],
    [/heldShares must be 0 to countedShares/, () => proRataUsd(1e6, 0, 0)],
    [/amountUsd must be at least 0/, () => proRataUsd(NaN, 1, 10)],
  ])('%s', (message, call) => {
    expect(call).toThrow(message)
    expect(call).toThrow(RangeError)
  })
})
