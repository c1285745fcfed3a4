import { describe, expect, test } from 'vitest'
import { estimateMemory } from '../../../../engine/cost/memory/estimate-memory.ts'
import { fitsMemory, waysToFit } from '../../../../engine/cost/memory/make-it-fit.ts'
import { makeMemoryUse } from '../../../../engine/cost/memory/memory-use.ts'
import { checkLayout } from '../../../../engine/cost/search/check-layout.ts'
import { fsdp, gpt, llama, planOf } from './plans.ts'

// 72 layers of 14,336 with tensor 2, pipeline 6 on 384 cards ran out of memory (BigScience, bs176-92).
const bloom = planOf({
  transformer: gpt(72, 14_336, 64, 250_000),
  layout: {
    tensor: 2,
    pipeline: 6,
    data: 32,
    zero: 1,
    recompute: 'full',
    microBatch: 2,
    globalBatch: 2048,
  },
  software: { gradientBytes: 2 },
})

const llama70 = planOf({
  transformer: llama(80, 8192, 28_672),
  layout: { data: 64, zero: 1, recompute: 'full', microBatch: 1, globalBatch: 256 },
  software: fsdp,
})

const partsOf = (plan: typeof bloom): string[] => waysToFit(plan).map(({ change }) => change.part)

describe('ways to fit', () => {
  test('of a layout that ran out of memory are those that its authors took', () => {
    const ways = waysToFit(bloom).map(({ change, acceleratorCount }) => ({ ...change, acceleratorCount }))
    expect(ways).toContainEqual({ part: 'tensor', from: 2, to: 4, acceleratorCount: 384 })
    expect(ways).toContainEqual({ part: 'pipeline', from: 6, to: 12, acceleratorCount: 384 })
  })

  test('do fit, divide evenly and are told with the bytes that they take', () => {
    const ways = waysToFit(bloom)
    expect(ways.length).toBeGreaterThan(1)
    for (const { plan, memoryBytes } of ways) {
      const use = makeMemoryUse()
      estimateMemory(plan, use)
      expect(use.total).toBe(memoryBytes)
      expect(memoryBytes).toBeLessThanOrEqual(plan.accelerator.memoryBytes)
      expect(
        checkLayout(plan.transformer, plan.layout, plan.accelerator).filter(
          ({ severity }) => severity === 'error',
        ),
      ).toEqual([])
    }
  })

  test('come in the order of what they cost', () => {
    const costs = waysToFit(bloom).map(({ slowdown }) => slowdown)
    expect(costs).toEqual(costs.toSorted((a, b) => a - b))
    expect(costs.every((cost) => cost > -1 && cost < Infinity)).toBe(true)
  })

  test('of 70 billion parameters on 64 cards are ZeRO 3 or a pipeline, not smaller gradients', () => {
    expect(partsOf(llama70)).toContain('zero')
    expect(partsOf(llama70)).not.toContain('gradientBytes')
    expect(waysToFit(llama70).find(({ change }) => change.part === 'zero')?.change).toEqual({
      part: 'zero',
      from: 1,
      to: 3,
    })
  })

  test('keep tensor groups inside the fast fabric', () => {
    const tight = { ...bloom, accelerator: { ...bloom.accelerator, scaleUpDomain: 2 } }
    expect(partsOf(bloom)).toContain('tensor')
    expect(partsOf(tight)).not.toContain('tensor')
  })

  test('of long sequences are recomputation or a shared sequence', () => {
    const long = planOf({
      transformer: { ...llama(32, 4096, 14_336), sequenceLength: 131_072 },
      layout: { tensor: 8, data: 8, zero: 1, sequenceParallel: true, microBatch: 1, globalBatch: 64 },
      software: { ...fsdp, framework: 'megatron' },
    })
    expect(partsOf(long)).toEqual(expect.arrayContaining(['recompute', 'context']))
    expect(partsOf(long)).not.toContain('microBatch')
  })

  test('are a smaller micro-batch where that is what is too large', () => {
    const wide = planOf({
      transformer: gpt(24, 2048, 16, 50_304),
      layout: { data: 8, recompute: 'full', microBatch: 128, globalBatch: 2048 },
    })
    const way = waysToFit(wide).find(({ change }) => change.part === 'microBatch')!
    const { microBatch } = way.plan.layout
    expect(way.change).toEqual({ part: 'microBatch', from: 128, to: microBatch })
    expect(fitsMemory({ ...wide, layout: { ...wide.layout, microBatch: 2 * microBatch } })).toBe(false)
  })

  test('are none for a plan that fits', () => {
    const small = planOf({ transformer: gpt(12, 768, 12, 50_304), layout: { microBatch: 1 } })
    expect(fitsMemory(small)).toBe(true)
    expect(waysToFit(small)).toEqual([])
  })

  test('are none where no single change suffices', () => {
    const hopeless = planOf({ transformer: gpt(128, 25_600, 160, 51_200), layout: { globalBatch: 1 } })
    const lonely = {
      ...hopeless,
      accelerator: { ...hopeless.accelerator, scaleUpDomain: 1, memoryBytes: 16e9 },
    }
    expect(fitsMemory(lonely)).toBe(false)
    expect(waysToFit(lonely)).toEqual([])
  })
})
