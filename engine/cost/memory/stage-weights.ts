import { attentionParameters, blockParameters } from '../plan/parameter-count.ts'
import type { Transformer } from '../plan/transformer.ts'

/** Layers with experts among some consecutive layers, at the most: their share of the model, rounded up. */
export function expertLayersAmong(t: Transformer, layers: number): number {
  return t.denseLayers >= t.layers ? 0 : Math.ceil((layers * (t.layers - t.denseLayers)) / t.layers)
}

/** Weights of consecutive layers, those of routed experts left out: attention, dense blocks, shared experts, routers. */
export function sharedWeights(t: Transformer, layers: number): number {
  const withExperts = expertLayersAmong(t, layers)
  const dense = (layers - withExperts) * blockParameters(t, t.feedForward)
  if (withExperts === 0) return layers * attentionParameters(t) + dense
  const beside = t.sharedExperts * blockParameters(t, t.expertWidth) + t.hidden * t.experts
  return layers * attentionParameters(t) + dense + withExperts * beside
}

/** Weights of the routed experts of consecutive layers, all experts counted. */
export function expertWeights(t: Transformer, layers: number): number {
  const withExperts = expertLayersAmong(t, layers)
  return withExperts === 0 ? 0 : withExperts * t.experts * blockParameters(t, t.expertWidth)
}

/** Weights of the embeddings on a stage: each end of a pipeline has one, a single stage one or two. */
export function embeddingWeights(t: Transformer, stages: number, stage: number): number {
  if (stage > 0 && stage < stages - 1) return 0
  return t.vocabulary * t.hidden * (stages === 1 && !t.tiedEmbeddings ? 2 : 1)
}
