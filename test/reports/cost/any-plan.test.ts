import fc from 'fast-check'
import { expect, test } from 'vitest'
import { costDocument, makeCostReport, renderCost } from '../../../reports/index.ts'
import { commitments, type CostPlan } from '../../../scenarios/index.ts'
import { compressionsOf, onGpu, planOf, tables } from './tables.ts'

const some = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values)

/** Fixed parts of a layout, each given or not. */
const layouts = fc.record(
  {
    tensor: some([1, 2, 3, 8, 64]),
    pipeline: some([1, 2, 7, 16]),
    data: some([1, 3, 8, 100]),
    expert: some([1, 8]),
    context: some([1, 2, 3]),
    zero: some([0, 1, 2, 3] as const),
    interleave: some([1, 2, 40]),
    recompute: some(['none', 'selective', 'full'] as const),
    microBatch: some([1, 3, 1000]),
    sequenceParallel: fc.boolean(),
  },
  { requiredKeys: [] },
)

/** Shapes that a cost file may have: no more experts are active than exist. */
const shapes = fc
  .record(
    {
      parameters: some([1e3, 1e8, 7e9, 1e12]),
      layers: some([1, 32, 10_000]),
      hidden: some([1, 1000, 4096, 1e6]),
      heads: some([1, 3, 32, 100_000]),
      vocabulary: some([1, 50_000]),
      sequenceLength: some([1, 7, 2048, 1e6]),
      experts: some([1, 8, 256]),
      activeExperts: some([1, 2]),
    },
    { requiredKeys: ['parameters'] },
  )
  .filter(({ experts = 1, activeExperts = 1 }) => activeExperts <= experts)

const plans: fc.Arbitrary<CostPlan> = fc
  .record({
    layout: fc.oneof(fc.constant({}), layouts),
    shape: fc.oneof(
      some([1e3, 1e8, 7e9, 1e12]).map((parameters) => ({ parameters })),
      shapes,
      // A count beside a shape mostly contradicts it, and is refused.
      shapes.map(({ layers = 32, hidden = 4096, heads = 32 }) => ({ layers, hidden, heads })),
    ),
    gpu: some(tables.machines.machines.map(({ accelerator }) => accelerator.id)),
    count: some([null, 1, 3, 8, 100, 1024]),
    commitment: some(commitments),
    tokens: some([1, 1e6, 1e10, 1e13]),
    batchTokens: some([null, 1e3, 12_345, 4e6]),
    precision: some([null, 'fp16', 'bf16', 'fp8', 'fp32'] as const),
    kind: some(['pretrain', 'lora', 'distill', 'posttrain', 'finetune'] as const),
    compression: some([[], ['int4'], ['fp8', '2:4', 'prune-90', 'layers-90']]),
    date: some(['2013-01', '2020-02', '2026-05', '2039-12']),
  })
  .map(({ layout, shape, gpu, count, commitment, compression, ...run }) =>
    planOf({
      layout,
      compression: compressionsOf(compression),
      model: { shape },
      run,
      hardware: [onGpu(gpu, count, { commitment })],
    }),
  )

const areFinite = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value)
  return typeof value !== 'object' || value === null || Object.values(value).every(areFinite)
}

test('any plan is refused for a reason, or worked out in finite numbers whose shares add to 1', () => {
  let worked = 0
  fc.assert(
    fc.property(plans, (plan) => {
      const result = makeCostReport(plan, tables)
      if (!result.ok) return result.problems.length > 0
      worked += 1
      const { report } = result
      const [offer] = report.offers
      const shares = Object.values(offer.breakdown)
      expect(shares.reduce((all, share) => all + share, 0)).toBeCloseTo(1, 9)
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0)
      expect(!offer.fits || offer.memoryBytesPerGpu.total <= offer.memoryCapacityBytesPerGpu).toBe(true)
      expect(renderCost(report, { lang: 'en', width: 80, ascii: true, color: false })).not.toMatch(
        /NaN|undefined/u,
      )
      return areFinite(costDocument(report, 'en', []))
    }),
    { seed: 20_260_501, numRuns: 400 },
  )
  expect(worked).toBeGreaterThan(100)
})
