/**
 * A sum of terms sign · exp(log - exponent · y) in one unknown y, the form that discounted flows have with
 * y = ln(1 + rate). Logarithms keep it finite for any rate and any amount.
 *
 * Shape: arrays of one length, exponents rising, no term that is nothing.
 */
export interface ExponentialSum {
  readonly signs: readonly number[]
  readonly logs: readonly number[]
  readonly exponents: readonly number[]
  /** Roundings that went into a coefficient beyond the first one. */
  readonly roundings: number
}

/** The value of a sum where its largest term is 1 in size, and a bound of its rounding error. */
interface ScaledValue {
  readonly value: number
  readonly error: number
}

const epsilon = Number.EPSILON

/** Makes a sum of coefficient · exp(-exponent · y); terms without a coefficient are left out. */
export function makeExponentialSum(
  coefficients: readonly number[],
  exponents: readonly number[],
): ExponentialSum {
  const kept = coefficients.flatMap((coefficient, i) => (coefficient === 0 ? [] : [i]))
  return {
    signs: kept.map((i) => Math.sign(coefficients[i])),
    logs: kept.map((i) => Math.log(Math.abs(coefficients[i]))),
    exponents: kept.map((i) => exponents[i]),
    roundings: 0,
  }
}

/** Counts how often the sign changes from term to term: no sum has more real roots (Descartes, for real exponents). */
export function countSignChanges({ signs }: ExponentialSum): number {
  let count = 0
  for (let i = 1; i < signs.length; i += 1) if (signs[i] !== signs[i - 1]) count += 1
  return count
}

/** How far the size of a term may be off, as a share of it. */
const shareOfError = (log: number, turn: number): number => epsilon * (4 + Math.abs(log) + 2 * Math.abs(turn))

/** Evaluates a sum at `y`, times a positive factor. A size of at most `error` says nothing about the sign. */
function evaluateSum({ signs, logs, exponents, roundings }: ExponentialSum, y: number): ScaledValue {
  let largest = -Infinity
  for (let i = 0; i < signs.length; i += 1) largest = Math.max(largest, logs[i] - exponents[i] * y)
  let value = 0
  let size = 0
  let error = 0
  for (let i = 0; i < signs.length; i += 1) {
    const turn = exponents[i] * y
    const term = Math.exp(logs[i] - turn - largest)
    value += signs[i] * term
    size += term
    error += term * shareOfError(logs[i], turn)
  }
  return { value, error: error + epsilon * (signs.length + roundings) * size }
}

/** The sign of a sum at `y`; 0 where rounding hides it. */
export function signOfSum(sum: ExponentialSum, y: number): number {
  const { value, error } = evaluateSum(sum, y)
  return Math.abs(value) > error ? Math.sign(value) : 0
}

/** The mean of the exponents, each with the size of its term at `y`. */
function centreOf({ logs, exponents }: ExponentialSum, y: number): number {
  const largest = logs.reduce((most, log, i) => Math.max(most, log - exponents[i] * y), -Infinity)
  let size = 0
  let moment = 0
  for (let i = 0; i < logs.length; i += 1) {
    const term = Math.exp(logs[i] - exponents[i] * y - largest)
    size += term
    moment += term * exponents[i]
  }
  return moment / size
}

/**
 * Says whether a sum is certainly not zero anywhere from `low` to `high`: each term, after a shift of all exponents,
 * is largest at one end and smallest at the other.
 */
export function hasNoRootWithin(sum: ExponentialSum, low: number, high: number): boolean {
  const { signs, logs, exponents, roundings } = sum
  const centre = centreOf(sum, (low + high) / 2)
  // A positive factor changes no sign: here exp of the smallest scale that keeps all terms finite.
  let largest = -Infinity
  for (let i = 0; i < signs.length; i += 1) {
    const turn = centre - exponents[i]
    largest = Math.max(largest, logs[i] + turn * low, logs[i] + turn * high)
  }
  let least = 0
  let most = 0
  let error = 0
  for (let i = 0; i < signs.length; i += 1) {
    const turn = centre - exponents[i]
    const atLow = Math.exp(logs[i] + turn * low - largest)
    const atHigh = Math.exp(logs[i] + turn * high - largest)
    const [small, big] = atLow < atHigh ? [atLow, atHigh] : [atHigh, atLow]
    least += signs[i] > 0 ? small : -big
    most += signs[i] > 0 ? big : -small
    const farthest = Math.max(Math.abs(low), Math.abs(high)) * (Math.abs(centre) + exponents[i])
    error += big * (shareOfError(logs[i], farthest) + epsilon * (signs.length + roundings))
  }
  return least > error || most < -error
}

/**
 * The derivative of a sum after it was multiplied by exp(s · y), with s between the exponents of the first two
 * neighbours that differ in sign: its terms are the old ones times s - exponent, so it has one sign change less, and
 * between two roots of the sum lies one of it (Rolle).
 */
export function differentiateShifted(sum: ExponentialSum): ExponentialSum {
  const { signs, logs, exponents, roundings } = sum
  const change = signs.findIndex((sign, i) => i > 0 && sign !== signs[i - 1])
  const shift = (exponents[change - 1] + exponents[change]) / 2
  return {
    signs: signs.map((sign, i) => sign * Math.sign(shift - exponents[i])),
    logs: logs.map((log, i) => log + Math.log(Math.abs(shift - exponents[i]))),
    exponents,
    roundings: roundings + 4,
  }
}
