import { describe, expect, test } from 'vitest'
import { estimateMemory } from '../../../../engine/cost/memory/estimate-memory.ts'
import { keptBytes, layerBytes } from '../../../../engine/cost/memory/layer-activations.ts'
import { memoryCoefficients } from '../../../../engine/cost/memory/memory-coefficients.ts'
import { makeMemoryUse, type MemoryUse } from '../../../../engine/cost/memory/memory-use.ts'
import { layersOfStage, microBatchesInFlight } from '../../../../engine/cost/memory/pipeline-stage.ts'
import type { TrainingPlan } from '../../../../engine/cost/plan/training-plan.ts'
import { fsdp, gpt, llama, oneAccelerator, planOf } from './plans.ts'

function useOf(plan: TrainingPlan): MemoryUse {
  const use = makeMemoryUse()
  estimateMemory(plan, use)
  return use
}

const stateGigabytes = (plan: TrainingPlan): number => {
  const { parameters, gradients, optimizer } = useOf(plan)
  return (parameters + gradients + optimizer) / 1e9
}

describe('states', () => {
  // Rajbhandari et al. 2020, arXiv 1910.02054, figure 1: 7.5 billion parameters, 64 ranks, 2 + 2 + 12 bytes each: 120,
  // 31.4, 16.6 and 1.9 GB. 36 layers of 4,096 and 61,577 words are 12 * 4096^2 * 36 + 61,577 * 4,096 = 7.5000e9.
  test.each([
    [0, 120, 0],
    [1, 31.4, 1],
    [2, 16.6, 1],
    [3, 1.9, 1],
  ] as const)('with ZeRO %i take %f GB, as its paper says', (zero, gigabytes, digits) => {
    const transformer = gpt(36, 4096, 32, 61_577)
    expect(stateGigabytes(planOf({ transformer, layout: { zero, data: 64 } }))).toBeCloseTo(gigabytes, digits)
  })

  // The same model without sharding, in bytes a weight: 4 + 4 + 8; 2 + 2 + 12; 2 + (2 + 4) + 12.
  test.each([
    ['fp32', 2, [4, 4, 8]],
    ['tf32', 4, [4, 4, 8]],
    ['fp16', 2, [2, 2, 12]],
    ['bf16', 4, [2, 6, 12]],
    ['fp8', 4, [2, 6, 12]],
  ] as const)('in %s with gradients of %i bytes are %j bytes a weight', (precision, gradientBytes, bytes) => {
    const transformer = gpt(36, 4096, 32, 61_577)
    const { parameters, gradients, optimizer } = useOf(
      planOf({ transformer, precision, software: { gradientBytes } }),
    )
    const weights = 12 * 4096 * 4096 * 36 + 61_577 * 4096
    expect([parameters / weights, gradients / weights, optimizer / weights]).toEqual(bytes)
  })

  // In a pipeline gradients lie whole until the step ends and weights stay gathered: 4 weights in 10 are 2 + 4 + 12/8.
  test('of ZeRO 3 in a pipeline keep weights and gradients whole', () => {
    const parts = { transformer: gpt(36, 4096, 32, 61_577), software: fsdp } as const
    const layout = { zero: 3, pipeline: 4, data: 8 } as const
    const weights = 12 * 4096 * 4096 * 9 + 61_577 * 4096
    expect(stateGigabytes(planOf({ ...parts, layout })) * 1e9).toBeCloseTo(weights * (2 + 4 + 12 / 8), 0)
  })

  // Mixtral 8x7B: attention 4096 * 128 * (2 * 32 + 2 * 8) = 41,943,040 a layer, router 32,768, an expert 3 * 4096 *
  // 14,336 = 176,160,768, embeddings 2 * 32,000 * 4096. Each of eight accelerators holds one expert a layer; there is
  // no second copy over which its states could be sharded.
  test('of experts lie where the experts are', () => {
    const transformer = {
      ...llama(32, 4096, 14_336),
      vocabulary: 32_000,
      experts: 8,
      activeExperts: 2,
      expertWidth: 14_336,
      denseLayers: 0,
    }
    const { parameters, optimizer } = useOf(planOf({ transformer, layout: { expert: 8, data: 8, zero: 1 } }))
    const shared = 32 * (41_943_040 + 32_768) + 2 * 32_000 * 4096
    const expert = 32 * 176_160_768
    expect(parameters).toBeCloseTo(2 * (shared + expert), 0)
    expect(optimizer).toBeCloseTo((12 * shared) / 8 + 12 * expert, 0)
  })
})

// Korthikanti et al. 2022, arXiv 2205.05198, table 2: bytes of a layer over s b h, with dropout, in 16 bits. Here a
// token of GPT-3: h 12,288, a 96, s 2,048, so 5 a s / h is 80.
describe('activations', () => {
  const transformer = gpt(96, 12_288, 96, 51_200)
  const perHidden = (bytes: number): number => bytes / 12_288

  test.each([
    ['no parallelism', {}, 34 + 80],
    ['tensor', { tensor: 8 }, 10 + 24 / 8 + 80 / 8],
    ['tensor and sequence', { tensor: 8, sequenceParallel: true }, (34 + 80) / 8],
    ['selective', { tensor: 8, recompute: 'selective' }, 10 + 24 / 8],
    ['selective, sequence', { tensor: 8, sequenceParallel: true, recompute: 'selective' }, 34 / 8],
    ['full', { tensor: 8, recompute: 'full' }, 2],
  ] as const)('of a layer with %s are those of Korthikanti et al.', (_, layout, expected) => {
    expect(perHidden(keptBytes(planOf({ transformer, layout })))).toBeCloseTo(expected, 10)
  })

  // Without dropout two masks of 1 byte are gone, and of the scores nothing is left but 4 bytes a head.
  test('of a layer with flash attention lack masks and scores', () => {
    const bytes = layerBytes(planOf({ transformer, software: { attention: 'flash' } }))
    expect(perHidden(bytes)).toBeCloseTo(32 + (4 * 96) / 12_288, 10)
  })

  // Llama 3 8B: 4 * 4096 between products; 2 * 4096 + 2 * 1024 for attention; gate, up and product of 14,336.
  test('of a gated layer count both halves and their product', () => {
    const bytes = layerBytes(planOf({ transformer: llama(32, 4096, 14_336), software: fsdp }))
    expect(bytes).toBe(2 * (4 * 4096 + 2 * 4096 + 2 * 1024 + 3 * 14_336) + 4 * 32)
  })

  test('take twice the bytes in 32 bits, masks apart', () => {
    const wide = layerBytes(planOf({ transformer, precision: 'fp32', software: { attention: 'flash' } }))
    expect(perHidden(wide)).toBeCloseTo(64 + (4 * 96) / 12_288, 10)
  })

  // Section 4.2.3: the interleaved schedule keeps 1 + (p - 1) / (p v) times the activations of a plain pipeline.
  test('on the first stage are those of p micro-batches, more if stages are interleaved', () => {
    const inFlight = (pipeline: number, interleave: number, microBatches: number) =>
      microBatchesInFlight({ ...oneAccelerator, pipeline, interleave }, 0, microBatches)
    expect(inFlight(8, 1, 64)).toBe(8)
    expect(inFlight(8, 3, 64)).toBeCloseTo(8 * (1 + 7 / (8 * 3)), 12)
    expect(inFlight(8, 1, 2)).toBe(2)
  })
})

test.each([
  [72, 12, [6, 6, 6]],
  [70, 12, [5, 6, 5]],
  [79, 4, [19, 20, 20]],
  [3, 4, [0, 1, 1]],
] as const)('%i layers on %i stages leave the fewest at the ends', (layers, stages, expected) => {
  expect([0, 1, stages - 1].map((stage) => layersOfStage(layers, stages, stage))).toEqual(expected)
  const all = Array.from({ length: stages }, (_, stage) => layersOfStage(layers, stages, stage))
  expect(all.reduce((sum, count) => sum + count, 0)).toBe(layers)
})

test('buffers hold the fitted base and nothing else for a model that almost is not there', () => {
  const transformer = { ...gpt(1, 8, 1, 8), sequenceLength: 1 }
  expect(useOf(planOf({ transformer })).buffers / memoryCoefficients.baseBytes).toBeCloseTo(1, 5)
})

test('the record is overwritten, whatever was in it', () => {
  const use = useOf(planOf({ layout: { microBatch: 64 } }))
  estimateMemory(planOf(), use)
  expect(use).toEqual(useOf(planOf()))
})

test.each([
  [{ tensor: 0 }, 'estimateMemory: layout.tensor must be positive and finite, got 0'],
  [{ data: NaN }, 'estimateMemory: layout.data must be positive and finite, got NaN'],
  [{ microBatch: -1 }, 'estimateMemory: layout.microBatch must be positive and finite, got -1'],
])('a layout with %j is refused', (layout, message) => {
  expect(() => useOf(planOf({ layout }))).toThrow(new RangeError(message))
})

test.each([
  'layers',
  'hidden',
  'heads',
  'keyValueHeads',
  'headSize',
  'feedForward',
  'vocabulary',
  'sequenceLength',
])('a shape whose %s is no number is refused', (field) => {
  const transformer = { ...gpt(32, 4096, 32, 51_200), [field]: NaN }
  expect(() => useOf(planOf({ transformer }))).toThrow(
    'estimateMemory: the plan must give a finite number of bytes, got 0',
  )
})
