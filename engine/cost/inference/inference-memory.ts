import { countParameters } from '../plan/parameter-count.ts'
import type { Transformer } from '../plan/transformer.ts'
import type { InferenceRequest } from './inference-request.ts'

/** Share of memory that weights and cache may take: what vLLM leaves to them by default (gpu_memory_utilization). */
const usableShare = 0.9

/**
 * Bytes that one token of one answer keeps in the cache of keys and values, all layers together.
 *
 * @example cacheBytesPerToken({ layers: 80, hidden: 8192, heads: 64, keyValueHeads: 8, headSize: 128, feedForward: 28672, gated: true, vocabulary: 32000, tiedEmbeddings: false, sequenceLength: 4096, experts: 1, activeExperts: 1, sharedExperts: 0, expertWidth: 0, denseLayers: 80 }, 2) // => 327680
 */
export function cacheBytesPerToken(t: Transformer, bytes: number): number {
  return 2 * t.layers * t.keyValueHeads * t.headSize * bytes
}

/** Copies of each key and value in a group: more than one if there are fewer heads than accelerators. */
export function cacheCopies({ transformer, tensor }: InferenceRequest): number {
  return Math.max(1, tensor / transformer.keyValueHeads)
}

/** Tokens that an answer has in the cache while it is written, on average: its input and half of its output. */
export function meanContext({ inputTokens, outputTokens }: InferenceRequest): number {
  return inputTokens + outputTokens / 2
}

/** Answers whose caches fit beside the weights, the cache being paged; below 1 if not even one does. */
export function batchThatFits(request: InferenceRequest): number {
  const { transformer, accelerator, tensor } = request
  const weights = countParameters(transformer) * request.weightBytes
  const free = tensor * accelerator.memoryBytes * usableShare - weights
  const answer =
    cacheBytesPerToken(transformer, request.cacheBytes) * meanContext(request) * cacheCopies(request)
  return free / answer
}
