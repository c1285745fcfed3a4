import { outOfRange } from './out-of-range.ts'
import type { Stream } from './stream.ts'

/**
 * A value from the triangular distribution on [low, high] with its peak at `mode`; `low` if all three are
 * equal.
 *
 * Draws: 1 `next` (inversion). Throws: RangeError unless low <= mode <= high and low and high are finite.
 */
export function sampleTriangular(stream: Stream, low: number, mode: number, high: number): number {
  const width = high - low
  if (!(low <= mode && mode <= high && width < Infinity)) throw badCorners(low, mode, high)
  const u = stream.next()
  if (width === 0) return low
  const share = (mode - low) / width
  if (u < share) return Math.min(mode, low + width * Math.sqrt(u * share))
  return Math.max(mode, high - width * Math.sqrt((1 - u) * (1 - share)))
}

function badCorners(low: number, mode: number, high: number): RangeError {
  const bound = 'low, mode and high must be finite with low <= mode <= high'
  return outOfRange('sampleTriangular', bound, `${low}, ${mode} and ${high}`)
}
