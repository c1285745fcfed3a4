import { expect, test } from 'vitest'
import {
  estimateInference,
  inferenceCostError,
} from '../../../../engine/cost/inference/estimate-inference.ts'
import { batchThatFits, cacheBytesPerToken } from '../../../../engine/cost/inference/inference-memory.ts'
import type { InferenceRequest } from '../../../../engine/cost/inference/inference-request.ts'
import { decodeTime, weightBytesRead } from '../../../../engine/cost/inference/inference-time.ts'
import { countParameters } from '../../../../engine/cost/plan/parameter-count.ts'
import { a100, h100, tpuV4 } from '../workloads/machines.ts'
import { llama2Large, llama3Small, publishedThroughput, qwen3Mixture } from './published-throughput.ts'

const request: InferenceRequest = {
  transformer: llama2Large,
  accelerator: h100,
  tensor: 4,
  precision: 'bf16',
  weightBytes: 2,
  cacheBytes: 2,
  inputTokens: 1000,
  outputTokens: 1000,
}
const price = { usdPerGpuHour: 2, utilisation: 0.5 }
const estimate = (change: Partial<InferenceRequest> = {}) =>
  estimateInference({ ...request, ...change }, price)

const errors = publishedThroughput
  .map((point) => {
    const { tokensPerSecondPerGpu } = estimateInference(point, { usdPerGpuHour: 1, utilisation: 1 })
    return (tokensPerSecondPerGpu * point.tensor) / point.tokensPerSecond
  })
  .toSorted((a, b) => a - b)

test('published throughput at full load is met within a sixth at the median, three fifths nine times in ten', () => {
  const at = (share: number) => errors[Math.round(share * (errors.length - 1))]
  expect(errors.length).toBe(101)
  expect(at(0.5)).toBeGreaterThan(0.85)
  expect(at(0.5)).toBeLessThan(1.2)
  expect(at(0.9)).toBeLessThan(1.6)
  expect(at(1)).toBeLessThan(2.5)
  expect(at(0)).toBeGreaterThan(0.8)
})

test('the stated error of costs is that of the published points', () => {
  const at = (share: number) => errors[Math.round(share * (errors.length - 1))]
  expect(inferenceCostError.p10).toBeCloseTo(at(0.1), 2)
  expect(inferenceCostError.p50).toBeCloseTo(at(0.5), 2)
  expect(inferenceCostError.p90).toBeCloseTo(at(0.9), 2)
})

// 2 x 80 layers x 8 heads x 128 x 2 bytes.
test('a token of Llama 2 70B keeps 320 KiB in the cache', () => {
  expect(cacheBytesPerToken(llama2Large, 2)).toBe(327_680)
})

// 4 x 80e9 x 0.9 - 137.95e9 bytes of weights, over 1,500 tokens of 327,680 bytes.
test('as many answers fit as their caches leave room beside the weights', () => {
  expect(batchThatFits(request)).toBeCloseTo((288e9 - 2 * countParameters(llama2Large)) / (1500 * 327_680), 9)
  expect(Math.floor(batchThatFits(request))).toBe(305)
})

// Weights without the input embedding, 137.4e9 bytes, at 4 x 3.35e12 x 0.8 bytes a second: 12.8 ms.
test('a lone answer waits for the weights to be read', () => {
  const time = decodeTime(request, 1)
  const weights = (2 * (countParameters(llama2Large) - 32_000 * 8192)) / (4 * 3.35e12 * 0.8)
  expect(weights * 1000).toBeCloseTo(12.82, 2)
  expect(time.memory / weights).toBeCloseTo(1, 2)
  expect(time.compute).toBeLessThan(0.01 * time.memory)
  expect(time.total).toBeGreaterThan(weights)
})

test('reading costs less than writing, and writing alone is bound by memory', () => {
  const full = estimate()
  expect(full.usdPerMillionInput).toBeLessThan(full.usdPerMillionOutput)
  const alone = estimate({ maxBatch: 1 })
  expect(alone.bound).toBe('memory')
  expect(alone.usdPerMillionOutput).toBeGreaterThan(50 * full.usdPerMillionOutput)
  expect(estimate({ inputTokens: 16, outputTokens: 16, maxBatch: 2048 }).bound).toBe('compute')
})

// Llama 2 70B was sold at about one dollar a million in 2023, at the prices and the idle hours of that year.
test('a 70B model costs tens of cents to a few dollars per million tokens', () => {
  const { usdPerMillionInput, usdPerMillionOutput } = estimate()
  expect(usdPerMillionInput).toBeGreaterThan(0.1)
  expect(usdPerMillionInput).toBeLessThan(1)
  expect(usdPerMillionOutput).toBeGreaterThan(0.3)
  expect(usdPerMillionOutput).toBeLessThan(3)
})

test('cost is in proportion to price and inverse to use', () => {
  const plain = estimate()
  const dear = estimateInference(request, { usdPerGpuHour: 6, utilisation: 0.25 })
  expect(dear.usdPerMillionOutput / plain.usdPerMillionOutput).toBeCloseTo(6, 12)
  expect(dear.usdPerMillionInput / plain.usdPerMillionInput).toBeCloseTo(6, 12)
})

test('an impatient reader gets a smaller batch and a higher bill', () => {
  const plain = estimate()
  const quick = estimate({ maxSecondsPerToken: 0.02 })
  expect(1 / quick.tokensPerSecondPerReader).toBeLessThanOrEqual(0.02)
  expect(quick.batch).toBeLessThan(plain.batch)
  expect(quick.usdPerMillionOutput).toBeGreaterThan(plain.usdPerMillionOutput)
  const { batch } = quick
  expect(decodeTime(request, batch + 1).total).toBeGreaterThan(0.02)
})

test('longer contexts leave room for fewer answers', () => {
  const batches = [1000, 8000, 30_000].map((inputTokens) => estimate({ inputTokens }).batch)
  expect(batches).toEqual(batches.toSorted((a, b) => b - a))
  expect(new Set(batches).size).toBe(3)
})

test('fewer bytes a weight speed up a lone answer in proportion', () => {
  const [full, half] = [2, 1].map((weightBytes) => decodeTime({ ...request, weightBytes }, 1).memory)
  expect(half / full).toBeCloseTo(0.5, 1)
})

test('a mixture of experts reads the active experts for one answer and all for many', () => {
  const mixture = { ...request, transformer: qwen3Mixture, weightBytes: 1 }
  const all = countParameters(qwen3Mixture) - 151_936 * 4096
  // 8 of 128 experts, and attention, router and output projection of 7.4e9 in full.
  expect(weightBytesRead(mixture, 1) / all).toBeCloseTo((227.1e9 / 16 + 7.4e9) / 234.5e9, 2)
  expect(weightBytesRead(mixture, 4096) / all).toBeCloseTo(1, 6)
  expect(weightBytesRead({ ...mixture, transformer: { ...qwen3Mixture, activeExperts: 128 } }, 1)).toBe(all)
})

test('a lone accelerator has no exchanges to wait for', () => {
  const small = { ...request, transformer: llama3Small, tensor: 1 }
  const { total, memory } = decodeTime(small, 1)
  expect(total - memory).toBeCloseTo(32 * 20e-6, 9)
  expect(decodeTime({ ...small, tensor: 2 }, 1).total).toBeGreaterThan(total / 2)
})

test.each([
  [{ tensor: 0 }, 'estimateInference: tensor must be positive and finite, got 0'],
  [
    { tensor: 16 },
    'estimateInference: tensor must be a whole number of at most 8, the accelerators of one fabric of H100-SXM, got 16',
  ],
  [{ inputTokens: NaN }, 'estimateInference: inputTokens must be positive and finite, got NaN'],
  [{ maxBatch: 0 }, 'estimateInference: maxBatch must be at least 1, got 0'],
  [{ maxSecondsPerToken: -1 }, 'estimateInference: maxSecondsPerToken must be positive, got -1'],
  [{ productSpeedup: 0 }, 'estimateInference: productSpeedup must be positive and finite, got 0'],
  [
    { accelerator: a100, precision: 'fp8' as const },
    'estimateInference: precision must be one that A100-SXM-80GB multiplies in, got fp8',
  ],
  [
    { accelerator: tpuV4, tensor: 1 },
    'estimateInference: weights and the cache of one answer must fit into 1 TPUv4, take more accelerators or fewer bytes, got 2 bytes a weight',
  ],
])('a request that nothing can serve is refused: %#', (change, message) => {
  expect(() => estimate(change)).toThrow(new RangeError(message))
})

test('a reader whom no batch is fast enough for is told how long a lone answer takes', () => {
  expect(() => estimate({ maxSecondsPerToken: 0.001 })).toThrow(
    /must be at least 0\.01\d+, the time of a lone answer/,
  )
})

test.each([
  [
    { usdPerGpuHour: -1, utilisation: 1 },
    'estimateInference: usdPerGpuHour must be at least 0 and finite, got -1',
  ],
  [{ usdPerGpuHour: 1, utilisation: 0 }, 'estimateInference: utilisation must be positive and finite, got 0'],
  [{ usdPerGpuHour: 1, utilisation: 1.1 }, 'estimateInference: utilisation must be at most 1, got 1.1'],
])('a bad price is refused: %#', (bad, message) => {
  expect(() => estimateInference(request, bad)).toThrow(new RangeError(message))
})
