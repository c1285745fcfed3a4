import { activeExpertLayerParameters, attentionParameters, blockParameters } from './parameter-count.ts'
import type { Transformer } from './transformer.ts'

/**
 * Forward FLOP of one token in the matrix products of all layers and the output projection, without attention over
 * the sequence. The look-up of the embedding is no product.
 */
export function forwardProductFlopPerToken(t: Transformer): number {
  const layers =
    t.layers * attentionParameters(t) +
    t.denseLayers * blockParameters(t, t.feedForward) +
    (t.layers - t.denseLayers) * activeExpertLayerParameters(t)
  return 2 * (layers + t.hidden * t.vocabulary)
}

/** Forward FLOP of one token in attention over the sequence, the whole matrix of scores counted, masked half too. */
export function forwardAttentionFlopPerToken(t: Transformer): number {
  return 4 * t.layers * t.heads * t.headSize * t.sequenceLength
}

/**
 * Model FLOP of training on one token: forward and backward, no recomputation, attention in full as Megatron-LM, PaLM
 * and MosaicML count it.
 *
 * Source: Narayanan et al. 2021, arXiv 2104.04473, appendix; Chowdhery et al. 2022, arXiv 2204.02311, appendix B.
 */
export function trainingFlopPerToken(t: Transformer): number {
  return 3 * (forwardProductFlopPerToken(t) + forwardAttentionFlopPerToken(t))
}
