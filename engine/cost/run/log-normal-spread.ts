import { normalQuantile } from '../../statistics/index.ts'
import type { Spread } from './spread.ts'

const upperTenth = normalQuantile(0.9)

/**
 * The spread of a quantity whose logarithm is normal about that of `median`.
 *
 * @example logNormalSpread(100, 0) // => { p10: 100, p50: 100, p90: 100 }
 */
export function logNormalSpread(median: number, logDeviation: number): Spread {
  const factor = Math.exp(upperTenth * logDeviation)
  return { p10: median / factor, p50: median, p90: median * factor }
}
