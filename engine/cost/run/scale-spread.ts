import type { Spread } from './spread.ts'

/**
 * A spread times a number that is known.
 *
 * @example scaleSpread({ p10: 1, p50: 2, p90: 3 }, 2) // => { p10: 2, p50: 4, p90: 6 }
 */
export const scaleSpread = ({ p10, p50, p90 }: Spread, factor: number): Spread => ({
  p10: p10 * factor,
  p50: p50 * factor,
  p90: p90 * factor,
})
