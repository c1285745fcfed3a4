import { outOfRange } from '../random/index.ts'
import type { Interval } from './interval.ts'

const Z = 1.959963984540054

/**
 * The share of `successes` among independent `trials` with its 95 % interval, which stays within 0 and 1 and
 * is right for shares near them. Choose it where each run counts once (a verdict); for startups within runs
 * use `estimateRatio`. All null without trials.
 *
 * Throws: RangeError unless 0 <= successes <= trials.
 * Source: Wilson, J. American Stat. Association 22, 1927.
 *
 * @example Math.round((estimateProportion(0, 10).high ?? 0) * 1e4) / 1e4 // => 0.2775
 */
export function estimateProportion(successes: number, trials: number): Interval {
  if (!(successes >= 0 && successes <= trials)) {
    throw outOfRange(
      'estimateProportion',
      'successes must be between 0 and trials',
      `${successes} of ${trials}`,
    )
  }
  if (trials === 0) return { estimate: null, low: null, high: null }
  const share = successes / trials
  const shrink = 1 + (Z * Z) / trials
  const centre = (share + (Z * Z) / (2 * trials)) / shrink
  const reach = (Z * Math.sqrt((share * (1 - share)) / trials + (Z * Z) / (4 * trials * trials))) / shrink
  const low = successes === 0 ? 0 : centre - reach
  const high = successes === trials ? 1 : centre + reach
  return { estimate: share, low, high }
}
