import { outOfRange } from './out-of-range.ts'
import { sampleStandardExponential } from './sample-exponential.ts'
import { sampleStandardNormal } from './sample-normal.ts'
import type { Stream } from './stream.ts'

/**
 * A value from the gamma distribution with the given shape and scale (mean shape * scale).
 * A shape far below 0.01 gives values too small for a double now and then: they come out as 0.
 *
 * Draws: one normal and one `next` a try, at least 95 % of tries succeed; a shape below 1 takes one
 * exponential more. The count depends on the shape: give each purpose its own stream.
 * Throws: RangeError unless shape and scale are finite and > 0.
 * Source: Marsaglia and Tsang, ACM Trans. Math. Software 26(3), 2000.
 */
export function sampleGamma(stream: Stream, shape: number, scale: number): number {
  if (!(shape > 0 && shape < Infinity)) throw outOfRange('sampleGamma', 'shape must be finite and > 0', shape)
  if (!(scale > 0 && scale < Infinity)) throw outOfRange('sampleGamma', 'scale must be finite and > 0', scale)
  return scale * sampleStandardGamma(stream, shape)
}

/** A value from the gamma distribution with scale 1; the shape is not checked. Draws: as `sampleGamma`. */
export function sampleStandardGamma(stream: Stream, shape: number): number {
  if (shape >= 1) return sampleLargeShape(stream, shape)
  const shrink = Math.exp(-sampleStandardExponential(stream) / shape)
  return shrink * sampleLargeShape(stream, shape + 1)
}

function sampleLargeShape(stream: Stream, shape: number): number {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const z = sampleStandardNormal(stream)
    const root = 1 + c * z
    if (root <= 0) continue
    const v = root * root * root
    const u = stream.next()
    if (u < 1 - 0.0331 * z * z * z * z) return d * v
    if (Math.log(u) < 0.5 * z * z + d * (1 - v + Math.log(v))) return d * v
  }
}
