import { outOfRange } from './out-of-range.ts'
import type { Stream } from './stream.ts'

/**
 * True with probability `p`. With the same stream a larger p is true wherever a smaller one is.
 *
 * Draws: 1 `next`, also for p = 0 and p = 1. Throws: RangeError unless 0 <= p <= 1.
 */
export function sampleBernoulli(stream: Stream, p: number): boolean {
  if (!(p >= 0 && p <= 1)) throw outOfRange('sampleBernoulli', 'p must be between 0 and 1', p)
  return stream.next() < p
}
