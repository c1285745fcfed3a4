import type { Transformer } from '../plan/transformer.ts'
import type { Compression } from './compression.ts'

/** Forms in which weights, and perhaps activations, are stored in fewer bits. */
export const quantisations = ['fp8', 'int8-weights', 'int4-weights', 'fp4'] as const
export type Quantisation = (typeof quantisations)[number]

const kurtic = 'Kurtic et al. 2024, arXiv 2411.02355, Llama 3.1 8B to 405B'

/** A scale of 16 bits for each 128 weights of four bits, and of 8 bits for each 16 in fp4 (NVFP4). */
const [int4Bytes, fp4Bytes] = [0.5 + 2 / 128, 0.5 + 1 / 16]

const forms: Readonly<Record<Quantisation, Omit<Compression, 'name' | 'transformer'>>> = {
  fp8: {
    weightBytes: 1,
    precision: 'fp8',
    cacheBytes: 1,
    productSpeedup: 1,
    qualityLoss: {
      low: 0,
      mid: 0.002,
      high: 0.01,
      source: `${kurtic}: lossless; figures: assumption within it`,
    },
  },
  'int8-weights': {
    weightBytes: 1,
    productSpeedup: 1,
    qualityLoss: {
      low: 0.001,
      mid: 0.005,
      high: 0.03,
      source: `${kurtic}: 1 to 3 % with activations, less without`,
    },
  },
  'int4-weights': {
    weightBytes: int4Bytes,
    productSpeedup: 1,
    qualityLoss: {
      low: 0.005,
      mid: 0.015,
      high: 0.04,
      source: `${kurtic}: as 8 bits, 1 to 3 %; high: assumption`,
    },
  },
  fp4: {
    weightBytes: fp4Bytes,
    precision: 'fp4',
    cacheBytes: 1,
    productSpeedup: 1,
    qualityLoss: {
      low: 0.005,
      mid: 0.02,
      high: 0.06,
      source: 'assumption: between four-bit weights and twice that',
    },
  },
}

/**
 * Stores a model's weights in fewer bits. `fp8` and `fp4` also multiply in that format, which takes an accelerator
 * that can; the others keep products in 16 bits and save memory and its traffic alone, which is what a small batch
 * waits for. All weights are taken to shrink; embeddings often stay as they are, a few per cent of a large model.
 *
 * @example quantise({ layers: 1, hidden: 64, heads: 1, keyValueHeads: 1, headSize: 64, feedForward: 256, gated: true, vocabulary: 100, tiedEmbeddings: true, sequenceLength: 64, experts: 1, activeExperts: 1, sharedExperts: 0, expertWidth: 0, denseLayers: 1 }, 'int4-weights').weightBytes // => 0.515625
 */
export function quantise(transformer: Transformer, form: Quantisation): Compression {
  return { name: form, transformer, ...forms[form] }
}
