import { expect, test } from 'vitest'
import {
  flopForSameCapability,
  halvingMonths,
} from '../../../../engine/cost/progress/algorithmic-progress.ts'

test('work for the same performance halves in 8 months for language and 9 for images', () => {
  expect(flopForSameCapability(8, 24, 'language').p50).toBeCloseTo(1, 12)
  expect(flopForSameCapability(8, 27, 'vision').p50).toBeCloseTo(1, 12)
})

// 95 % between 5 and 14 months: 1.2816 of 1.96 standard deviations of the logarithm, on either side of 8.
test('a tenth of the halving times lies below 5.9 months and a tenth above 11.5', () => {
  const { p10, p90 } = halvingMonths('language')
  expect(p10).toBeCloseTo(8 * Math.exp((1.2815516 / 1.959964) * Math.log(5 / 8)), 6)
  expect(p90).toBeCloseTo(8 * Math.exp((1.2815516 / 1.959964) * Math.log(14 / 8)), 6)
  expect(p10).toBeCloseTo(5.9, 1)
  expect(p90).toBeCloseTo(11.5, 1)
})

test('today is certain, and doubt grows with distance in both directions', () => {
  expect(flopForSameCapability(1e24, 0, 'language')).toEqual({ p10: 1e24, p50: 1e24, p90: 1e24 })
  const widthAt = (months: number) => {
    const { p10, p50, p90 } = flopForSameCapability(1e24, months, 'language')
    expect(p10).toBeLessThan(p50)
    expect(p50).toBeLessThan(p90)
    return p90 / p10
  }
  expect(widthAt(24)).toBeGreaterThan(widthAt(6))
  expect(widthAt(-24)).toBeGreaterThan(widthAt(-6))
})

test('going there and back is as if one had stayed', () => {
  const later = flopForSameCapability(1e24, 30, 'vision').p50
  expect(flopForSameCapability(later, -30, 'vision').p50 / 1e24).toBeCloseTo(1, 12)
})

test.each([
  [
    () => flopForSameCapability(0, 1, 'language'),
    'flopForSameCapability: flop must be positive and finite, got 0',
  ],
  [() => flopForSameCapability(1, NaN, 'language'), 'flopForSameCapability: months must be finite, got NaN'],
])('a bad argument is refused: %#', (action, message) => {
  expect(action).toThrow(new RangeError(message))
})
