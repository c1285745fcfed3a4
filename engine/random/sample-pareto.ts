import { outOfRange } from './out-of-range.ts'
import { sampleStandardExponential } from './sample-exponential.ts'
import type { Stream } from './stream.ts'

/**
 * A value from the Pareto distribution: at least `scale`, above x with probability (scale / x)^shape.
 * The mean is infinite for shape <= 1 and the variance for shape <= 2.
 *
 * Draws: as `sampleExponential`. Throws: RangeError unless scale and shape are finite and > 0.
 */
export function samplePareto(stream: Stream, scale: number, shape: number): number {
  if (!(scale > 0 && scale < Infinity))
    throw outOfRange('samplePareto', 'scale must be finite and > 0', scale)
  if (!(shape > 0 && shape < Infinity))
    throw outOfRange('samplePareto', 'shape must be finite and > 0', shape)
  return scale * Math.exp(sampleStandardExponential(stream) / shape)
}
