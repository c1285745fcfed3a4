import { unknownEstimate } from './interval.ts'
import type { Curve, Estimate } from './summary.ts'

/** A curve's value at a month: that of the last whole month reached; unknown beyond the curve. */
export const curveAt = (curve: Curve, month: number): Estimate => {
  const i = Math.floor(month)
  if (i < 0 || month > curve.months.length - 1) return unknownEstimate
  return { estimate: curve.estimate[i], low: curve.low[i], high: curve.high[i] }
}
