import { describe, expect, it, test } from 'vitest'
import { evaluatePublished } from '../../../reports/evaluation/evaluate-published.ts'
import { parseRecords } from '../../../scenarios/published/parse-records.ts'
import {
  megatron2021,
  megatron2022,
  megatronCore,
  shardedByLayer,
} from '../../../scenarios/published/published-programs.ts'
import { dataText } from '../data-texts.ts'
import { benchmark, readAll, readOne, run } from './read-rows.ts'

const { set: _, ...unnamed } = benchmark
const h100 = { ...unnamed, accelerator: 'H100-SXM', precision: 'bf16', recompute: null }
const plain = { accelerator: 'H100-SXM', params: 8e9, n: 8, seq: 8192 }

describe('the program of a row without a known set', () => {
  test.each([
    ['16-bit floats and stages on an A100', unnamed, megatron2022],
    ['a set that nobody knows', { ...unnamed, set: 'foo' }, megatron2022],
    ['a date before the exchanges ran beside', { ...unnamed, date: '2021-04-01' }, megatron2021],
    ['tensor groups on an H100', h100, megatronCore],
    ['a mode of sharding', { ...plain, sharding: 'FULL_SHARD' }, shardedByLayer],
    ['a layout in words', { ...plain, parallelism: 'fsdp8' }, { ...shardedByLayer, gradientBytes: 4 }],
    ['a date after all that', { ...unnamed, date: '2023-10-01' }, {}],
    ['nothing', plain, {}],
    ['a run', { ...run, parallelism: { tp: 8, pp: 4 } }, {}],
  ])('is told by %s', (_words, row, software) => {
    expect(readOne(row).facts).toMatchObject({ isProgramKnown: false, software: {} })
    expect(readOne(row).facts.software).toEqual(software)
  })

  it('has the layout that was usual for it', () => {
    expect(readOne({ ...unnamed, recompute: null }).facts.layout).toMatchObject({
      zero: 0,
      recompute: 'full',
    })
    expect(readOne(h100).facts.layout).toMatchObject({ zero: 1, recompute: 'none', sequenceParallel: true })
    expect(readOne({ ...unnamed, zero: 2 }).facts.layout.zero).toBe(2)
  })

  it('has the shape of GPT if the numbers agree with it', () => {
    expect(readOne(unnamed).facts.transformer).toMatchObject({ feedForward: 4 * 8192, gated: false })
    expect(readOne({ ...unnamed, params: 60e9 }).facts.transformer).toBeNull()
  })
})

it('a known set is known', () => {
  expect(readOne(benchmark).facts.isProgramKnown).toBe(true)
})

describe('the benchmarks with their set taken away', () => {
  const parsed = parseRecords(dataText('throughput-benchmarks.jsonl'))
  if (!parsed.ok) throw new Error('the benchmarks do not parse')
  const evaluate = (set: string | null) => {
    const { rows, skipped } = readAll(parsed.records.map((record) => ({ ...record, set })))
    return evaluatePublished(rows, skipped)
  }
  const { summary, predictedCount, rowCount } = evaluate(null)

  it('are predicted nearly as well', () => {
    expect(predictedCount).toBe(rowCount)
    expect(summary.stepSeconds?.all.median).toBeLessThan(0.06)
    expect(summary.memoryBytes?.all.median).toBeLessThan(0.06)
  })

  it('lie within their intervals at least eight times of ten', () => {
    for (const quantity of ['stepSeconds', 'memoryBytes', 'mfu'] as const)
      expect(summary[quantity]?.all.coverage).toBeGreaterThan(0.8)
  })

  it('have the same predictions whatever the set is called, if nobody knows it', () => {
    const spreads = ({ rows }: ReturnType<typeof evaluate>): unknown => rows.map(({ predicted }) => predicted)
    expect(spreads(evaluate('nobody knows it'))).toEqual(spreads(evaluate(null)))
  })
})
