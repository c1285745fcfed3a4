/**
 * A value that rises with the logarithm of what the company is worth, and one that it shall reach. Numbers go in and
 * out by fields, because V8 allocates those that a call hands over.
 */
export interface RisingCurve {
  logUsd: number
  targetUsd: number
  /** The value at `logUsd`, and its change for a change of the logarithm: `evaluate` sets them. */
  valueUsd: number
  slope: number
  evaluate(): void
}

const mostSteps = 200
const newtonSteps = 60
const closeStep = 1e-8
/** Longest step, e^2 = 7.4 times the company's value. */
const longestStep = 2

/**
 * Finds where a curve reaches its target, by Newton steps on logarithms inside what brackets the root, from the
 * logarithm that the curve is at. Where the curve falls for a while and there are several roots, the start decides.
 *
 * Shape: leaves the answer in `logUsd`, the curve having been evaluated there or within rounding of it; false if the
 * curve does not reach its target. No allocation.
 */
export function solveRising(curve: RisingCurve): boolean {
  const { targetUsd } = curve
  let low = -Infinity
  let high = Infinity
  for (let i = 0; i < mostSteps; i++) {
    const at = curve.logUsd
    curve.evaluate()
    const { valueUsd } = curve
    if (valueUsd === targetUsd) return true
    if (valueUsd < targetUsd) low = at
    else high = at
    const elasticity = curve.slope / valueUsd
    let next = at - Math.log(valueUsd / targetUsd) / elasticity
    if (!(elasticity > 0 && valueUsd > 0)) next = valueUsd < targetUsd ? at + longestStep : at - longestStep
    next = Math.min(at + longestStep, Math.max(at - longestStep, next))
    // A Newton step squares the error: after a step so close, the next would be below rounding.
    const isClose = i <= newtonSteps && Math.abs(next - at) <= closeStep
    if (!isClose && high - low < Infinity && (i > newtonSteps || !(next > low && next < high)))
      next = low + (high - low) / 2
    curve.logUsd = next
    if (isClose || next === low || next === high) return true
  }
  return false
}
