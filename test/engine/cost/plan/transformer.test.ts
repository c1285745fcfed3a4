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

/** Weights of mixtures, all of them and those that a token meets. */
const mixtures = [
  [47e9, 13e9],
  [132e9, 36e9],
  [236e9, 21e9],
  [235e9, 22e9],
  [671e9, 37e9],
  [400e9, 17e9],
  [120e9, 5e9],
  [42e9, 6.6e9],
  [30e9, 3e9],
  [16e9, 2.4e9],
  [7e9, 1e9],
  [1.8e12, 280e9],
] as const

test.each(mixtures)(
  'a mixture of %d weights has %d active ones and all of them but for a twenty-fifth',
  (all, active) => {
    for (const year of [2021, 2023, 2024, 2026]) {
      const t = typicalTransformer({ parameters: all, activeParameters: active, year })
      expect(Math.abs(countActiveParameters(t) / active - 1)).toBeLessThan(0.04)
      expect(Math.abs(countParameters(t) / all - 1)).toBeLessThan(0.04)
      expect(t.experts).toBeGreaterThan(t.activeExperts)
    }
  },
)

test.each(mixtures)(
  'of %d weights %d are active whatever is known of the shape, within a tenth',
  (all, active) => {
    const usual = typicalTransformer({ parameters: all, activeParameters: active })
    const sizes = [0.6, 1, 1.5]
    for (const width of [undefined, ...sizes])
      for (const depth of [undefined, ...sizes])
        for (const heads of [undefined, 16, 64]) {
          // Too wide and too deep at once leaves no weights for experts.
          if (width !== undefined && depth !== undefined && width * width * depth > 1.5) continue
          const known = {
            ...(width === undefined ? {} : { hidden: 256 * Math.round((width * usual.hidden) / 256) }),
            ...(depth === undefined ? {} : { layers: Math.round(depth * usual.layers) }),
            ...(heads === undefined ? {} : { heads }),
          }
          const t = typicalTransformer({ parameters: all, activeParameters: active, ...known })
          expect(t).toMatchObject(known)
          expect(Math.abs(countActiveParameters(t) / active - 1)).toBeLessThan(0.1)
        }
  },
)

test('the layers of a mixture of known width follow from its active weights', () => {
  const t = typicalTransformer({ parameters: 671e9, activeParameters: 37e9, hidden: 7168 })
  expect(t.layers).toBeGreaterThan(50)
  expect(t.layers).toBeLessThan(65)
})

test('what is known of experts is kept', () => {
  const known = { layers: 60, experts: 160, activeExperts: 6, sharedExperts: 2, expertWidth: 1536 }
  const t = typicalTransformer({
    parameters: 236e9,
    activeParameters: 21e9,
    hidden: 5120,
    denseLayers: 1,
    ...known,
  })
  expect(t).toMatchObject({ ...known, denseLayers: 1 })
})

test.each([
  [2e8, 1e9, 4],
  [1e9, 3e9, 4],
  [3.1e9, 2e12, 8],
])('the heads of models of %d to %d weights are shared by %i accelerators', (least, most, tensor) => {
  for (let parameters = 1.01 * least; parameters < most; parameters *= 1.07)
    for (const year of [2021, 2025])
      expect(typicalTransformer({ parameters, year }).heads % tensor, String(parameters)).toBe(0)
})

test('layers are shared by 2 stages, from a billion weights by 4 and from 100 billion by 8', () => {
  for (let parameters = 1e8; parameters < 2e12; parameters *= 1.07)
    for (const year of [2021, 2025]) {
      const stages = parameters > 1e11 ? 8 : parameters < 1e9 ? 2 : 4
      expect(typicalTransformer({ parameters, year }).layers % stages, String(parameters)).toBe(0)
    }
})

test('a small model has a vocabulary that leaves half of its weights to layers, and the weights asked for', () => {
  for (let parameters = 1e6; parameters < 1e9; parameters *= 1.1)
    for (const year of [2021, 2023, 2025]) {
      const t = typicalTransformer({ parameters, year })
      const embedding = t.vocabulary * t.hidden * (t.tiedEmbeddings ? 1 : 2)
      expect(embedding / parameters).toBeLessThan(0.5)
      expect(Math.abs(countParameters(t) / parameters - 1), String(parameters)).toBeLessThan(0.03)
    }
})

test.each([
  [{ parameters: 0 }, 'parameters must be positive and finite, got 0'],
  [{ parameters: Number.NaN }, 'parameters must be positive and finite, got NaN'],
  [{ parameters: 1e9, activeParameters: 2e9 }, 'activeParameters must be above 0 and at most 1000000000'],
])('refuses %j', (known, message) => {
  expect(() => typicalTransformer(known)).toThrow(message)
})
