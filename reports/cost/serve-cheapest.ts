import {
  batchThatFits,
  countParameters,
  estimateInference,
  exactly,
  inferenceCostError,
  multiplySpreads,
  type Accelerator,
  type InferenceEstimate,
  type InferenceRequest,
  type Spread,
  type Transformer,
} from '../../engine/cost/index.ts'
import type { Serving } from './cost-report.ts'
import { precisionOf } from './machine-of.ts'

/** Tokens of a usual request and of its answer: assumption, a few pages and one. */
const usualTokens = { input: 2000, output: 500 }

/** Share of the paid hours in which servers have work: assumption; DeepSeek's day of 2025 was at 0.82 of its peak. */
const utilisation: Spread = { p10: 0.3, p50: 0.5, p90: 0.8 }

/** Bytes of a weight, and of an element of the cache, before compression. */
export const sixteenBits = 2

const inverse = ({ p10, p50, p90 }: Spread): Spread => ({ p10: 1 / p90, p50: 1 / p50, p90: 1 / p10 })

/** What is asked of a model: a usual request, shortened where the model cannot read so much. */
export const servingRequest = (transformer: Transformer, accelerator: Accelerator): InferenceRequest => {
  const { input, output } = usualTokens
  const fitting = Math.min(1, transformer.sequenceLength / (input + output))
  return {
    transformer,
    accelerator,
    tensor: 1,
    precision: precisionOf(null, accelerator),
    weightBytes: sixteenBits,
    cacheBytes: sixteenBits,
    inputTokens: Math.max(1, Math.round(fitting * input)),
    outputTokens: Math.max(1, Math.round(fitting * output)),
  }
}

/** The request on the number of accelerators, a power of two, that answers it cheapest; null if none holds the model. */
const cheapest = (
  request: InferenceRequest,
): { readonly request: InferenceRequest; readonly estimate: InferenceEstimate } | null => {
  const { accelerator, transformer, inputTokens, outputTokens } = request
  const most = Math.min(accelerator.scaleUpDomain, transformer.heads)
  let best: { request: InferenceRequest; estimate: InferenceEstimate } | null = null
  let leastUsd = Infinity
  for (let tensor = 1; tensor <= most; tensor *= 2) {
    const candidate = { ...request, tensor }
    if (batchThatFits(candidate) < 1) continue
    const estimate = estimateInference(candidate, { usdPerGpuHour: 1, utilisation: 1 })
    const usd = inputTokens * estimate.usdPerMillionInput + outputTokens * estimate.usdPerMillionOutput
    if (usd >= leastUsd) continue
    leastUsd = usd
    best = { request: candidate, estimate }
  }
  return best
}

/** Bytes of all weights. */
export const bytesOf = ({ transformer, weightBytes }: InferenceRequest): number =>
  countParameters(transformer) * weightBytes

/** What serving costs on the accelerators that serve it cheapest; null if one fast fabric does not hold the model. */
export const serveCheapest = (wished: InferenceRequest, usdPerGpuHour: Spread): Serving | null => {
  const found = cheapest(wished)
  if (found === null) return null
  const { request, estimate } = found
  const factors = [usdPerGpuHour, inferenceCostError, inverse(utilisation)]
  const usd = (atOneDollar: number): Spread => multiplySpreads([...factors, exactly(atOneDollar)])
  return {
    gpus: request.tensor,
    precision: request.precision,
    weightBytes: bytesOf(request),
    usdPerMillionInput: usd(estimate.usdPerMillionInput),
    usdPerMillionOutput: usd(estimate.usdPerMillionOutput),
    tokensPerSecondPerGpu: multiplySpreads([
      exactly(estimate.tokensPerSecondPerGpu),
      inverse(inferenceCostError),
    ]),
    batch: estimate.batch,
    bound: estimate.bound,
    inputTokens: request.inputTokens,
    outputTokens: request.outputTokens,
    utilisation,
  }
}
