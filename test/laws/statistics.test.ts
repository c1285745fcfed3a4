import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { QuantileSketchData } from '../../engine/statistics/index.ts'
import { LogHistogram, Moments, QuantileSketch, SurvivalAccumulator } from '../../engine/statistics/index.ts'

/** Seed 20261123; the numbers of tries are fast-check's, stated where they differ from 100. */
const options = { seed: 20261123 }

const value = fc.oneof(fc.constant(0), fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.integer())
const batched = fc.array(fc.tuple(value, fc.nat(31)), { maxLength: 200 })
const cuts = fc.array(fc.nat(200), { maxLength: 5 })

describe('moments', () => {
  it('are those of the textbook', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2 }), (values) => {
        const moments = momentsOf(values)
        const mean = values.reduce((total, x) => total + x, 0) / values.length
        const variance = values.reduce((total, x) => total + (x - mean) ** 2, 0) / (values.length - 1)
        expect(Math.abs(moments.mean - mean)).toBeLessThan(1e-9)
        expect(Math.abs(moments.variance - variance)).toBeLessThan(1e-9 * (1 + variance))
        expect(moments.standardError).toBeCloseTo(moments.standardDeviation / Math.sqrt(values.length), 9)
      }),
      options,
    )
  })

  it('of parts merged in order are those of the whole, and come back from a file', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true })), cuts, (values, at) => {
        const merged = new Moments()
        for (const part of split(values, at)) {
          merged.merge(
            Moments.fromJSON(JSON.parse(JSON.stringify(momentsOf(part))) as ReturnType<Moments['toJSON']>),
          )
        }
        const whole = momentsOf(values)
        expect(merged.count).toBe(whole.count)
        if (values.length < 2) return
        expect(Math.abs(merged.mean - whole.mean)).toBeLessThan(1e-8)
        expect(Math.abs(merged.variance - whole.variance)).toBeLessThan(1e-9 * (1 + whole.variance))
      }),
      options,
    )
  })

  it('of nothing are not a number', () => {
    expect([new Moments().mean, momentsOf([3]).variance, momentsOf([3]).mean]).toEqual([NaN, NaN, 3])
  })
})

describe('a log histogram', () => {
  it('has every quantile within 0.1 % of that of the values', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, p) => {
          const histogram = new LogHistogram()
          for (const x of values) histogram.add(x)
          const sorted = values.toSorted((a, b) => a - b)
          const rank = (values.length - 1) * p
          const [low, high] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]]
          const exact = low + (rank - Math.floor(rank)) * (high - low)
          expect(Math.abs(histogram.quantile(p) - exact)).toBeLessThanOrEqual(
            0.00101 * Math.max(Math.abs(low), Math.abs(high)),
          )
        },
      ),
      { ...options, numRuns: 2000 },
    )
  })

  it('has quantiles that never fall as p rises', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), share, share, (values, p, q) => {
        const histogram = new LogHistogram()
        for (const x of values) histogram.add(x)
        const [low, high] = [histogram.quantile(Math.min(p, q)), histogram.quantile(Math.max(p, q))]
        expect(high - low).toBeGreaterThanOrEqual(-1e-12 * Math.abs(low))
      }),
      { ...options, numRuns: 1000 },
    )
  })
})

describe('a quantile sketch', () => {
  it('merged from parts, in any split and through files, is the sketch of the whole', () => {
    fc.assert(
      fc.property(batched, cuts, fc.constantFrom(0, 20, 1000), (values, at, exactLimit) => {
        const merged = new QuantileSketch({ exactLimit })
        for (const part of split(values, at)) merged.merge(throughFile(sketchOf(part, exactLimit)))
        const whole = sketchOf(values, exactLimit)
        expect(merged.count).toBe(whole.count)
        expect(merged.isExact).toBe(whole.isExact)
        expect(withoutSums(merged)).toEqual(withoutSums(whole))
        for (const p of [0, 0.1, 0.5, 0.93, 1]) expect(merged.quantile(p)).toEqual(whole.quantile(p))
        const [a, b] = [merged.mean().estimate ?? 0, whole.mean().estimate ?? 0]
        expect(Math.abs(a - b)).toBeLessThan(1e-3)
      }),
      { ...options, numRuns: 500 },
    )
  })

  it('has limits on both sides of its estimates', () => {
    fc.assert(
      fc.property(batched, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        const sketch = sketchOf(values, 50)
        for (const { estimate, low, high } of [sketch.quantile(p), sketch.mean(), sketch.shareBelow(1)]) {
          if (estimate === null || low === null || high === null) continue
          expect(low).toBeLessThanOrEqual(estimate)
          expect(high).toBeGreaterThanOrEqual(estimate)
        }
      }),
      options,
    )
  })
})

describe('a survival accumulator', () => {
  const age = fc.double({ min: 0, max: 450, noNaN: true })
  const subject = fc.tuple(age, age, fc.boolean(), fc.nat(31))
  const subjects = fc.array(subject, { maxLength: 60 })

  it('merged from parts, in any split and through files, is that of the whole to the bit', () => {
    fc.assert(
      fc.property(subjects, cuts, (all, at) => {
        const merged = new SurvivalAccumulator()
        for (const part of split(all, at)) {
          const file = JSON.stringify(survivalOf(part))
          merged.merge(
            SurvivalAccumulator.fromJSON(JSON.parse(file) as ReturnType<SurvivalAccumulator['toJSON']>),
          )
        }
        const whole = survivalOf(all)
        expect(JSON.stringify(merged)).toBe(JSON.stringify(whole))
        for (const t of [0, 12, 60, 399]) expect(merged.survivalAt(t)).toEqual(whole.survivalAt(t))
      }),
      { ...options, numRuns: 50 },
    )
  })

  it('never rises with age and stays between its limits', () => {
    fc.assert(
      fc.property(subjects, (all) => {
        const accumulator = survivalOf(all)
        let last = 1
        for (let t = 0; t <= 400; t += 7) {
          const { estimate, low, high } = accumulator.survivalAt(t)
          if (estimate === null) break
          expect(estimate).toBeLessThanOrEqual(last)
          if (low !== null) expect(low).toBeLessThanOrEqual(estimate)
          if (high !== null) expect(high).toBeGreaterThanOrEqual(estimate)
          last = estimate
        }
      }),
      options,
    )
  })
})

function momentsOf(values: readonly number[]): Moments {
  const moments = new Moments()
  for (const x of values) moments.add(x)
  return moments
}

function sketchOf(values: readonly (readonly [number, number])[], exactLimit: number): QuantileSketch {
  const sketch = new QuantileSketch({ exactLimit })
  for (const [x, batch] of values) sketch.add(x, batch)
  return sketch
}

function throughFile(sketch: QuantileSketch): QuantileSketch {
  return QuantileSketch.fromJSON(JSON.parse(JSON.stringify(sketch)) as QuantileSketchData)
}

/** Sums are added up in the order given, so their last digits may differ; everything else may not. */
function withoutSums(sketch: QuantileSketch): unknown {
  return JSON.parse(JSON.stringify(sketch), (key, x: unknown) => (key === 'sum' ? 0 : x))
}

function survivalOf(subjects: readonly (readonly [number, number, boolean, number])[]): SurvivalAccumulator {
  const accumulator = new SurvivalAccumulator()
  for (const [a, b, isEvent, batch] of subjects)
    accumulator.add(Math.min(a, b), Math.max(a, b), isEvent, batch)
  return accumulator
}

function split<Value>(values: readonly Value[], cuts: readonly number[]): Value[][] {
  const ends = [...cuts.toSorted((a, b) => a - b), values.length]
  return ends.map((end, i) =>
    values.slice(i === 0 ? 0 : ends[i - 1], Math.max(end, i === 0 ? 0 : ends[i - 1])),
  )
}
