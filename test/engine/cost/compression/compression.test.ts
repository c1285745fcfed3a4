import fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimateCompression } from '../../../../engine/cost/compression/estimate-compression.ts'
import { pruneLayers, pruneTwoOfFour, pruneWeights } from '../../../../engine/cost/compression/pruning.ts'
import { quantisations, quantise } from '../../../../engine/cost/compression/quantisation.ts'
import { comparePrecision } from '../../../../engine/cost/compression/training-precision.ts'
import type { InferenceRequest } from '../../../../engine/cost/inference/inference-request.ts'
import { llama2Large } from '../inference/published-throughput.ts'
import { a100, b200, h100 } from '../workloads/machines.ts'

const request: InferenceRequest = {
  transformer: llama2Large,
  accelerator: h100,
  tensor: 4,
  precision: 'bf16',
  weightBytes: 2,
  cacheBytes: 2,
  inputTokens: 1000,
  outputTokens: 500,
  maxBatch: 32,
}
const price = { usdPerGpuHour: 2, utilisation: 0.5 }

test('every loss of quality is in order, between nothing and all, and says where it is from', () => {
  const all = [
    ...quantisations.map((form) => quantise(llama2Large, form)),
    ...[0, 0.1, 0.5, 0.9].flatMap((share) => [
      pruneWeights(llama2Large, 2, share),
      pruneLayers(llama2Large, 2, share),
    ]),
    pruneTwoOfFour(llama2Large, 2),
  ]
  for (const { qualityLoss } of all) {
    expect(qualityLoss.low).toBeGreaterThanOrEqual(0)
    expect(qualityLoss.mid).toBeGreaterThanOrEqual(qualityLoss.low)
    expect(qualityLoss.high).toBeGreaterThanOrEqual(qualityLoss.mid)
    expect(qualityLoss.high).toBeLessThanOrEqual(1)
    expect(qualityLoss.source).toMatch(/arXiv|assumption/)
  }
})

test('eight bits halve memory and the cost of reading nearly so', () => {
  const effect = estimateCompression(request, quantise(llama2Large, 'fp8'), price)
  expect(effect.memoryMultiple).toBe(0.5)
  // Products are as much faster as they were measured; exchanges take as long as before.
  expect(effect.inputCostMultiple).toBeGreaterThan(794.5 / 1402.6)
  expect(effect.inputCostMultiple).toBeLessThan(0.65)
  expect(effect.outputCostMultiple).toBeLessThan(0.7)
})

test('four-bit weights quarter memory, help writing and leave reading as it was', () => {
  const effect = estimateCompression(request, quantise(llama2Large, 'int4-weights'), price)
  expect(effect.memoryMultiple).toBeCloseTo(0.2578, 4)
  expect(effect.outputCostMultiple).toBeLessThan(0.6)
  expect(effect.inputCostMultiple).toBe(1)
})

test('weights set to zero anywhere save memory and no arithmetic', () => {
  const effect = estimateCompression(request, pruneWeights(llama2Large, 2, 0.5), price)
  expect(effect.memoryMultiple).toBe(1.125 / 2)
  expect(effect.inputCostMultiple).toBe(1)
})

test('two of four weights set to zero make reading faster too', () => {
  const effect = estimateCompression(request, pruneTwoOfFour(llama2Large, 2), price)
  expect(effect.memoryMultiple).toBe(1.125 / 2)
  expect(effect.inputCostMultiple).toBeGreaterThan(1 / 1.5)
  expect(effect.inputCostMultiple).toBeLessThan(0.75)
})

test('half of the layers cost half to serve', () => {
  const cut = pruneLayers(llama2Large, 2, 0.5)
  expect(cut.transformer.layers).toBe(40)
  const effect = estimateCompression(request, cut, price)
  expect(effect.inputCostMultiple).toBeCloseTo(0.5, 1)
  expect(effect.outputCostMultiple).toBeCloseTo(0.5, 1)
})

test('nothing removed changes nothing', () => {
  for (const prune of [pruneWeights, pruneLayers]) {
    const same = prune(llama2Large, 2, 0)
    expect(same.transformer).toEqual(llama2Large)
    expect(same.weightBytes).toBe(2)
    expect(same.qualityLoss.mid).toBe(0)
  }
})

// SparseGPT on OPT-175B, half of the weights: ARC-challenge 43.94 to 41.30, ARC-easy 71.04 to 69.65; two of four:
// 38.99 and 67.08.
test('published losses of sparse models lie inside the stated ranges', () => {
  for (const [compression, losses] of [
    [pruneWeights(llama2Large, 2, 0.5), [1 - 41.3 / 43.94, 1 - 69.65 / 71.04]],
    [pruneTwoOfFour(llama2Large, 2), [1 - 38.99 / 43.94, 1 - 67.08 / 71.04]],
  ] as const)
    for (const loss of losses) {
      expect(loss).toBeGreaterThan(compression.qualityLoss.low)
      expect(loss).toBeLessThan(compression.qualityLoss.high + 0.001)
    }
})

// Llama 3.1 8B to Minitron 4B by depth: MMLU 65.3 to 58.7; DistilBERT keeps 97 %.
test('published losses of models with half of their layers lie inside the stated range', () => {
  const { qualityLoss } = pruneLayers(llama2Large, 2, 0.5)
  for (const loss of [0.03, 1 - 58.7 / 65.3]) {
    expect(loss).toBeGreaterThanOrEqual(qualityLoss.low)
    expect(loss).toBeLessThan(qualityLoss.high)
  }
})

test('removing more never loses less', () => {
  const share = fc.double({ min: 0, max: 0.99, noNaN: true })
  fc.assert(
    fc.property(share, share, (a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)]
      for (const prune of [pruneWeights, pruneLayers]) {
        const [first, second] = [prune(llama2Large, 2, less), prune(llama2Large, 2, more)]
        expect(second.qualityLoss.mid).toBeGreaterThanOrEqual(first.qualityLoss.mid)
        expect(second.weightBytes * second.transformer.layers).toBeLessThanOrEqual(
          first.weightBytes * first.transformer.layers,
        )
      }
    }),
    { seed: 11, numRuns: 300 },
  )
})

test('training in eight bits multiplies up to twice as fast, in four only where the machine can', () => {
  expect(comparePrecision(h100, 'bf16', 'fp8').productSpeedup).toBeCloseTo(1402.6 / 794.5, 9)
  expect(comparePrecision(b200, 'bf16', 'fp4').productSpeedup).toBeGreaterThan(3)
  expect(() => comparePrecision(h100, 'bf16', 'fp4')).toThrow(
    new RangeError('comparePrecision: precision must be one that H100-SXM multiplies in, got fp4'),
  )
})

test('a form that the accelerator cannot multiply in is refused', () => {
  expect(() =>
    estimateCompression({ ...request, accelerator: a100 }, quantise(llama2Large, 'fp8'), price),
  ).toThrow(
    new RangeError('estimateInference: precision must be one that A100-SXM-80GB multiplies in, got fp8'),
  )
})

test.each([
  [() => pruneWeights(llama2Large, 2, 1), 'pruneWeights: removedShare must be at least 0 and below 1, got 1'],
  [
    () => pruneLayers(llama2Large, 2, NaN),
    'pruneLayers: removedShare must be at least 0 and below 1, got NaN',
  ],
])('a share that cannot be removed is refused: %#', (action, message) => {
  expect(action).toThrow(new RangeError(message))
})
