import { outOfRange } from './out-of-range.ts'
import { sampleBeta } from './sample-beta.ts'
import type { Stream } from './stream.ts'

/**
 * A value from the PERT distribution on [low, high]: a smooth hump at `mode` with mean (low + 4 mode + high)
 * / 6. Choose it over the triangular when the ends are rare.
 *
 * Draws: as `sampleBeta`; none if low = high. Throws: RangeError unless low <= mode <= high, all finite.
 * Source: Malcolm et al., Operations Research 7(5), 1959; as beta(1 + 4 (mode - low) / w, 1 + 4 (high - mode)
 * / w).
 */
export function samplePert(stream: Stream, low: number, mode: number, high: number): number {
  const width = high - low
  if (!(low <= mode && mode <= high && width < Infinity)) throw badCorners(low, mode, high)
  if (width === 0) return low
  const share = sampleBeta(stream, 1 + (4 * (mode - low)) / width, 1 + (4 * (high - mode)) / width)
  return Math.min(high, low + width * share)
}

function badCorners(low: number, mode: number, high: number): RangeError {
  const bound = 'low, mode and high must be finite with low <= mode <= high'
  return outOfRange('samplePert', bound, `${low}, ${mode} and ${high}`)
}
