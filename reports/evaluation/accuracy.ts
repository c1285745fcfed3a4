import type { Accuracy } from './evaluation.ts'

/** A prediction beside what was reported. */
export interface Point {
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly reported: number
}

/**
 * A quantile of sorted values, straight between neighbours; null where it falls on an infinite one or there are none.
 *
 * @example quantileOf([1, 2, 4], 0.75) // => 3
 */
export function quantileOf(sorted: readonly number[], share: number): number | null {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined || above === Infinity) return null
  return below + (above - below) * (place - Math.floor(place))
}

const sortedOf = (values: readonly number[]): number[] => values.toSorted((left, right) => left - right)

/**
 * Sums up how near points come. A miss is a point whose error is larger than any other, outside every interval: it
 * counts in `n`, in the quantiles of the errors and in the coverage; the mean, the bias and the width are of what was
 * compared.
 */
export function accuracyOf(points: readonly Point[], missed: number): Accuracy {
  const misses = Array.from({ length: missed }, () => Infinity)
  const ratios = sortedOf(points.map(({ p50, reported }) => p50 / reported))
  const errors = sortedOf([...ratios.map((ratio) => Math.abs(ratio - 1)), ...misses])
  const folds = sortedOf([...ratios.map((ratio) => Math.max(ratio, 1 / ratio)), ...misses])
  const widths = sortedOf(points.map(({ p10, p90 }) => p90 / p10))
  const inside = points.filter(({ p10, p90, reported }) => p10 <= reported && reported <= p90).length
  const n = points.length + missed
  const total = errors.slice(0, points.length).reduce((sum, error) => sum + error, 0)
  return {
    n,
    missed,
    median: quantileOf(errors, 0.5),
    mean: points.length === 0 ? null : total / points.length,
    p90: quantileOf(errors, 0.9),
    foldP90: quantileOf(folds, 0.9),
    bias: quantileOf(ratios, 0.5),
    coverage: n === 0 ? null : inside / n,
    width: quantileOf(widths, 0.5),
  }
}
