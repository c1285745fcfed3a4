import type { Spread } from '../../engine/cost/index.ts'

/** A number that is known. */
export const certainly = (value: number): Spread => ({ p10: value, p50: value, p90: value })

/** Logarithms of how far the ends lie from the middle; 0 where an end is 0. */
const logReach = ({ p10, p50, p90 }: Spread): { readonly below: number; readonly above: number } => ({
  below: p10 > 0 ? Math.log(p50 / p10) : 0,
  above: p50 > 0 ? Math.log(p90 / p50) : 0,
})

/**
 * The product of independent numbers, each known to a spread: medians multiply, and logarithms of the ends add in
 * squares, each side by itself.
 *
 * @example multiplySpreads([{ p10: 1, p50: 2, p90: 4 }, { p10: 3, p50: 3, p90: 3 }]) // => { p10: 3, p50: 6, p90: 12 }
 */
export const multiplySpreads = (spreads: readonly Spread[]): Spread => {
  let p50 = 1
  let below = 0
  let above = 0
  for (const spread of spreads) {
    const reach = logReach(spread)
    p50 *= spread.p50
    below += reach.below * reach.below
    above += reach.above * reach.above
  }
  if (!(p50 > 0)) return certainly(0)
  return { p10: p50 * Math.exp(-Math.sqrt(below)), p50, p90: p50 * Math.exp(Math.sqrt(above)) }
}

/** Variance of a spread's logarithm, by the distance of its ends. */
export const logVariance = (spread: Spread): number => {
  const { below, above } = logReach(spread)
  const half = (below + above) / 2
  return half * half
}
