import { chiSquareSurvival, kolmogorovTest } from '../../../engine/statistics/index.ts'

/**
 * Each single check below may raise a false alarm once in 1e9 seeds; the suite holds fewer than 500 of them,
 * so that all together stay below 1e-6. Seeds are fixed, so a check that passes goes on passing.
 */
export const FALSE_ALARM = 1e-9
/** The number of standard errors that a normal statistic exceeds, on either side, with probability FALSE_ALARM. */
export const Z_LIMIT = 6.11

/** Draws `count` values. */
export function drawMany(count: number, draw: () => number): Float64Array {
  const values = new Float64Array(count)
  for (let i = 0; i < count; i++) values[i] = draw()
  return values
}

/** Probability of a gap this large between the values and a continuous distribution function (Kolmogorov-Smirnov). */
export function kolmogorovSmirnov(values: Float64Array, cumulative: (x: number) => number): number {
  const sorted = values.slice().sort()
  let gap = 0
  for (let i = 0; i < sorted.length; i++) {
    const expected = cumulative(sorted[i])
    gap = Math.max(gap, expected - i / sorted.length, (i + 1) / sorted.length - expected)
  }
  return kolmogorovTest(gap, sorted.length)
}

/** Probability of a chi-square at least this large; neighbouring cells are joined until 10 are expected in each. */
export function chiSquareTest(observed: ArrayLike<number>, expected: ArrayLike<number>): number {
  let statistic = 0
  let cells = 0
  let seen = 0
  let due = 0
  let left = Array.from(expected).reduce((total, count) => total + count, 0)
  for (let i = 0; i < expected.length; i++) {
    seen += observed[i]
    due += expected[i]
    left -= expected[i]
    if ((due < 10 || left < 10) && i < expected.length - 1) continue
    statistic += (seen - due) ** 2 / due
    cells += 1
    seen = 0
    due = 0
  }
  return chiSquareSurvival(statistic, cells - 1)
}

/** How many standard errors the mean and the variance of the values are away from what they should be. */
export function momentGaps(
  values: Float64Array,
  mean: number,
  variance: number,
): { mean: number; variance: number } {
  const squares = values.map((x) => (x - mean) * (x - mean))
  const average = (xs: Float64Array) => xs.reduce((total, x) => total + x, 0) / xs.length
  const spread = average(squares)
  const fourth = average(squares.map((x) => (x - variance) * (x - variance)))
  return {
    mean: (average(values) - mean) / Math.sqrt(variance / values.length),
    variance: (spread - variance) / Math.sqrt(fourth / values.length),
  }
}
