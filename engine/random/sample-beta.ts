import { outOfRange } from './out-of-range.ts'
import { sampleStandardExponential } from './sample-exponential.ts'
import { sampleStandardGamma } from './sample-gamma.ts'
import type { Stream } from './stream.ts'

/**
 * A value from the beta distribution on [0, 1] with shapes `a` and `b` (mean a / (a + b)).
 *
 * Draws: two gammas, or, with both shapes <= 1, two exponentials a try (Jöhnk); the count depends on the
 * shapes.
 * Throws: RangeError unless a and b are finite and > 0.
 * Source: Devroye, "Non-Uniform Random Variate Generation", 1986, IX.3.5 and IX.4.1.
 */
export function sampleBeta(stream: Stream, a: number, b: number): number {
  if (!(a > 0 && a < Infinity)) throw outOfRange('sampleBeta', 'a must be finite and > 0', a)
  if (!(b > 0 && b < Infinity)) throw outOfRange('sampleBeta', 'b must be finite and > 0', b)
  if (a <= 1 && b <= 1) return sampleSmallShapes(stream, a, b)
  const x = sampleStandardGamma(stream, a)
  return x / (x + sampleStandardGamma(stream, b))
}

/** Jöhnk's method on logarithms, so that tiny shapes neither underflow nor divide zero by zero. */
function sampleSmallShapes(stream: Stream, a: number, b: number): number {
  for (;;) {
    const logX = -sampleStandardExponential(stream) / a
    const logY = -sampleStandardExponential(stream) / b
    const larger = Math.max(logX, logY)
    const logSum = larger + Math.log(Math.exp(logX - larger) + Math.exp(logY - larger))
    if (logSum <= 0) return Math.exp(logX - logSum)
  }
}
