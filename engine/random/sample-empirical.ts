import { outOfRange } from './out-of-range.ts'
import type { Stream } from './stream.ts'

/**
 * One of `values`, each equally likely.
 *
 * Draws: 1 `next`. Throws: RangeError if there are no values.
 */
export function sampleEmpirical(stream: Stream, values: ArrayLike<number>): number {
  if (values.length === 0) throw outOfRange('sampleEmpirical', 'values must not be empty', 'none')
  return values[Math.floor(stream.next() * values.length)]
}
