import {
  countSignChanges,
  differentiateShifted,
  hasNoRootWithin,
  makeExponentialSum,
  signOfSum,
  type ExponentialSum,
} from './exponential-sum.ts'
import { refineRoot } from './refine-root.ts'

/** A real root of a sum of exponentials. */
export interface ExponentialRoot {
  readonly at: number
  /** True if the sum touches zero there, as far as its rounding lets one see: a root that counts more than once. */
  readonly isMultiple: boolean
}

/** Width, as a share of 1 / (range of exponents), below which an interval is searched by its critical points. */
const narrow = 1e-6
/** Places of an interval at which it may be split; the first at which the sign is plain is taken. */
const splits = [0.5, 0.4583, 0.5417, 0.3719] as const

/** The end beyond which the outermost term outweighs all terms of the other sign; `direction` is 1 or -1. */
function outerEnd({ signs, logs, exponents }: ExponentialSum, direction: 1 | -1): number {
  const outer = direction > 0 ? 0 : signs.length - 1
  const opposite = signs.flatMap((sign, i) => (sign === signs[outer] ? [] : [i]))
  const weightAt = (y: number): number =>
    opposite.reduce(
      (sum, i) => sum + Math.exp(logs[i] - logs[outer] - (exponents[i] - exponents[outer]) * y),
      0,
    )
  let end: number = direction
  while (!(weightAt(end) < 1)) end *= 2
  // Far from where the terms balance, so that rounding cannot hide the sign at the end.
  return end * 1.0625
}

/** Roots between and at points that cut (low, high) into pieces on which the sum is monotone. */
function rootsAmongPieces(
  sum: ExponentialSum,
  low: number,
  high: number,
  turns: readonly ExponentialRoot[],
): readonly ExponentialRoot[] {
  const ends = [low, ...turns.map(({ at }) => at).filter((at) => at > low && at < high), high]
  const signs = ends.map((end) => signOfSum(sum, end))
  return ends.flatMap((end, i) => {
    if (i === 0) return []
    const isCrossed = signs[i - 1] * signs[i] < 0
    const inside = isCrossed
      ? [{ at: refineRoot(sum, ends[i - 1], end, signs[i - 1]), isMultiple: false }]
      : []
    return i < ends.length - 1 && signs[i] === 0 ? [...inside, { at: end, isMultiple: true }] : inside
  })
}

/** All roots strictly between `low` and `high`, rising. */
function rootsWithin(sum: ExponentialSum, low: number, high: number): readonly ExponentialRoot[] {
  const changes = countSignChanges(sum)
  if (changes === 0 || (changes > 1 && hasNoRootWithin(sum, low, high))) return []
  if (changes === 1) return rootsAmongPieces(sum, low, high, [])
  const derivative = differentiateShifted(sum)
  if (hasNoRootWithin(derivative, low, high)) return rootsAmongPieces(sum, low, high, [])
  const range = sum.exponents[sum.exponents.length - 1] - sum.exponents[0]
  const places = splits.map((share) => low + share * (high - low))
  const split = places.find((place) => place > low && place < high && signOfSum(sum, place) !== 0)
  if ((high - low) * range < narrow || split === undefined)
    return rootsAmongPieces(sum, low, high, rootsWithin(derivative, low, high))
  return [...rootsWithin(sum, low, split), ...rootsWithin(sum, split, high)]
}

/** Joins roots between which the sum cannot be told from zero: one root that counts several times. */
function joinTouching(sum: ExponentialSum, roots: readonly ExponentialRoot[]): readonly ExponentialRoot[] {
  const joined: ExponentialRoot[] = []
  for (const root of roots) {
    const last = joined[joined.length - 1]
    if (last !== undefined && signOfSum(sum, (last.at + root.at) / 2) === 0)
      joined[joined.length - 1] = { at: (last.at + root.at) / 2, isMultiple: true }
    else joined.push(root)
  }
  return joined
}

/**
 * Finds every real root of the sum of coefficient · exp(-exponent · y), rising.
 *
 * No root is missed and none is invented: an interval is dropped only if bounds of all terms exclude zero; it has one
 * root at most if the derivative, after a shift of the exponents that takes one sign change away, cannot be zero in
 * it; else it is cut, at last at the roots of that derivative, which has fewer roots than the sum. Where a sum comes
 * so near to zero that rounding hides its sign, it counts as touching zero: `isMultiple`.
 *
 * Shape: exponents rising strictly. Throws: RangeError if they do not, or something is not finite.
 * Source: Descartes' rule for real exponents: Jameson, "Counting zeros of generalised polynomials", Mathematical
 * Gazette 90 (2006).
 * @example exponentialRoots([-100, 230, -132], [0, 1, 2]).map(({ at }) => Math.expm1(at)) // => [0.1, 0.2]
 */
export function exponentialRoots(
  coefficients: readonly number[],
  exponents: readonly number[],
): readonly ExponentialRoot[] {
  if (coefficients.length !== exponents.length)
    throw new RangeError(
      `exponentialRoots: exponents must be as many as the ${coefficients.length} coefficients, got ${exponents.length}`,
    )
  coefficients.forEach((coefficient, i) => {
    if (!Number.isFinite(coefficient))
      throw new RangeError(`exponentialRoots: coefficients must be finite, got ${coefficient}`)
    if (!(Math.abs(exponents[i]) < Infinity && (i === 0 || exponents[i] > exponents[i - 1])))
      throw new RangeError(`exponentialRoots: exponents must be finite and rise, got ${exponents.join(', ')}`)
  })
  const sum = makeExponentialSum(coefficients, exponents)
  if (countSignChanges(sum) === 0) return []
  return joinTouching(sum, rootsWithin(sum, outerEnd(sum, -1), outerEnd(sum, 1)))
}
