import { expect, test } from 'vitest'
import type { Transformer } from '../../../../engine/cost/plan/transformer.ts'
import { type CheckedRun, workWarnings } from '../../../../engine/cost/workloads/work-warnings.ts'

const dense: Transformer = {
  layers: 32,
  hidden: 4096,
  heads: 32,
  keyValueHeads: 32,
  headSize: 128,
  feedForward: 11008,
  gated: true,
  vocabulary: 32000,
  tiedEmbeddings: false,
  sequenceLength: 4096,
  experts: 1,
  activeExperts: 1,
  sharedExperts: 0,
  expertWidth: 0,
  denseLayers: 32,
}
const tagsOf = (run: CheckedRun) => workWarnings(run).map(({ tag }) => tag)

test('a usual run has no warning', () => {
  expect(workWarnings({ transformer: dense, tokens: 2e12 })).toEqual([])
  expect(workWarnings({ parameters: 70e9, tokens: 2e12 })).toEqual([])
})

test.each(['encoder-decoder', 'state-space', 'diffusion', 'vision'] as const)(
  'a %s network is named',
  (kind) => {
    expect(tagsOf({ kind, parameters: 1e9, tokens: 1e12 })).toEqual([kind])
  },
)

test('an encoder-decoder does half of the work', () => {
  expect(workWarnings({ kind: 'encoder-decoder', parameters: 11e9, tokens: 1e12 })[0].factor).toBe(0.5)
})

test('a mixture of experts is told which parameters count for what', () => {
  const mixture = { ...dense, experts: 8, activeExperts: 2, expertWidth: 11008, denseLayers: 0 }
  const [warning] = workWarnings({ transformer: mixture, tokens: 2e12 })
  expect(warning.tag).toBe('mixture-of-experts')
  // By hand: attention and embeddings 2.41e9, experts 8 or 2 times 4.33e9.
  expect(warning.factor).toBeCloseTo((2.41 + 2 * 4.329) / (2.41 + 8 * 4.329), 3)
})

// Attention over s tokens is 4 x 32 x 4096 x s FLOP a token, products 2 x 6.6e9: equal at 25,000.
test('attention over a long context is more than the parameters say', () => {
  const [warning] = workWarnings({ transformer: { ...dense, sequenceLength: 131_072 }, tokens: 2e12 })
  expect(warning.tag).toBe('long-context')
  expect(warning.factor).toBeGreaterThan(5)
  expect(tagsOf({ transformer: { ...dense, sequenceLength: 8192 }, tokens: 2e12 })).not.toContain(
    'long-context',
  )
})

test('a tiny run is said to wait for launches', () => {
  expect(tagsOf({ parameters: 62_006, tokens: 1e5 })).toEqual(['launch-bound', 'few-tokens'])
})

test('too few and too many tokens for the parameters are said', () => {
  expect(tagsOf({ parameters: 175e9, tokens: 1.7e11 })).toEqual(['few-tokens'])
  expect(tagsOf({ parameters: 1e8, tokens: 2e12 })).toEqual(['many-tokens'])
})

test.each([
  [{ tokens: 1e9 }, 'workWarnings: parameters must be positive and finite, got NaN'],
  [{ parameters: 1e9, tokens: 0 }, 'workWarnings: tokens must be positive and finite, got 0'],
])('a run of which nothing is known is refused: %#', (run, message) => {
  expect(() => workWarnings(run)).toThrow(new RangeError(message))
})
