import { normalQuantile } from '../../statistics/index.ts'
import { logNormalSpread } from './log-normal-spread.ts'
import type { Spread } from './spread.ts'

const upperTenth = normalQuantile(0.9)

/**
 * A log-normal spread with one more independent cause of error: deviations of the logarithm add in squares, the middle
 * stays. Nothing to add gives the same spread.
 *
 * @example widenSpread({ p10: 1, p50: 2, p90: 4 }, 0) // => { p10: 1, p50: 2, p90: 4 }
 */
export function widenSpread(spread: Spread, logDeviation: number): Spread {
  if (logDeviation === 0) return spread
  const own = Math.log(spread.p90 / spread.p10) / (2 * upperTenth)
  return logNormalSpread(spread.p50, Math.sqrt(own * own + logDeviation * logDeviation))
}
