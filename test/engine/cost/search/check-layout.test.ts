import { expect, test } from 'vitest'
import type { Layout } from '../../../../engine/cost/plan/layout.ts'
import { checkLayout } from '../../../../engine/cost/search/check-layout.ts'
import { describeProblem } from '../../../../engine/cost/search/describe-problem.ts'
import { h100, large, mixture } from './searches.ts'

/** How Llama 3 405B was trained, as far as its paper tells. */
const good: Layout = {
  tensor: 8,
  pipeline: 16,
  data: 128,
  expert: 1,
  context: 1,
  zero: 2,
  interleave: 1,
  recompute: 'none',
  sequenceParallel: true,
  microBatch: 1,
  globalBatch: 2048,
}

const told = (layout: Partial<Layout>, count?: number, transformer = large): string[] =>
  checkLayout(transformer, layout, h100, count).map((p) => `${p.severity}: ${describeProblem(p)}`)

test('the uneven pipeline of Llama 3 is a warning and all else is well', () => {
  expect(told(good, 16_384)).toEqual(['warning: 126 layers on 16 parts are uneven: 1.6 % lost'])
})

test.each([
  [{ pipeline: 18, globalBatch: 4096 }, []],
  [
    { tensor: 6 },
    ['error: tensor 6 does not divide 128 heads', 'error: tensor 6 does not divide 8 key-value heads'],
  ],
  [{ tensor: 16 }, ['warning: tensor 16 reaches beyond the fast fabric of 8']],
  [{ pipeline: 128, globalBatch: 2 ** 14 }, ['error: pipeline x interleave 128 is more than 126 layers']],
  [{ context: 3 }, ['error: context 3 does not divide 8192 sequence length']],
  [{ expert: 2 }, ['error: expert 2 does not divide 1 experts']],
  [{ data: 100 }, ['error: data x microBatch 100 does not divide 2048 global batch']],
  [{ microBatch: 3 }, ['error: data x microBatch 384 does not divide 2048 global batch']],
  [{ microBatch: 2 }, ['warning: 8 micro-batches never fill a pipeline of 9']],
  [{ interleave: 2 }, ['warning: pipeline 9 does not divide 16 micro-batches']],
  [
    { data: 0, microBatch: 1.5 },
    [
      'error: data must be a whole number above 0, got 0',
      'error: microBatch must be a whole number above 0, got 1.5',
    ],
  ],
  [{ globalBatch: NaN }, ['error: globalBatch must be a whole number above 0, got NaN']],
] as [Partial<Layout>, string[]][])('%o is told', (change, problems) => {
  expect(told({ ...good, pipeline: 9, ...change })).toEqual(problems)
})

test('a product that is not the number of accelerators is told', () => {
  expect(told({ ...good, pipeline: 9 }, 1000)).toEqual([
    'error: tensor x pipeline x data x context is 9216, not 1000',
  ])
})

test('experts divide and lie inside the copies', () => {
  expect(told({ expert: 8, data: 12 }, undefined, mixture)).toEqual([
    'error: expert 8 does not divide 12 data',
  ])
  expect(told({ expert: 5, data: 10 }, undefined, mixture)).toEqual([
    'error: expert 5 does not divide 16 experts',
  ])
})

test('of parts that are not given nothing is told', () => {
  expect(told({})).toEqual([])
  expect(told({}, 7)).toEqual([])
  expect(told({ tensor: 8, data: 3 }, 24)).toEqual([])
  expect(told({ tensor: 8, data: 3 }, 25)).toEqual([
    'error: tensor x data 24 does not divide 25 accelerators',
  ])
  expect(told({ microBatch: 3, globalBatch: 16 })).toEqual([
    'error: microBatch 3 does not divide 16 global batch',
  ])
  expect(told({ data: 3, globalBatch: 16 })).toEqual(['error: data 3 does not divide 16 global batch'])
})

test('each head of keys and values may be copied to several accelerators', () => {
  expect(told({ tensor: 8 }, undefined, { ...large, keyValueHeads: 4 })).toEqual([])
})
