import type { Transformer } from './transformer.ts'

/** Weights of one layer's attention: query, key, value and output projections. */
export function attentionParameters(t: Transformer): number {
  return t.hidden * t.headSize * (2 * t.heads + 2 * t.keyValueHeads)
}

/** Weights of a feed-forward block of a given inner width. */
export function blockParameters(t: Transformer, width: number): number {
  return (t.gated ? 3 : 2) * t.hidden * width
}

/** Weights of the feed-forward part of a layer with experts, all of them; the router too. */
export function expertLayerParameters(t: Transformer): number {
  return (t.experts + t.sharedExperts) * blockParameters(t, t.expertWidth) + t.hidden * t.experts
}

/** Weights of the feed-forward part of a layer with experts that one token meets. */
export function activeExpertLayerParameters(t: Transformer): number {
  return (t.activeExperts + t.sharedExperts) * blockParameters(t, t.expertWidth) + t.hidden * t.experts
}

/** Weights of the embedding, or embeddings if input and output have one each. */
export function embeddingParameters(t: Transformer): number {
  return (t.tiedEmbeddings ? 1 : 2) * t.vocabulary * t.hidden
}

/**
 * All weights of a model, those of norms left out (a few in a million).
 *
 * @example countParameters({ layers: 32, hidden: 4096, heads: 32, keyValueHeads: 32, headSize: 128, feedForward: 11008, gated: true, vocabulary: 32000, tiedEmbeddings: false, sequenceLength: 4096, experts: 1, activeExperts: 1, sharedExperts: 0, expertWidth: 0, denseLayers: 32 }) // => 6738149376
 */
export function countParameters(t: Transformer): number {
  return (
    t.layers * attentionParameters(t) +
    t.denseLayers * blockParameters(t, t.feedForward) +
    (t.layers - t.denseLayers) * expertLayerParameters(t) +
    embeddingParameters(t)
  )
}

/** The weights that one token meets: all of them in a dense model, the chosen experts only in a mixture. */
export function countActiveParameters(t: Transformer): number {
  return (
    t.layers * attentionParameters(t) +
    t.denseLayers * blockParameters(t, t.feedForward) +
    (t.layers - t.denseLayers) * activeExpertLayerParameters(t) +
    embeddingParameters(t)
  )
}
