import { outOfRange } from '../random/index.ts'

const SQRT_TWO_PI = 2.5066282746310002
const SQRT_32 = 5.656854249492381

/**
 * The density of the standard normal distribution at x.
 *
 * @example Math.round(normalDensity(0) * 1e6) / 1e6 // => 0.398942
 */
export function normalDensity(x: number): number {
  return gaussian(Math.abs(x)) / SQRT_TWO_PI
}

/**
 * The probability that a standard normal value is at most x, with a relative error below 1e-14, also far
 * below 0.
 *
 * Source: W. J. Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23, 1969.
 *
 * @example Math.round(normalCumulative(1.96) * 1e6) / 1e6 // => 0.975002
 */
export function normalCumulative(x: number): number {
  return x > 0 ? 1 - normalSurvival(x) : normalSurvival(-x)
}

/**
 * The probability that a standard normal value exceeds x, with a relative error below 1e-14, also far above
 * 0. Choose it over 1 - normalCumulative(x), which loses all digits above 8.
 *
 * Source: as `normalCumulative`.
 *
 * @example Math.round(normalSurvival(3) * 1e8) / 1e8 // => 0.0013499
 */
export function normalSurvival(x: number): number {
  if (Number.isNaN(x)) throw outOfRange('normalSurvival', 'x must be a number', x)
  if (x < 0.67448975) return x > -0.67448975 ? 0.5 - centralArea(x) : 1 - normalSurvival(-x)
  return x <= SQRT_32 ? middleTail(x) : (gaussian(x) * farTailRatio(x)) / x
}

/** exp(-x^2 / 2), with x cut to sixteenths first: the plain form loses three digits at x = 30. */
function gaussian(x: number): number {
  if (!(x < 40)) return x === x ? 0 : x
  const coarse = Math.trunc(x * 16) / 16
  return Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * (x - coarse) * (x + coarse))
}

/** The area between 0 and x, for |x| < 0.6745. */
function centralArea(x: number): number {
  const s = x * x
  const top =
    (((0.06568233791820745 * s + 2.2352520354606837) * s + 161.02823106855587) * s + 1067.6894854603709) * s
  const bottom = (((s + 47.202581904688245) * s + 976.0985517377767) * s + 10260.932208618979) * s
  return (x * (top + 18154.98125334356)) / (bottom + 45507.78933502673)
}

/** The survival function for x from 0.6745 to the square root of 32. */
function middleTail(x: number): number {
  let top = 1.0765576773720192e-8 * x
  let bottom = x
  for (let i = 0; i < 7; i++) {
    top = (top + MIDDLE_TOP[i]) * x
    bottom = (bottom + MIDDLE_BOTTOM[i]) * x
  }
  return (gaussian(x) * (top + 9842.714838383978)) / (bottom + 19685.429676859992)
}

const MIDDLE_TOP = [
  0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726,
  6848.190450536283, 11602.65143764735,
]
const MIDDLE_BOTTOM = [
  22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327,
]

/** The survival function times x exp(x^2 / 2), beyond the square root of 32. */
export function farTailRatio(x: number): number {
  const s = 1 / (x * x)
  let top = 0.023073441764940174 * s
  let bottom = s
  for (let i = 0; i < 4; i++) {
    top = (top + FAR_TOP[i]) * s
    bottom = (bottom + FAR_BOTTOM[i]) * s
  }
  return 1 / SQRT_TWO_PI - (s * (top + 2.9112874951168793e-5)) / (bottom + 7.297515550839662e-5)
}

const FAR_TOP = [0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934]
const FAR_BOTTOM = [1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.003782396332027582]
