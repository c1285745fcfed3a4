import { requirePositive } from '../require-positive.ts'
import type { Spread } from '../run/spread.ts'
import { batchThatFits } from './inference-memory.ts'
import { type InferenceRequest, requireInference } from './inference-request.ts'
import { decodeTime, prefillTime } from './inference-time.ts'

/** What serving takes and costs. */
export interface InferenceEstimate {
  readonly usdPerMillionInput: number
  readonly usdPerMillionOutput: number
  /** Tokens written a second by each accelerator while it is busy, reading of requests included. */
  readonly tokensPerSecondPerGpu: number
  /** Tokens that one reader gets a second. */
  readonly tokensPerSecondPerReader: number
  /** Answers written side by side. */
  readonly batch: number
  /** What holds up the writing of tokens. */
  readonly bound: 'compute' | 'memory'
}

/**
 * Published over estimated cost of 101 points at full load: 80 % lie between `p10` and `p90`. Multiply a cost by it
 * for an interval of well-tuned serving; a service that idles or answers one by one is dearer still.
 *
 * Source: TensorRT-LLM 0.6.1 and 1.0 performance overviews; Llama 2 and 3 from 7B to 405B and Qwen3 235B on A100,
 * H100, H200 and B200. Nothing was fitted to them.
 */
export const inferenceCostError: Spread = { p10: 0.95, p50: 1.13, p90: 1.58 }

const caller = 'estimateInference'

/**
 * Estimates what serving a model costs per million tokens: requests are read at the speed of the arithmetic units,
 * answers are written at that of the memory, side by side as far as the cache of keys and values fits.
 *
 * Choose it for the price that a model's owner has to charge at least; for the market's price, add a margin.
 * Units: `usdPerGpuHour` US dollars; `utilisation` share of the hours paid for in which there is work, above 0 and at
 * most 1 (0.3 to 0.8 assumed usual; the day's mean of DeepSeek's nodes was 0.82 of its peak, 2025).
 * Throws: RangeError for an argument out of its range, or a model that does not fit.
 */
export function estimateInference(
  request: InferenceRequest,
  price: { readonly usdPerGpuHour: number; readonly utilisation: number },
): InferenceEstimate {
  requireInference(caller, request)
  if (!(price.usdPerGpuHour >= 0 && price.usdPerGpuHour < Infinity))
    throw new RangeError(`${caller}: usdPerGpuHour must be at least 0 and finite, got ${price.usdPerGpuHour}`)
  requirePositive(caller, 'utilisation', price.utilisation)
  if (price.utilisation > 1)
    throw new RangeError(`${caller}: utilisation must be at most 1, got ${price.utilisation}`)
  const batch = batchOf(request)
  const decode = decodeTime(request, batch)
  const prefill = prefillTime(request)
  const { tensor, inputTokens, outputTokens } = request
  const usdPerSecond = (tensor * price.usdPerGpuHour) / (3600 * price.utilisation)
  const answerSeconds = (outputTokens * decode.total) / batch
  return {
    usdPerMillionInput: (1e6 * usdPerSecond * prefill) / inputTokens,
    usdPerMillionOutput: (1e6 * usdPerSecond * decode.total) / batch,
    tokensPerSecondPerGpu: outputTokens / (answerSeconds + prefill) / tensor,
    tokensPerSecondPerReader: 1 / decode.total,
    batch,
    bound: decode.compute > decode.memory ? 'compute' : 'memory',
  }
}

/** The largest batch that memory, the caller and the patience of readers allow. */
function batchOf(request: InferenceRequest): number {
  const { accelerator, tensor, maxBatch = 256, maxSecondsPerToken = Infinity } = request
  const fitting = Math.floor(Math.min(maxBatch, batchThatFits(request)))
  if (!(fitting >= 1))
    throw new RangeError(
      `${caller}: weights and the cache of one answer must fit into ${tensor} ${accelerator.id}, take more accelerators or fewer bytes, got ${request.weightBytes} bytes a weight`,
    )
  if (decodeTime(request, 1).total > maxSecondsPerToken)
    throw new RangeError(
      `${caller}: maxSecondsPerToken must be at least ${decodeTime(request, 1).total}, the time of a lone answer, got ${maxSecondsPerToken}`,
    )
  // A larger batch never takes a shorter step, so halving the interval finds the largest that is fast enough.
  let [low, high] = [1, fitting]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (decodeTime(request, middle).total <= maxSecondsPerToken) low = middle
    else high = middle - 1
  }
  return low
}
