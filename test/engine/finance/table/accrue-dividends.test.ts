import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCapTable, preferenceUsd, PreferredSeries, usualTerms } from '../../../../engine/finance/index.ts'
import type { CapTable, DividendKind } from '../../../../engine/finance/index.ts'
import { accrueDividends } from '../../../../engine/finance/table/accrue-dividends.ts'

/** Two million shares at $2.50. */
function tableWith(dividendKind: DividendKind, dividendRate: number): CapTable {
  const table = makeCapTable(8_000_000, 0)
  table.series.push(new PreferredSeries(2_000_000, 2.5, { ...usualTerms, dividendKind, dividendRate }))
  return table
}

function accruedAfter(dividendKind: DividendKind, rate: number, ...years: readonly number[]): number {
  const table = tableWith(dividendKind, rate)
  for (const some of years) accrueDividends(table, some)
  return table.series[0].accruedDividendUsd
}

describe('dividends', () => {
  // Origin: quiz text "simple cumulative dividend", flexiquiz.com/SC/N/QAI-Module12 (q3); the answer is derived from it.
  // Status: derived (question seen). Tolerance 1e-9.
  it('dividend-simple-cumulative: 5 % a year on $5M make $375,000 in 18 months', () => {
    expect(Math.abs(accruedAfter('simple', 0.05, 18 / 12) - 375_000)).toBeLessThan(1e-9)
  })

  // Hand calculation: 5,000,000 × (1.1² − 1).
  it('compound on what is owed already', () => {
    expect(accruedAfter('compounding', 0.1, 1)).toBeCloseTo(500_000, 6)
    expect(accruedAfter('compounding', 0.1, 2)).toBeCloseTo(1_050_000, 6)
  })

  it('do not accrue where none were agreed', () => {
    expect(accruedAfter('none', 0.1, 5)).toBe(0)
  })

  it('add to the preference dollar for dollar', () => {
    const table = tableWith('simple', 0.08)
    accrueDividends(table, 2)
    expect(preferenceUsd(table.series[0])).toBeCloseTo(5_800_000, 6)
  })

  it('come to the same in one step or two', () => {
    const rate = fc.double({ min: 0, max: 0.5, noNaN: true })
    const years = fc.double({ min: 0, max: 10, noNaN: true })
    fc.assert(
      fc.property(
        fc.constantFrom('simple', 'compounding'),
        rate,
        years,
        years,
        (kind, share, first, second) => {
          const once = accruedAfter(kind, share, first + second)
          expect(Math.abs(accruedAfter(kind, share, first, second) - once)).toBeLessThan(1e-9 * (1 + once))
        },
      ),
    )
  })

  it('refuse to run backwards', () => {
    expect(() => accrueDividends(tableWith('simple', 0.1), -1)).toThrow(
      new RangeError('accrueDividends: years must be at least 0 and finite, got -1'),
    )
  })
})
