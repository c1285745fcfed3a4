import { expect, test } from 'vitest'
import { practiceOf } from '../../../../engine/cost/run/practice.ts'
import { a100 } from '../plans.ts'

const h100 = { ...a100, peakFlopPerSecond: { ...a100.peakFlopPerSecond, fp8: 1979e12 } }
const usual = { accelerator: a100, acceleratorCount: 256, activeParameters: 2e10 }

test('a published run takes about 1.42 times the hours of the best layout', () => {
  expect(practiceOf(usual)).toBeCloseTo(1.419, 3)
})

test('more accelerators and small models on new machines take more', () => {
  expect(practiceOf({ ...usual, acceleratorCount: 4096 })).toBeGreaterThan(practiceOf(usual))
  const small = { ...usual, activeParameters: 1e9 }
  expect(practiceOf({ ...small, accelerator: h100 })).toBeGreaterThan(practiceOf(small))
})

test('sizes beyond the published ones count as the last published one', () => {
  const largest = { ...usual, accelerator: h100, activeParameters: 7e10 }
  expect(practiceOf({ ...largest, activeParameters: 1e14 })).toBe(practiceOf(largest))
  expect(practiceOf(largest)).toBeGreaterThan(1.1)
})
