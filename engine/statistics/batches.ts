import { outOfRange } from '../random/index.ts'
import type { Interval } from './interval.ts'
import { studentTQuantile } from './student-t.ts'

/** How many batches the runs of a study are dealt into. */
export const BATCH_COUNT = 32

/**
 * The batch of a run. Runs are the independent unit of a study, so a batch holds whole runs; dealing them out
 * in turn keeps the batches equal in size.
 *
 * Throws: RangeError unless run is a whole number >= 1.
 *
 * @example [1, 2, 32, 33].map(batchOfRun) // => [0, 1, 31, 0]
 */
export function batchOfRun(run: number): number {
  if (!(Number.isInteger(run) && run >= 1))
    throw outOfRange('batchOfRun', 'run must be a whole number >= 1', run)
  return (run - 1) % BATCH_COUNT
}

/** A ratio of two sums over batches, its standard error, and how many batches had anything in the denominator. */
interface BatchRatio {
  readonly ratio: number
  readonly standardError: number
  readonly batchCount: number
}

/**
 * Sum of numerators over sum of denominators, with the standard error that the spread between batches
 * implies. Values within a batch may depend on each other as they like.
 * Shape: entry b of both arrays belongs to batch b. The standard error is NaN with fewer than 2 batches.
 *
 * Source: linearised ratio estimator, Cochran, "Sampling Techniques", 3rd ed., 1977, section 6.3.
 */
export function measureRatio(numerators: ArrayLike<number>, denominators: ArrayLike<number>): BatchRatio {
  let top = 0
  let bottom = 0
  let batchCount = 0
  for (let b = 0; b < denominators.length; b++) {
    top += numerators[b]
    bottom += denominators[b]
    if (denominators[b] !== 0) batchCount += 1
  }
  const ratio = top / bottom
  let squares = 0
  for (let b = 0; b < denominators.length; b++) {
    const residual = numerators[b] - ratio * denominators[b]
    squares += residual * residual
  }
  const standardError =
    batchCount < 2 ? NaN : Math.sqrt((squares * batchCount) / (batchCount - 1)) / Math.abs(bottom)
  return { ratio, standardError, batchCount }
}

/**
 * The ratio of two sums over batches with its 95 % interval: Student's t with one degree of freedom fewer
 * than batches. Choose it for a share of startups or of dollars; runs of the study are the batches or are
 * dealt into them. All null if the denominators sum to 0.
 *
 * @example estimateRatio([1, 3], [4, 4]).estimate // => 0.5
 */
export function estimateRatio(numerators: ArrayLike<number>, denominators: ArrayLike<number>): Interval {
  const { ratio, standardError, batchCount } = measureRatio(numerators, denominators)
  if (!Number.isFinite(ratio)) return { estimate: null, low: null, high: null }
  if (batchCount < 2) return { estimate: ratio, low: null, high: null }
  const reach = batchReach(batchCount) * standardError
  return { estimate: ratio, low: ratio - reach, high: ratio + reach }
}

/** How many standard errors a 95 % interval reaches to each side. */
export function batchReach(batchCount: number): number {
  return studentTQuantile(0.975, batchCount - 1)
}
