import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countActiveParameters, countParameters } from '../../../../engine/cost/plan/parameter-count.ts'
import type { Transformer } from '../../../../engine/cost/plan/transformer.ts'
import { typicalTransformer } from '../../../../engine/cost/plan/typical-transformer.ts'
import {
  forwardAttentionFlopPerToken,
  forwardProductFlopPerToken,
  trainingFlopPerToken,
} from '../../../../engine/cost/plan/work.ts'
import { gpt3 } from '../plans.ts'

const llama3: Transformer = {
  layers: 32,
  hidden: 4096,
  heads: 32,
  keyValueHeads: 8,
  headSize: 128,
  feedForward: 14336,
  gated: true,
  vocabulary: 128256,
  tiedEmbeddings: false,
  sequenceLength: 8192,
  experts: 1,
  activeExperts: 1,
  sharedExperts: 0,
  expertWidth: 0,
  denseLayers: 32,
}

const mixtral: Transformer = {
  ...llama3,
  vocabulary: 32000,
  sequenceLength: 4096,
  experts: 8,
  activeExperts: 2,
  expertWidth: 14336,
  denseLayers: 0,
}

test('Llama 3 8B has 8.03 billion weights, Mixtral 8x7B 46.7 of which a token meets 12.9', () => {
  expect(countParameters(llama3) / 1e9).toBeCloseTo(8.03, 2)
  expect(countParameters(mixtral) / 1e9).toBeCloseTo(46.7, 1)
  expect(countActiveParameters(mixtral) / 1e9).toBeCloseTo(12.9, 1)
})

// Narayanan et al. 2021, arXiv 2104.04473: 72 B s L h^2 (1 + s/6h + V/12Lh) model FLOP a step.
test('the work of a step is that of Megatron-LM, equation 3 without recomputation', () => {
  const { layers: l, hidden: h, sequenceLength: s, vocabulary: v } = gpt3
  const perToken = 72 * l * h * h * (1 + s / (6 * h) + v / (12 * l * h))
  expect(trainingFlopPerToken(gpt3) / perToken).toBeCloseTo(1, 12)
})

test('attention over the sequence is 4 h s a layer and token forward, products 2 a weight', () => {
  expect(forwardAttentionFlopPerToken(gpt3)).toBe(4 * 96 * 12288 * 2048)
  expect(forwardProductFlopPerToken(gpt3)).toBe(2 * countParameters(gpt3))
})

test('a typical dense model has the weights it is asked for, within 3 %', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 18.5, max: 27.7, noNaN: true }),
      fc.integer({ min: 2019, max: 2026 }),
      (log, year) => {
        const parameters = Math.exp(log)
        const t = typicalTransformer({ parameters, year })
        expect(Math.abs(countParameters(t) / parameters - 1)).toBeLessThan(0.03)
        expect(t.heads * t.headSize).toBe(t.hidden)
        expect(t.heads % t.keyValueHeads).toBe(0)
      },
    ),
  )
})

test('what is known of a shape is kept', () => {
  const t = typicalTransformer({ parameters: 13e9, layers: 52, hidden: 4608, heads: 36, vocabulary: 65_519 })
  expect(t).toMatchObject({ layers: 52, hidden: 4608, heads: 36, headSize: 128, vocabulary: 65_519 })
  expect(countParameters(t) / 13e9).toBeCloseTo(1, 2)
})

test.each([
  [47e9, 13e9],
  [132e9, 36e9],
  [236e9, 21e9],
  [671e9, 37e9],
  [400e9, 17e9],
  [42e9, 6.6e9],
])(
  'a mixture of %d weights has %d active ones within 4 % and all of them within a third',
  (parameters, activeParameters) => {
    const t = typicalTransformer({ parameters, activeParameters, year: 2024 })
    expect(Math.abs(countActiveParameters(t) / activeParameters - 1)).toBeLessThan(0.04)
    expect(Math.abs(countParameters(t) / parameters - 1)).toBeLessThan(0.34)
    expect(t.experts).toBeGreaterThan(t.activeExperts)
  },
)

test.each([
  [{ parameters: 0 }, 'parameters must be positive and finite, got 0'],
  [{ parameters: Number.NaN }, 'parameters must be positive and finite, got NaN'],
  [{ parameters: 1e9, activeParameters: 2e9 }, 'activeParameters must be above 0 and at most 1000000000'],
])('refuses %j', (known, message) => {
  expect(() => typicalTransformer(known)).toThrow(message)
})
