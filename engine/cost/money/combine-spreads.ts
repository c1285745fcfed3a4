import type { Spread } from '../run/spread.ts'

/** A value that is known exactly, as a spread. */
export const exactly = (value: number): Spread => ({ p10: value, p50: value, p90: value })

/**
 * The product of independent quantities: hours times price. The medians multiply; the distances of the lower and of
 * the upper ends, on a logarithmic scale, add as roots of squares, which is exact for log-normal quantities.
 *
 * Throws: RangeError unless every spread is ascending, positive and finite.
 * @example multiplySpreads([{ p10: 1, p50: 2, p90: 4 }, { p10: 3, p50: 3, p90: 3 }]).p90 // => 12
 */
export function multiplySpreads(spreads: readonly Spread[]): Spread {
  let p50 = 1
  let below = 0
  let above = 0
  for (const spread of spreads) {
    requireSpread('multiplySpreads', spread)
    const down = Math.log(spread.p50 / spread.p10)
    const up = Math.log(spread.p90 / spread.p50)
    p50 *= spread.p50
    below += down * down
    above += up * up
  }
  return { p10: p50 * Math.exp(-Math.sqrt(below)), p50, p90: p50 * Math.exp(Math.sqrt(above)) }
}

/** Refuses a spread that is not ascending, positive and finite. */
export function requireSpread(caller: string, { p10, p50, p90 }: Spread): void {
  if (!(p10 > 0 && p10 <= p50 && p50 <= p90 && p90 < Infinity))
    throw new RangeError(
      `${caller}: a spread must be positive, finite and ascending, got ${p10}, ${p50}, ${p90}`,
    )
}
