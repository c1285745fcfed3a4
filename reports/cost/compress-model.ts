import {
  pruneLayers,
  pruneTwoOfFour,
  pruneWeights,
  quantise,
  type Compression,
  type QualityLoss,
  type Spread,
  type Transformer,
} from '../../engine/cost/index.ts'
import type { CompressionWish } from '../../scenarios/index.ts'

/** The model made smaller in the way that is asked for; `weightBytes` are those of a weight before. */
export const compressModel = (
  { form, removedShare }: CompressionWish,
  transformer: Transformer,
  weightBytes: number,
): Compression => {
  switch (form) {
    case 'fp8':
    case 'fp4':
      return quantise(transformer, form)
    case 'int8':
    case 'int4':
      return quantise(transformer, `${form}-weights`)
    case '2:4':
      return pruneTwoOfFour(transformer, weightBytes)
    case 'prune':
      return pruneWeights(transformer, weightBytes, removedShare)
    case 'layers':
      return pruneLayers(transformer, weightBytes, removedShare)
  }
}

/** A loss of quality as a spread: one model in ten loses less than `p10`, one in ten more than `p90`. */
export const lossSpread = ({ low, mid, high }: QualityLoss): Spread => ({ p10: low, p50: mid, p90: high })
