import { batchReach, estimateRatio, measureRatio } from './batches.ts'
import type { Interval } from './interval.ts'

/** What an estimate needs to know of the values of one batch. */
interface BatchOfValues {
  readonly count: number
  readonly sum: number
  countBelow(x: number): number
  countAtMost(x: number): number
  sumAbove(x: number): number
}

/**
 * A quantile with its 95 % interval: the interval of the distribution function at the estimate, from the
 * spread between batches and on the logit scale, turned back into quantiles (`quantileOf`, of all batches
 * together). No limits with fewer than 2 batches, and for the smallest and the largest value (p = 0 and p =
 * 1).
 *
 * Source: Woodruff, J. American Stat. Association 47, 1952.
 */
export function estimateQuantile(
  batches: readonly BatchOfValues[],
  quantileOf: (p: number) => number,
  p: number,
): Interval {
  const estimate = quantileOf(p)
  const counts = batches.map((batch) => batch.count)
  const atMost = measureRatio(
    batches.map((batch) => batch.countAtMost(estimate)),
    counts,
  )
  if (atMost.batchCount < 2 || p === 0 || p === 1) return { estimate, low: null, high: null }
  const below = measureRatio(
    batches.map((batch) => batch.countBelow(estimate)),
    counts,
  )
  const reach = batchReach(atMost.batchCount)
  // Many values may equal the estimate (companies worth nothing): where the distribution function surely jumps over p
  // there, the quantile is known for certain on that side.
  const jumpsAbove = atMost.ratio - reach * atMost.standardError >= p && atMost.ratio > p
  const jumpsBelow = below.ratio + reach * below.standardError <= p && below.ratio < p
  const shift = (reach * atMost.standardError) / (p * (1 - p))
  const low = jumpsBelow ? estimate : quantileOf(shiftLogit(p, -shift))
  const high = jumpsAbove ? estimate : quantileOf(shiftLogit(p, shift))
  return { estimate, low: Math.min(low, estimate), high: Math.max(high, estimate) }
}

/** The mean of all values with its 95 % interval. */
export function estimateMean(batches: readonly BatchOfValues[]): Interval {
  return estimateRatio(
    batches.map((batch) => batch.sum),
    batches.map((batch) => batch.count),
  )
}

/** The share of values below a limit with its 95 % interval, cut to 0..1. */
export function estimateShareBelow(batches: readonly BatchOfValues[], limit: number): Interval {
  const below = batches.map((batch) => batch.countBelow(limit))
  return withinShares(
    estimateRatio(
      below,
      batches.map((batch) => batch.count),
    ),
  )
}

/**
 * The share of the sum of all values that the largest `fraction` of them hold, with its 95 % interval. All
 * null unless the sum is > 0.
 *
 * Source: the influence function of a Lorenz share (Cowell and Victoria-Feser, J. Econometrics 117, 2003), by
 * batch.
 */
export function estimateTopShare(
  batches: readonly BatchOfValues[],
  quantileOf: (p: number) => number,
  fraction: number,
): Interval {
  const sums = batches.map((batch) => batch.sum)
  if (!(sums.reduce((total, part) => total + part, 0) > 0)) return { estimate: null, low: null, high: null }
  const threshold = quantileOf(1 - fraction)
  // The values above the threshold, and so many at the threshold as make up the fraction.
  const held = batches.map((batch) => {
    const above = batch.count - batch.countAtMost(threshold)
    return batch.sumAbove(threshold) + threshold * (fraction * batch.count - above)
  })
  return withinShares(estimateRatio(held, sums))
}

function withinShares({ estimate, low, high }: Interval): Interval {
  return {
    estimate,
    low: low === null ? null : Math.max(0, low),
    high: high === null ? null : Math.min(1, high),
  }
}

/** The share p moved by `shift` on the logit scale: never beyond 0 or 1. */
function shiftLogit(p: number, shift: number): number {
  return 1 / (1 + Math.exp(Math.log1p(-p) - Math.log(p) - shift))
}
