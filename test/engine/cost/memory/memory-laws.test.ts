import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimateMemory } from '../../../../engine/cost/memory/estimate-memory.ts'
import { makeMemoryUse, type MemoryUse } from '../../../../engine/cost/memory/memory-use.ts'
import type { Layout } from '../../../../engine/cost/plan/layout.ts'
import type { TrainingPlan } from '../../../../engine/cost/plan/training-plan.ts'
import { gpt, llama, planOf } from './plans.ts'

const tries = { seed: 20_261_123, numRuns: 300 }
const powerOfTwo = (max: number) => fc.integer({ min: 0, max }).map((exponent) => 2 ** exponent)
const mixture = {
  ...llama(32, 4096, 14_336),
  experts: 64,
  activeExperts: 6,
  expertWidth: 2048,
  denseLayers: 2,
}

const layouts = fc.record({
  tensor: powerOfTwo(3),
  pipeline: powerOfTwo(3),
  data: powerOfTwo(8).map((data) => 8 * data),
  expert: powerOfTwo(3),
  context: powerOfTwo(3),
  zero: fc.constantFrom(0, 1, 2, 3),
  interleave: fc.constantFrom(1, 2),
  recompute: fc.constantFrom('none', 'selective', 'full'),
  sequenceParallel: fc.boolean(),
  microBatch: powerOfTwo(4),
  globalBatch: powerOfTwo(6).map((batch) => batch * 2048),
}) satisfies fc.Arbitrary<Layout>

const plans: fc.Arbitrary<TrainingPlan> = fc
  .record({
    transformer: fc.constantFrom(gpt(32, 4096, 32, 51_200), gpt(96, 12_288, 96, 250_000), mixture),
    precision: fc.constantFrom('fp32', 'tf32', 'fp16', 'bf16', 'fp8', 'fp4'),
    layout: layouts,
    software: fc.record({
      framework: fc.constantFrom('megatron', 'fsdp'),
      attention: fc.constantFrom('unfused', 'flash', 'flash3'),
      fusedElementwise: fc.boolean(),
      gradientBytes: fc.constantFrom(2, 4),
    }),
  })
  .map(planOf)

function useOf(plan: TrainingPlan, layout: Partial<Layout> = {}): MemoryUse {
  const use = makeMemoryUse()
  estimateMemory({ ...plan, layout: { ...plan.layout, ...layout } }, use)
  return use
}

const statesOf = ({ parameters, gradients, optimizer }: MemoryUse): number =>
  parameters + gradients + optimizer

/** Checks over random plans that a change of layout never takes more memory. */
function neverMore(
  change: (layout: Layout) => Partial<Layout>,
  measure = (use: MemoryUse) => use.total,
  among = plans,
): void {
  fc.assert(
    fc.property(among, (plan) => {
      const before = measure(useOf(plan))
      expect(measure(useOf(plan, change(plan.layout)))).toBeLessThanOrEqual(before * (1 + 1e-12))
    }),
    tries,
  )
}

describe('memory', () => {
  test('is the sum of its parts, none of them negative or missing', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { total, ...parts } = useOf(plan)
        const sum = Object.values(parts).reduce((all, part) => all + part, 0)
        expect(Math.abs(sum / total - 1)).toBeLessThan(1e-12)
        expect(Object.values(parts).every((part) => part >= 0 && part < Infinity)).toBe(true)
      }),
      tries,
    )
  })

  test('never grows with a smaller micro-batch', () => {
    neverMore(({ microBatch }) => ({ microBatch: microBatch / 2 }))
  })

  test('never grows with more tensor degrees', () => {
    neverMore(({ tensor }) => ({ tensor: 2 * tensor }))
  })

  test('never grows with more context degrees', () => {
    neverMore(({ context }) => ({ context: 2 * context }))
  })

  test('never grows with sequence parallelism, but for one gathered input', () => {
    neverMore(
      () => ({ sequenceParallel: true }),
      ({ parameters, gradients, optimizer }) => parameters + gradients + optimizer,
    )
  })

  test('never grows with more recomputation', () => {
    neverMore(({ recompute }) => ({ recompute: recompute === 'none' ? 'selective' : 'full' }))
  })

  // In 32 bits a stage of few weights can lose to its two buffers what eight shards save.
  test('never grows with a higher stage of ZeRO, in 16 bits', () => {
    neverMore(
      ({ zero }) => ({ zero: Math.min(3, zero + 1) as 0 | 1 | 2 | 3 }),
      (use) => use.total,
      plans.filter(({ precision }) => !['fp32', 'tf32'].includes(precision)),
    )
  })

  test('never grows with less interleaving', () => {
    neverMore(() => ({ interleave: 1 }))
  })

  test('of states never grows with a deeper pipeline, ZeRO 0 or 1', () => {
    neverMore(
      ({ pipeline, zero }) => (zero > 1 ? {} : { pipeline: 2 * pipeline }),
      (use) => statesOf(use),
    )
  })

  test('never grows with more copies', () => {
    neverMore(({ data, globalBatch }) => ({ data: 2 * data, globalBatch: 2 * globalBatch }))
  })
})

// BLOOM's shape on ever more stages: what a deeper pipeline saves in states outweighs what it keeps in flight.
test('a deeper pipeline takes less for a large model', () => {
  const plan = planOf({
    transformer: gpt(72, 14_336, 112, 250_000),
    layout: { tensor: 8, data: 4, zero: 1, recompute: 'full', microBatch: 2, globalBatch: 2048 },
  })
  const totals = [1, 2, 4, 6, 12].map((pipeline) => useOf(plan, { pipeline }).total)
  expect(totals).toEqual(totals.toSorted((a, b) => b - a))
})
