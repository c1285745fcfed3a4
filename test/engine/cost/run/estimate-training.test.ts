import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceleratorsOf } from '../../../../engine/cost/plan/layout.ts'
import { typicalTransformer } from '../../../../engine/cost/plan/typical-transformer.ts'
import { estimateTraining } from '../../../../engine/cost/run/estimate-training.ts'
import type { TrainingEstimate } from '../../../../engine/cost/run/training-estimate.ts'
import type { TrainingRequest } from '../../../../engine/cost/run/training-request.ts'
import { a100, gpt3 } from '../plans.ts'

const llama: TrainingRequest = {
  transformer: typicalTransformer({
    parameters: 13e9,
    year: 2023.5,
    sequenceLength: 2048,
    vocabulary: 32_000,
  }),
  tokens: 1e12,
  workFactor: 1,
  accelerator: a100,
  isRelative: false,
  acceleratorCount: 256,
  precision: 'bf16',
  year: 2023.5,
}

const numbersOf = (value: unknown): number[] =>
  typeof value === 'number' ? [value] : Object.values(value as object).flatMap(numbersOf)

const requests = fc
  .record({
    parameters: fc.constantFrom(1e8, 1e9, 7e9, 70e9, 400e9),
    tokens: fc.constantFrom(1e9, 3e11, 2e13),
    acceleratorCount: fc.constantFrom(undefined, 1, 8, 96, 1000, 4096),
    year: fc.constantFrom(2019.5, 2022.5, 2026),
    share: fc.constantFrom(1, 0.2),
  })
  .map(({ parameters, tokens, acceleratorCount, year, share }): TrainingRequest => {
    const active = share === 1 ? {} : { activeParameters: parameters * share }
    const transformer = typicalTransformer({ parameters, ...active, year })
    const { acceleratorCount: _, ...rest } = llama
    return {
      ...rest,
      transformer,
      tokens,
      year,
      ...(acceleratorCount === undefined ? {} : { acceleratorCount }),
    }
  })

test('every figure is a number above zero or a share, and the breakdown adds to 1', () => {
  fc.assert(
    fc.property(requests, (request) => {
      const estimate = estimateTraining(request)
      const { layout, isLayoutGiven, fits, ...figures } = estimate
      expect(numbersOf(figures).every((value) => value >= 0 && value < Infinity)).toBe(true)
      expect(numbersOf(estimate.breakdown).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
      expect(acceleratorsOf(layout)).toBe(estimate.acceleratorCount)
      expect(isLayoutGiven).toBe(false)
      expect(fits).toBe(estimate.memory.total <= a100.memoryBytes)
      expect(estimate.mfu.p90).toBeLessThan(1)
    }),
    { numRuns: 40 },
  )
})

test('twice the tokens take twice the hours on the same layout and batch', () => {
  const once = estimateTraining({ ...llama, globalBatch: 2048 })
  const twice = estimateTraining({ ...llama, globalBatch: 2048, tokens: 2e12 })
  expect(twice.layout).toEqual(once.layout)
  expect(twice.gpuHours.p50 / once.gpuHours.p50).toBeCloseTo(2, 6)
  expect(twice.flop).toBe(2 * once.flop)
})

test('ten times the accelerators take more accelerator-hours and fewer days', () => {
  const few = estimateTraining(llama)
  const many = estimateTraining({ ...llama, acceleratorCount: 2560 })
  expect(many.gpuHours.p50).toBeGreaterThan(few.gpuHours.p50)
  expect(many.wallDays.p50).toBeLessThan(few.wallDays.p50 / 5)
})

// LLaMA 13B: 135,168 A100-hours for a trillion tokens (Touvron et al. 2023, arXiv 2302.13971, table 15).
test('predicts the hours of LLaMA 13B inside its interval', () => {
  const { gpuHours } = estimateTraining(llama)
  expect(gpuHours.p10).toBeLessThan(135_168)
  expect(gpuHours.p90).toBeGreaterThan(135_168)
})

test('without a count takes as many accelerators as it needs to fit', () => {
  const { acceleratorCount: _, ...request } = llama
  const estimate = estimateTraining({ ...request, transformer: gpt3, tokens: 1e9 })
  expect(estimate.fits).toBe(true)
  expect(estimate.acceleratorCount).toBeGreaterThan(8)
})

test('says that 175 billion weights do not fit on 8 accelerators', () => {
  expect(estimateTraining({ ...llama, transformer: gpt3, acceleratorCount: 8 }).fits).toBe(false)
})

test('widens the intervals for a relative and for a machine whose products nobody measured', () => {
  const width = ({ gpuHours }: TrainingEstimate) => gpuHours.p90 / gpuHours.p10
  const known = width(estimateTraining(llama))
  const unmeasured = { ...a100, isMatmulMeasured: false }
  expect(width(estimateTraining({ ...llama, accelerator: unmeasured }))).toBeGreaterThan(known)
  expect(width(estimateTraining({ ...llama, isRelative: true }))).toBeGreaterThan(known * 1.1)
})

test('half the work a token takes half the hours', () => {
  const whole = estimateTraining({ ...llama, globalBatch: 2048 })
  const half = estimateTraining({ ...llama, globalBatch: 2048, workFactor: 0.5 })
  expect(half.gpuHours.p50 / whole.gpuHours.p50).toBeCloseTo(0.5, 2)
})

test.each([
  [{ tokens: 0 }, 'estimateTraining: tokens must be positive and finite, got 0'],
  [{ workFactor: -1 }, 'estimateTraining: workFactor must be positive and finite, got -1'],
  [{ acceleratorCount: 1.5 }, 'acceleratorCount'],
  [{ layout: { tensor: 3 } }, 'tensor'],
])('refuses %j', (change, message) => {
  expect(() => estimateTraining({ ...llama, ...change })).toThrow(message)
})
