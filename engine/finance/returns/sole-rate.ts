import { makeExponentialSum, signOfSum } from './exponential-sum.ts'
import { refineRoot } from './refine-root.ts'

/** Logarithm of one plus a rate beyond which none is sought. */
const farthest = 32

/**
 * The internal rate of return of flows that can be shown to have one and no other; NaN if they cannot be shown to. A
 * fraction of the cost of `returnRate`, which finds all rates of any flows.
 *
 * A sum of amount · exp(-years · y) has no more roots above 0 than its partial sums from the first flow on change sign,
 * and no more below 0 than those from the last flow back (Laguerre); one change in all leaves one root.
 *
 * Units: share a year. Shape: years rise, each once.
 * Source: Jameson, "Counting zeros of generalised polynomials", Mathematical Gazette 90 (2006).
 * @example soleRate([0, 1], [-100, 125]).toFixed(9) // => '0.250000000'
 */
export function soleRate(years: readonly number[], amounts: readonly number[]): number {
  const above = countChanges(amounts, 0, 1)
  const below = countChanges(amounts, amounts.length - 1, -1)
  if (above + below !== 1) return Number.NaN
  const sum = makeExponentialSum(amounts, years)
  const signAtZero = signOfSum(sum, 0)
  if (signAtZero === 0) return Number.NaN
  let near = 0
  let far = above === 1 ? 0.25 : -0.25
  while (signOfSum(sum, far) === signAtZero) {
    near = far
    far *= 2
    if (Math.abs(far) > farthest) return Number.NaN
  }
  const isAbove = far > near
  const signAtLow = isAbove ? signAtZero : -signAtZero
  return Math.expm1(refineRoot(sum, isAbove ? near : far, isAbove ? far : near, signAtLow))
}

/** Sign changes of the partial sums from one end. */
function countChanges(amounts: readonly number[], start: number, direction: 1 | -1): number {
  let sum = 0
  let sign = 0
  let changes = 0
  for (let i = start; i >= 0 && i < amounts.length; i += direction) {
    sum += amounts[i]
    const next = Math.sign(sum)
    if (next === 0 || next === sign) continue
    if (sign !== 0) changes++
    sign = next
  }
  return changes
}
