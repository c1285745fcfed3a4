import { expect, it } from 'vitest'
import { logNormalSpread } from '../../../../engine/cost/run/log-normal-spread.ts'
import { widenSpread } from '../../../../engine/cost/run/widen-spread.ts'

it('deviations add in squares about the same middle', () => {
  const { p10, p50, p90 } = widenSpread(logNormalSpread(7, 0.3), 0.4)
  const expected = logNormalSpread(7, 0.5)
  expect(p50).toBe(7)
  expect(p10).toBeCloseTo(expected.p10, 12)
  expect(p90).toBeCloseTo(expected.p90, 12)
})
