import { describe, expect, it } from 'vitest'
import { makeStream, sampleLogNormal, sampleNormal, samplePoisson } from '../../../engine/random/index.ts'
import type { Interval, QuantileSketchData } from '../../../engine/statistics/index.ts'
import {
  LogHistogram,
  QuantileSketch,
  batchOfRun,
  estimateRatio,
  normalCumulative,
  normalQuantile,
} from '../../../engine/statistics/index.ts'

describe('a log histogram', () => {
  it('keeps count, sum, ends and zeros as they are, and quantiles to 0.1 %', () => {
    const stream = makeStream(5, 'histogram')
    const values = Array.from({ length: 50_000 }, (_, i) =>
      i % 10 === 0 ? 0 : sampleLogNormal(stream, 12, 4),
    )
    const histogram = new LogHistogram()
    for (const value of values) histogram.add(value)
    const sorted = values.toSorted((a, b) => a - b)
    expect(histogram.count).toBe(50_000)
    expect(histogram.sum).toBe(values.reduce((total, value) => total + value, 0))
    expect([histogram.quantile(0), histogram.quantile(0.05), histogram.quantile(1)]).toEqual([
      0,
      0,
      sorted[49_999],
    ])
    for (let p = 0.1001; p < 1; p += 0.00473) {
      const rank = p * 49_999
      const below = sorted[Math.floor(rank)]
      const exact = below + (rank - Math.floor(rank)) * (sorted[Math.ceil(rank)] - below)
      expect(Math.abs(histogram.quantile(p) / exact - 1)).toBeLessThan(0.001)
    }
  })

  it('mirrors negative values', () => {
    const histogram = new LogHistogram()
    for (const value of [-100, -10, -1, 0, 0, 1, 10, 100]) histogram.add(value)
    expect([-50, -5, 0, 0.5, 50, 500].map((x) => histogram.countBelow(x))).toEqual([1, 2, 3, 5, 7, 8])
    expect(histogram.countAtMost(0)).toBe(5)
    expect(histogram.quantile(1 / 7)).toBeCloseTo(-10, 1)
    expect(histogram.quantile(3 / 7)).toBe(0)
    expect(histogram.sumAbove(-5)).toBeCloseTo(110, 0)
    expect(histogram.sum).toBe(0)
  })

  it('refuses values that are not finite, and quantiles of nothing', () => {
    const histogram = new LogHistogram()
    expect(() => histogram.add(NaN)).toThrow('LogHistogram.add: value must be finite, got NaN')
    expect(() => histogram.add(Infinity)).toThrow(RangeError)
    expect(() => histogram.quantile(0.5)).toThrow('LogHistogram.quantile: there must be values, got none')
  })

  it('counts the largest and the smallest doubles', () => {
    const histogram = new LogHistogram()
    for (const value of [Number.MAX_VALUE, Number.MIN_VALUE, 1e-320]) histogram.add(value)
    expect(histogram.quantile(0)).toBe(Number.MIN_VALUE)
    expect(histogram.quantile(1)).toBe(Number.MAX_VALUE)
    expect(histogram.countBelow(1)).toBe(2)
  })
})

describe('a quantile sketch', () => {
  it('is exact up to 100,000 values and a histogram from there', () => {
    const sketch = new QuantileSketch()
    for (let i = 1; i <= 100_000; i++) sketch.add(i, i % 32)
    expect(sketch.isExact).toBe(true)
    expect(sketch.quantile(0.25).estimate).toBe(25_000.75)
    sketch.add(100_001)
    expect(sketch.isExact).toBe(false)
    expect(Math.abs((sketch.quantile(0.25).estimate ?? NaN) / 25_001 - 1)).toBeLessThan(0.001)
    expect(sketch.mean().estimate).toBe(50_001)
    expect(sketch.count).toBe(100_001)
  })

  it('agrees with its histogram to 0.1 % in every estimate', () => {
    const [exact, coarse] = [new QuantileSketch(), new QuantileSketch({ exactLimit: 0 })]
    const stream = makeStream(6, 'sketch')
    for (let i = 0; i < 20_000; i++) {
      const value = sampleLogNormal(stream, 2, 1.5)
      exact.add(value, i % 32)
      coarse.add(value, i % 32)
    }
    const estimates: ((sketch: QuantileSketch) => Interval)[] = [
      (s) => s.quantile(0.01),
      (s) => s.quantile(0.5),
      (s) => s.quantile(0.99),
      (s) => s.mean(),
      (s) => s.topShare(),
      (s) => s.shareBelow(7),
    ]
    for (const estimate of estimates) {
      const [a, b] = [estimate(exact), estimate(coarse)]
      expect(Math.abs((b.estimate ?? NaN) / (a.estimate ?? NaN) - 1)).toBeLessThan(0.001)
      expect(Math.abs((b.low ?? NaN) / (a.low ?? NaN) - 1)).toBeLessThan(0.005)
      expect(Math.abs((b.high ?? NaN) / (a.high ?? NaN) - 1)).toBeLessThan(0.005)
    }
  })

  it('gives no limits from fewer than 2 batches and no estimate from nothing', () => {
    const sketch = new QuantileSketch()
    const nothing = { estimate: null, low: null, high: null }
    for (const estimate of [sketch.quantile(0.5), sketch.mean(), sketch.topShare(), sketch.shareBelow(1)]) {
      expect(estimate).toEqual(nothing)
    }
    for (const value of [1, 2, 4]) sketch.add(value, 7)
    expect(sketch.quantile(0.5)).toEqual({ estimate: 2, low: null, high: null })
    expect(sketch.mean()).toEqual({ estimate: 7 / 3, low: null, high: null })
    sketch.add(3, 8)
    expect(sketch.quantile(0.5).low).not.toBeNull()
  })

  it('puts a percentile of closed companies at 0 with an interval of 0', () => {
    const sketch = new QuantileSketch()
    for (let i = 0; i < 1000; i++) sketch.add(i % 5 < 3 ? 0 : i, i % 32)
    expect(sketch.quantile(0.5)).toEqual({ estimate: 0, low: 0, high: 0 })
    expect(sketch.shareBelow(Number.MIN_VALUE).estimate).toBe(0.6)
  })

  it('tells values at a limit from values below it', () => {
    for (const exactLimit of [0, 100]) {
      const sketch = new QuantileSketch({ exactLimit })
      for (const value of [0.5, 1, 1, 1, 2]) sketch.add(value)
      expect(sketch.shareBelow(1).estimate).toBeCloseTo(0.2, 12)
    }
  })

  it('finds the share of the sum that the largest values hold, also within ties', () => {
    const sketch = new QuantileSketch()
    for (let i = 0; i < 200; i++) sketch.add(i < 198 ? 1 : 101, i % 32)
    expect(sketch.topShare(0.01).estimate).toBeCloseTo(202 / 400, 2)
    expect(sketch.topShare(1).estimate).toBe(1)
    const even = new QuantileSketch()
    for (let i = 0; i < 200; i++) even.add(5, i % 32)
    expect(even.topShare().estimate).toBeCloseTo(0.01, 12)
    expect(() => even.topShare(0)).toThrow(
      'QuantileSketch.topShare: fraction must be above 0 and at most 1, got 0',
    )
  })

  it('refuses values that are not finite, and batches that do not exist', () => {
    const sketch = new QuantileSketch()
    expect(() => sketch.add(NaN)).toThrow(RangeError)
    expect(() => sketch.add(1, 32)).toThrow('QuantileSketch.add: batch must be 0 to 31, got 32')
    expect(() => sketch.quantile(-0.1)).toThrow(
      'QuantileSketch.quantile: p must be between 0 and 1, got -0.1',
    )
    expect(() => batchOfRun(0)).toThrow('batchOfRun: run must be a whole number >= 1, got 0')
    expect(sketch.count).toBe(0)
  })

  it('goes on from its file as if nothing had happened', () => {
    for (const exactLimit of [0, 50, 1000]) {
      const straight = new QuantileSketch({ exactLimit })
      let stopped = new QuantileSketch({ exactLimit })
      const stream = makeStream(8, 'file', exactLimit)
      for (let i = 0; i < 200; i++) {
        const value = i % 7 === 0 ? 0 : sampleNormal(stream, 1, 2)
        straight.add(value, i % 5)
        stopped.add(value, i % 5)
        stopped = QuantileSketch.fromJSON(JSON.parse(JSON.stringify(stopped)) as QuantileSketchData)
      }
      expect(JSON.stringify(stopped)).toBe(JSON.stringify(straight))
      expect(stopped.quantile(0.3)).toEqual(straight.quantile(0.3))
    }
  })

  it('is short on file once it holds histograms', () => {
    const sketch = new QuantileSketch({ exactLimit: 0 })
    const stream = makeStream(9, 'length')
    for (let i = 0; i < 100_000; i++) sketch.add(sampleLogNormal(stream, 16, 2), i % 32)
    expect(JSON.stringify(sketch).length).toBeLessThan(400_000)
  })
})

/**
 * Studies of 64 runs with about 20 values each (1 + Poisson(19)); a run shares a log-normal fortune with
 * sigma 0.5, its values spread with sigma 1 around it, so that all values together are log-normal with sigma
 * sqrt(1.25). Seed 20261123, 1,500 studies: a coverage of 95 % is estimated to 0.56 points, so 93-97 % is 3.6
 * errors to each side for one estimate; the seed is fixed. Found: 94.3 to 95.8 %; the share below 1 with
 * values taken as independent: 71.1 %.
 */
it('intervals of percentiles, mean and shares cover the truth in 93 to 97 % of clustered studies', () => {
  const studies = 1500
  const stream = makeStream(20261123, 'coverage')
  const sigma = Math.sqrt(1.25)
  const shares = [0.1, 0.25, 0.5, 0.75, 0.9]
  const truths = [
    ...shares.map((p) => Math.exp(sigma * normalQuantile(p))),
    Math.exp(1.25 / 2),
    normalCumulative(0),
  ]
  const hits = truths.map(() => 0)
  let naiveHits = 0
  for (let study = 0; study < studies; study++) {
    const sketch = new QuantileSketch()
    for (let run = 1; run <= 64; run++) {
      const fortune = sampleNormal(stream, 0, 0.5)
      for (let i = samplePoisson(stream, 19); i >= 0; i--) {
        sketch.add(sampleLogNormal(stream, fortune, 1), batchOfRun(run))
      }
    }
    const intervals = [...shares.map((p) => sketch.quantile(p)), sketch.mean(), sketch.shareBelow(1)]
    intervals.forEach((interval, i) => (hits[i] += covers(interval, truths[i]) ? 1 : 0))
    const below = sketch.shareBelow(1).estimate ?? NaN
    naiveHits += Math.abs(below - 0.5) < 1.96 * Math.sqrt((below * (1 - below)) / sketch.count) ? 1 : 0
  }
  for (const hit of hits) {
    expect(hit / studies).toBeGreaterThan(0.93)
    expect(hit / studies).toBeLessThan(0.97)
  }
  expect(naiveHits / studies).toBeLessThan(0.8)
})

it('a ratio of sums over batches has the interval of the textbook', () => {
  // By hand: ratio 10 / 20, residuals -0.5, 0.5, 0 (twice); 4 batches, t(3) = 3.182446305284263.
  const { estimate, low, high } = estimateRatio([2, 3, 1, 4], [5, 5, 2, 8])
  const standardError = Math.sqrt((0.5 * 4) / 3) / 20
  expect(estimate).toBe(0.5)
  expect(low).toBeCloseTo(0.5 - 3.182446305284263 * standardError, 9)
  expect(high).toBeCloseTo(0.5 + 3.182446305284263 * standardError, 9)
  expect(estimateRatio([1, 0], [2, 0])).toEqual({ estimate: 0.5, low: null, high: null })
})

function covers({ low, high }: Interval, truth: number): boolean {
  return low !== null && high !== null && low <= truth && truth <= high
}

describe('an atom of equal values', () => {
  // 400 values in 32 batches, 38 % of them zero: P1 to P30 are zero beyond doubt, and P90 is not.
  const sketch = new QuantileSketch()
  for (let i = 0; i < 400; i++) sketch.add((i * 37) % 100 < 38 ? 0 : 1e6 * (1 + ((i * 61) % 97)), i % 32)

  it.each([0.01, 0.05, 0.1, 0.25])('percentile %d inside it has no width', (p) => {
    expect(sketch.quantile(p)).toEqual({ estimate: 0, low: 0, high: 0 })
  })

  it('a percentile beyond it has a width', () => {
    const { estimate, low, high } = sketch.quantile(0.9)
    expect(low ?? 0).toBeLessThan(estimate ?? 0)
    expect(high ?? 0).toBeGreaterThan(estimate ?? 0)
  })
})
