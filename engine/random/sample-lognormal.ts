import { outOfRange } from './out-of-range.ts'
import { sampleStandardNormal } from './sample-normal.ts'
import type { Stream } from './stream.ts'

/**
 * A value whose natural logarithm is normal with mean `mu` and standard deviation `sigma`; its median is
 * exp(mu).
 *
 * Draws: as `sampleStandardNormal`. Throws: RangeError unless mu is finite and 0 <= sigma < Infinity.
 */
export function sampleLogNormal(stream: Stream, mu: number, sigma: number): number {
  if (!(sigma >= 0 && sigma < Infinity))
    throw outOfRange('sampleLogNormal', 'sigma must be finite and >= 0', sigma)
  if (!(Math.abs(mu) < Infinity)) throw outOfRange('sampleLogNormal', 'mu must be finite', mu)
  return Math.exp(mu + sigma * sampleStandardNormal(stream))
}
