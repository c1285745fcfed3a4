import { expect, test } from 'vitest'
import { onGpu, planOf, reportOf } from './tables.ts'

test('On spot capacity, interruptions are a share of the bill and take from the goodput', () => {
  const on = (commitment: 'spot' | 'on-demand') =>
    reportOf(planOf({ hardware: [onGpu('H100-SXM', 64, { commitment })] })).offers[0]
  const spot = on('spot')
  const calm = on('on-demand')
  const stretch = spot.spotStretch
  expect(stretch).toBeGreaterThan(1)
  expect(spot.goodput).toBeCloseTo(calm.goodput / stretch, 10)
  expect(spot.breakdown.failures).toBeCloseTo((calm.breakdown.failures + stretch - 1) / stretch, 10)
  expect(Object.values(spot.breakdown).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6)
})
