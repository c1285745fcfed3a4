import { logGamma, outOfRange } from '../random/index.ts'
import { incompleteBeta } from './incomplete-beta.ts'
import { normalQuantile } from './normal-quantile.ts'

/**
 * The value that a Student t value with `degrees` degrees of freedom stays below with probability p.
 * Choose it over the normal quantile for an interval from a few batch means. Relative error below 1e-9.
 *
 * Throws: RangeError unless 0 < p < 1 and degrees >= 1.
 * Source: safeguarded Newton steps on I_x(degrees / 2, 1 / 2); above 10,000 degrees the expansion of
 * Abramowitz and Stegun, 26.7.5.
 *
 * @example Math.round(studentTQuantile(0.975, 31) * 1e6) / 1e6 // => 2.039513
 */
export function studentTQuantile(p: number, degrees: number): number {
  if (!(p > 0 && p < 1)) throw outOfRange('studentTQuantile', 'p must be between 0 and 1, ends excluded', p)
  if (!(degrees >= 1)) throw outOfRange('studentTQuantile', 'degrees must be >= 1', degrees)
  if (p === 0.5) return 0
  const tail = Math.min(p, 1 - p)
  const size = degrees > 1e4 ? -nearNormalQuantile(tail, degrees) : upperQuantile(tail, degrees)
  return p < 0.5 ? -size : size
}

function nearNormalQuantile(p: number, degrees: number): number {
  const z = normalQuantile(p)
  const s = z * z
  const first = (z * (s + 1)) / 4
  const second = (z * ((5 * s + 16) * s + 3)) / 96
  const third = (z * (((3 * s + 19) * s + 17) * s - 15)) / 384
  return z + (first + (second + third / degrees) / degrees) / degrees
}

/** The t > 0 that is exceeded with probability `tail` < 0.5. */
function upperQuantile(tail: number, degrees: number): number {
  let low = 0
  let high = 1
  while (survival(high, degrees) > tail) {
    low = high
    high *= 2
  }
  let t = (low + high) / 2
  for (let i = 0; i < 200; i++) {
    const excess = survival(t, degrees)
    if (excess > tail) low = t
    else high = t
    // Newton on the logarithm of the survival function, which is nearly straight in the tail.
    const step = (Math.log(excess / tail) * excess) / density(t, degrees)
    const next = t + step > low && t + step < high ? t + step : (low + high) / 2
    if (Math.abs(next - t) <= 1e-14 * next) return next
    t = next
  }
  return t
}

/** P(T > t) for t >= 0. */
function survival(t: number, degrees: number): number {
  return 0.5 * incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5)
}

function density(t: number, degrees: number): number {
  const logScale = logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - 0.5 * Math.log(degrees * Math.PI)
  return Math.exp(logScale - 0.5 * (degrees + 1) * Math.log1p((t * t) / degrees))
}
