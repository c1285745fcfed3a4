import { countParameters, expertLayerParameters } from '../plan/parameter-count.ts'
import { forwardAttentionFlopPerToken, forwardProductFlopPerToken } from '../plan/work.ts'
import { cacheBytesPerToken, cacheCopies, meanContext } from './inference-memory.ts'
import type { InferenceRequest } from './inference-request.ts'

/** Shares of the fastest product and of the memory's bandwidth that serving reaches (assumptions, 0.5-0.85, 0.65-0.9). */
const [productShare, bandwidthShare] = [0.7, 0.8]
/** What a layer's kernels take in a captured graph however small they are (assumption, 10 to 40 microseconds). */
const layerSeconds = 20e-6
/** What an exchange in a group takes however little is sent (assumption, 5 to 20 microseconds). */
const exchangeSeconds = 10e-6

const productRate = ({ accelerator, precision, tensor, productSpeedup = 1 }: InferenceRequest): number =>
  tensor * accelerator.matmulFlopPerSecond[precision] * productShare * productSpeedup

const memoryRate = ({ accelerator, tensor }: InferenceRequest): number =>
  tensor * accelerator.memoryBytesPerSecond * bandwidthShare

/** The two exchanges of each layer after which a group's accelerators have the same numbers again. */
function exchangeTime({ transformer, accelerator, tensor }: InferenceRequest, tokens: number): number {
  if (tensor === 1) return 0
  const bytes = 2 * tokens * transformer.hidden
  const ring = (2 * (tensor - 1)) / tensor
  return 2 * transformer.layers * (exchangeSeconds + (ring * bytes) / accelerator.scaleUpBytesPerSecond)
}

/** Bytes of weights that a step reads: of a mixture of experts, those that some token of the batch meets. */
export function weightBytesRead({ transformer: t, weightBytes }: InferenceRequest, tokens: number): number {
  const layers = t.layers - t.denseLayers
  const all = countParameters(t) - (t.tiedEmbeddings ? 0 : t.vocabulary * t.hidden)
  if (layers === 0 || t.activeExperts >= t.experts) return all * weightBytes
  const missed = Math.exp(tokens * Math.log(1 - t.activeExperts / t.experts))
  const routed = (layers * expertLayerParameters(t) * t.experts) / (t.experts + t.sharedExperts)
  return (all - routed * missed) * weightBytes
}

/** Seconds of a step that writes one token of each answer, by what sets its length. */
export interface DecodeTime {
  /** At the speed of the arithmetic units. */
  readonly compute: number
  /** At the speed of the memory. */
  readonly memory: number
  /** The step: products at the slower of the two, then attention, exchanges and what small kernels wait. */
  readonly total: number
}

/** Times the step that writes one token of each of `batch` answers. */
export function decodeTime(request: InferenceRequest, batch: number): DecodeTime {
  const { transformer } = request
  const context = meanContext(request)
  const compute = (batch * forwardProductFlopPerToken(transformer)) / productRate(request)
  const weights = weightBytesRead(request, batch) / memoryRate(request)
  const cache = batch * context * cacheBytesPerToken(transformer, request.cacheBytes) * cacheCopies(request)
  const attention = cache / memoryRate(request)
  const fixed = transformer.layers * layerSeconds + exchangeTime(request, batch)
  return { compute, memory: weights + attention, total: Math.max(compute, weights) + attention + fixed }
}

/** Seconds that reading one request takes a group, many requests being read one after the other. */
export function prefillTime(request: InferenceRequest): number {
  const { transformer: t, inputTokens } = request
  const logits = 2 * t.hidden * t.vocabulary
  const products = inputTokens * (forwardProductFlopPerToken(t) - logits) + logits
  // A token sees those before it: half of the matrix.
  const attention = (inputTokens / 2) * forwardAttentionFlopPerToken({ ...t, sequenceLength: inputTokens })
  return (
    (products + attention) / productRate(request) +
    exchangeTime(request, inputTokens) -
    exchangeLatency(request)
  )
}

/** Exchanges of short requests are read together, so that their latency is not paid by each. */
function exchangeLatency({ transformer, tensor }: InferenceRequest): number {
  return tensor === 1 ? 0 : 2 * transformer.layers * exchangeSeconds
}
