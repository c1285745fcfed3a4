import { renderNumber } from './render-number.ts'
import { supportedDecimals } from './supported-decimals.ts'

const mostDecimals = 2

/** How many decimals of a percentage its interval supports: 0 to 2, and one where it is exact. */
export const percentDecimals = (share: number, halfWidth: number | null): number => {
  if (share === 0 || halfWidth === 0) return 1
  const supported = supportedDecimals(100 * share, halfWidth === null ? null : 100 * halfWidth)
  return Math.min(mostDecimals, Math.max(0, supported))
}

/**
 * A share as a percentage.
 *
 * @example renderPercent(0.7661, 1) // => '76.6%'
 */
export const renderPercent = (share: number, decimals = 1): string =>
  `${renderNumber(100 * share, decimals)}%`
