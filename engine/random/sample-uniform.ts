import { outOfRange } from './out-of-range.ts'
import type { Stream } from './stream.ts'

/**
 * A value from the uniform distribution on [low, high); `low` itself if the two are equal.
 *
 * Draws: 1 `next`. Throws: RangeError unless low <= high and both are finite.
 */
export function sampleUniform(stream: Stream, low: number, high: number): number {
  const width = high - low
  if (!(width >= 0 && width < Infinity)) throw badBounds(low, high)
  const value = low + width * stream.next()
  return value < high ? value : low
}

function badBounds(low: number, high: number): RangeError {
  return outOfRange('sampleUniform', 'low and high must be finite with low <= high', `${low} and ${high}`)
}
