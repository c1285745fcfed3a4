import { studentTQuantile, type Moments } from '../../engine/statistics/index.ts'
import type { Estimate } from './summary.ts'

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value + 0 : null)

/**
 * An estimate as it is reported: what is not finite becomes null.
 *
 * @example makeEstimate(0.5, Number.NaN, 0.7) // => { estimate: 0.5, low: null, high: 0.7 }
 */
export const makeEstimate = (estimate: number, low: number, high: number): Estimate => ({
  estimate: finiteOrNull(estimate),
  low: finiteOrNull(low),
  high: finiteOrNull(high),
})

/** An estimate that nothing is known of. */
export const unknownEstimate: Estimate = { estimate: null, low: null, high: null }

/** Applies an increasing function to an estimate and its interval. */
export const transformEstimate = (source: Estimate, transform: (value: number) => number): Estimate => {
  const apply = (value: number | null): number => (value === null ? Number.NaN : transform(value))
  return makeEstimate(apply(source.estimate), apply(source.low), apply(source.high))
}

/** The 97.5 % quantile of Student's t for so many independent runs; NaN below two. */
export const studentReach = (runs: number): number =>
  runs < 2 ? Number.NaN : studentTQuantile(0.975, runs - 1)

/** The mean of one value a run, with Student's interval. */
export const estimateMean = (moments: Moments): Estimate => {
  const reach = studentReach(moments.count) * moments.standardError
  return makeEstimate(moments.mean, moments.mean - reach, moments.mean + reach)
}
