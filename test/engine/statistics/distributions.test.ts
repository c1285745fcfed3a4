import { describe, expect, it } from 'vitest'
import { logGamma } from '../../../engine/random/index.ts'
import {
  chiSquareSurvival,
  estimateProportion,
  incompleteBeta,
  kolmogorovSurvival,
  lowerGamma,
  normalCumulative,
  normalDensity,
  normalQuantile,
  normalSurvival,
  studentTQuantile,
  upperGamma,
} from '../../../engine/statistics/index.ts'

// Unless another origin is named: computed to 40 digits with mpmath 1.3 (ncdf, gammainc, betainc, loggamma, findroot).

function expectRelative(actual: number, expected: number, error: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(error * Math.abs(expected))
}

describe('the normal distribution', () => {
  // Phi(-10) = 7.619853024160525e-24, Phi(-5), Phi(1.96): also Abramowitz and Stegun, table 26.2 and 26.1.
  const vectors: readonly [x: number, cumulative: number][] = [
    [-37, 5.725571222524577e-300],
    [-20, 2.7536241186062337e-89],
    [-10, 7.619853024160525e-24],
    [-8, 6.220960574271784e-16],
    [-5, 2.866515718791939e-7],
    [-3, 0.0013498980316300946],
    [-1.96, 0.024997895148220435],
    [-1, 0.15865525393145705],
    [-0.5, 0.3085375387259869],
    [0, 0.5],
    [0.3, 0.6179114221889526],
    [1.96, 0.9750021048517795],
    [5, 0.9999997133484281],
  ]

  it.each(vectors)('has its distribution function and survival function at %d', (x, cumulative) => {
    expectRelative(normalCumulative(x), cumulative, 1e-14)
    expectRelative(normalSurvival(-x), cumulative, 1e-14)
  })

  const quantiles: readonly [p: number, quantile: number][] = [
    [1e-300, -37.0470962993612],
    [1e-100, -21.273453560965326],
    [1e-20, -9.262340089798409],
    [1e-10, -6.361340902404056],
    [1e-5, -4.264890793922825],
    [0.001, -3.0902323061678136],
    [0.025, -1.9599639845400543],
    [0.1, -1.2815515655446004],
    [0.3, -0.5244005127080408],
    [0.49, -0.025068908258711036],
  ]

  it.each(quantiles)('has its quantile at %d', (p, quantile) => {
    expectRelative(normalQuantile(p), quantile, 1e-14)
    // 1 - p is itself rounded: allow for that.
    const slope = 1e-16 / (normalDensity(quantile) * Math.abs(quantile))
    if (p > 1e-12) expectRelative(normalQuantile(1 - p), -quantile, 1e-13 + slope)
  })

  it('has a quantile that undoes the distribution function', () => {
    for (let x = -37; x < 5; x += 0.0371) expect(normalQuantile(normalCumulative(x))).toBeCloseTo(x, 7)
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity])
  })

  it('has the density that its distribution function grows by', () => {
    for (let x = -6; x < 6; x += 0.37) {
      const slope = (normalCumulative(x + 1e-5) - normalCumulative(x - 1e-5)) / 2e-5
      expect(Math.abs(normalDensity(x) - slope)).toBeLessThan(1e-10)
    }
    expect(normalDensity(Infinity)).toBe(0)
  })

  it('refuses what is not a number or not a probability', () => {
    expect(() => normalCumulative(NaN)).toThrow(RangeError)
    expect(() => normalQuantile(1.1)).toThrow('normalQuantile: p must be between 0 and 1, got 1.1')
  })
})

describe("Student's t", () => {
  // 12.706, 63.657, 4.303, 12.924, 2.228 are also in every printed table.
  const vectors: readonly [p: number, degrees: number, quantile: number][] = [
    [0.975, 1, 12.706204736174705],
    [0.995, 1, 63.65674116287158],
    [0.975, 1.5, 6.016663104427932],
    [0.975, 2, 4.302652729749464],
    [0.9995, 3, 12.923978636687483],
    [0.975, 10, 2.228138851986275],
    [0.975, 31, 2.0395134463964086],
    [0.6, 31, 0.2555321683175277],
    [0.975, 1000, 1.9623390808264085],
    [0.999, 9999, 3.091047597579455],
    [0.999, 20_000, 3.0906398618543305],
    [0.975, 10_000_000, 1.9599642217672055],
  ]

  it.each(vectors)('has its quantile at p %d with %d degrees', (p, degrees, quantile) => {
    expectRelative(studentTQuantile(p, degrees), quantile, 1e-9)
    expectRelative(studentTQuantile(1 - p, degrees), -quantile, 1e-9)
  })

  it('has median 0 and refuses what has no quantile', () => {
    expect(studentTQuantile(0.5, 3)).toBe(0)
    expect(() => studentTQuantile(1, 3)).toThrow(RangeError)
    expect(() => studentTQuantile(0.5, 0.5)).toThrow('studentTQuantile: degrees must be >= 1, got 0.5')
  })
})

describe('the incomplete functions', () => {
  it.each([
    [0.5, 0.1, 0.654720846018577],
    [0.5, 8, 0.00006334248366623984],
    [3, 0.01, 0.9999998345783472],
    [3, 2.5, 0.5438131158833295],
    [10, 30, 0.000007121750862815577],
    [100, 100, 0.48670120172085135],
    [1000, 900, 0.9994500977342882],
    [1000, 1200, 1.2881606086281433e-9],
  ])('upper gamma with shape %d at %d', (a, x, expected) => {
    expectRelative(upperGamma(a, x), expected, 1e-12)
    expect(lowerGamma(a, x)).toBeCloseTo(1 - expected, 12)
  })

  it.each([
    [0.5, 0.5, 0.5, 0.5],
    [0.01, 0.5, 3, 0.18625375],
    [0.3, 2, 5, 0.579825],
    [0.999, 10, 0.1, 0.3403333397791749],
    [0.2, 40, 40, 1.2826012175400128e-9],
    [0.7, 1000, 400, 0.11898147021920812],
  ])('beta at %d with shapes %d and %d', (x, a, b, expected) => {
    expectRelative(incompleteBeta(x, a, b), expected, 1e-11)
  })

  // Abramowitz and Stegun, table 26.8: 5 % points.
  it.each([
    [3.8415, 1],
    [18.307, 10],
    [124.342, 100],
  ])('chi-square exceeds %d in 5 %% of cases with %d degrees', (x, degrees) => {
    expect(chiSquareSurvival(x, degrees)).toBeCloseTo(0.05, 4)
  })

  it.each([
    [1e-6, 13.815509980749432],
    [0.5, 0.5723649429247001],
    [1.5, -0.12078223763524522],
    [9.99, 12.77931521435019],
    [10, 12.80182748008147],
    [171.3, 708.1149470389969],
    [1e6, 12815504.569147611],
    [1e12, 26631021115915.65],
  ])('log-gamma at %d', (x, expected) => {
    expect(Math.abs(logGamma(x) - expected)).toBeLessThan(3e-15 * Math.max(1, Math.abs(expected)))
  })

  it('refuse arguments outside their range', () => {
    expect(() => upperGamma(0, 1)).toThrow('upperGamma: a must be finite and > 0, got 0')
    expect(() => lowerGamma(1, -1)).toThrow('lowerGamma: x must be >= 0, got -1')
    expect(() => incompleteBeta(2, 1, 1)).toThrow('incompleteBeta: x must be between 0 and 1, got 2')
    expect(() => incompleteBeta(0.5, NaN, 1)).toThrow(RangeError)
  })
})

describe('the Kolmogorov distribution', () => {
  // scipy 1.x, special.kolmogorov; 1.3581 is the printed 5 % point.
  it.each([
    [0.3, 0.9999906941986655],
    [0.5, 0.9639452436648751],
    [0.9, 0.3927307079406543],
    [1, 0.26999967167735456],
    [1.2, 0.11224966667072497],
    [1.3581, 0.0499996304316674],
    [2, 0.0006709252557796953],
    [4, 2.532833109818835e-14],
  ])('exceeds %d with its probability', (x, expected) => {
    expectRelative(kolmogorovSurvival(x), expected, 1e-13)
  })

  it('exceeds 0 for certain and nothing below', () => {
    expect([kolmogorovSurvival(0), kolmogorovSurvival(0.05), kolmogorovSurvival(30)]).toEqual([1, 1, 0])
    expect(() => kolmogorovSurvival(-1)).toThrow(RangeError)
  })
})

describe('the interval of a share of independent trials', () => {
  // Wilson 1927 by hand: (k + z^2 / 2) / (n + z^2) -+ ...; 0 of 10 and 3 of 10 as in R's prop.test(correct = FALSE).
  it.each([
    [0, 10, 0, 0.2775327998628892],
    [3, 10, 0.1077912674063033, 0.6032218525388546],
    [10, 10, 0.7224672001371107, 1],
  ])('%d of %d', (successes, trials, low, high) => {
    const interval = estimateProportion(successes, trials)
    expect(interval.estimate).toBe(successes / trials)
    expect(interval.low).toBeCloseTo(low, 9)
    expect(interval.high).toBeCloseTo(high, 9)
  })

  it('is empty without trials and refuses impossible counts', () => {
    expect(estimateProportion(0, 0)).toEqual({ estimate: null, low: null, high: null })
    expect(() => estimateProportion(3, 2)).toThrow(RangeError)
  })
})
