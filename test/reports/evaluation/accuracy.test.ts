import { describe, expect, it, test } from 'vitest'
import { accuracyOf, quantileOf, type Point } from '../../../reports/evaluation/accuracy.ts'

const point = (p50: number, reported: number, factor = 1.5): Point => ({
  p10: p50 / factor,
  p50,
  p90: p50 * factor,
  reported,
})

describe('accuracy', () => {
  // Ratios 0.5, 1, 1.2, 2: errors 0.5, 0, 0.2, 1; folds 2, 1, 1.2, 2.
  const points = [point(50, 100), point(100, 100), point(120, 100), point(200, 100)]

  it('of four points, by hand', () => {
    const accuracy = accuracyOf(points, 0)
    expect(accuracy).toMatchObject({ n: 4, missed: 0, coverage: 0.5 })
    // Sorted errors 0, 0.2, 0.5, 1: the 90th percentile lies 0.7 of the way from 0.5 to 1.
    expect(accuracy.median).toBeCloseTo(0.35, 12)
    expect(accuracy.mean).toBeCloseTo(0.425, 12)
    expect(accuracy.p90).toBeCloseTo(0.85, 12)
    expect(accuracy.foldP90).toBeCloseTo(2, 12)
    expect(accuracy.bias).toBeCloseTo(1.1, 12)
    expect(accuracy.width).toBeCloseTo(2.25, 12)
  })

  it('counts a miss as larger than any error and as outside', () => {
    const accuracy = accuracyOf(points, 1)
    expect(accuracy).toMatchObject({ n: 5, missed: 1, coverage: 0.4, median: 0.5, p90: null, foldP90: null })
    expect(accuracy.mean).toBeCloseTo(0.425, 12)
    expect(accuracy.bias).toBeCloseTo(1.1, 12)
  })

  it('of misses alone has no error but a coverage of none', () => {
    expect(accuracyOf([], 2)).toMatchObject({ n: 2, median: null, mean: null, bias: null, coverage: 0 })
  })

  it('of nothing has no number', () => {
    expect(accuracyOf([], 0)).toEqual({
      n: 0,
      missed: 0,
      median: null,
      mean: null,
      p90: null,
      foldP90: null,
      bias: null,
      coverage: null,
      width: null,
    })
  })

  it('of under-estimates shows in the fold what the error flatters', () => {
    const low = accuracyOf([point(25, 100)], 0)
    const high = accuracyOf([point(400, 100)], 0)
    expect(low.p90).toBe(0.75)
    expect(low.foldP90).toBe(high.foldP90)
  })
})

test.each([
  [[1, 2, 4], 0.5, 2],
  [[1, 2, 4], 1, 4],
  [[1, 2, 4], 0, 1],
  [[1, Infinity], 0, 1],
  [[1, Infinity], 0.5, null],
  [[], 0.5, null],
])('the quantile of %j at %d is %j', (sorted, share, expected) => {
  expect(quantileOf(sorted, share)).toBe(expected)
})
