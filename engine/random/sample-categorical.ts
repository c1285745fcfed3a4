import { outOfRange } from './out-of-range.ts'
import type { Stream } from './stream.ts'

/**
 * An index of `weights`, drawn in proportion to its weight; an index with weight 0 is never drawn.
 *
 * Shape: weights need not sum to 1 and are not changed. Draws: 1 `next`.
 * Throws: RangeError for a negative or NaN weight, and unless the sum is finite and > 0.
 */
export function sampleCategorical(stream: Stream, weights: ArrayLike<number>): number {
  let total = 0
  for (let i = 0; i < weights.length; i++) {
    if (!(weights[i] >= 0)) throw outOfRange('sampleCategorical', `weight ${i} must be >= 0`, weights[i])
    total += weights[i]
  }
  if (!(total > 0 && total < Infinity)) {
    throw outOfRange('sampleCategorical', 'the sum of weights must be finite and > 0', total)
  }
  return findCategory(weights, stream.next() * total)
}

function findCategory(weights: ArrayLike<number>, position: number): number {
  let rest = position
  let lastPossible = 0
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue
    if (rest < weights[i]) return i
    rest -= weights[i]
    lastPossible = i
  }
  return lastPossible
}
