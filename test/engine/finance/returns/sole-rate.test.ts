import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { returnRate, soleRate } from '../../../../engine/finance/index.ts'

describe('the sole rate of flows', () => {
  test('is the one that the search for all rates finds, and is not claimed where there are two', () => {
    const funds = fc.array(fc.integer({ min: -100, max: 150 }), { minLength: 2, maxLength: 16 })
    let claimed = 0
    fc.assert(
      fc.property(funds, (amounts) => {
        const years = amounts.map((_, year) => year + 0.5)
        const sole = soleRate(years, amounts)
        if (Number.isNaN(sole)) return
        claimed++
        const { rates } = returnRate(years, amounts)
        expect(rates).toHaveLength(1)
        expect(Math.log1p(sole)).toBeCloseTo(rates[0].logRate, 9)
      }),
      { seed: 1, numRuns: 500 },
    )
    expect(claimed).toBeGreaterThan(50)
    expect(soleRate([0, 1, 2], [-100, 230, -132])).toBeNaN()
  })
})
