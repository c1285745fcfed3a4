import { estimateInference, type InferenceEstimate } from '../inference/estimate-inference.ts'
import type { InferenceRequest } from '../inference/inference-request.ts'
import { countParameters } from '../plan/parameter-count.ts'
import type { Compression } from './compression.ts'
import type { QualityLoss } from './quality-loss.ts'

/** What compressing a model changes; 1 is as before, 0.5 half. */
export interface CompressionEffect {
  readonly memoryMultiple: number
  readonly inputCostMultiple: number
  readonly outputCostMultiple: number
  readonly qualityLoss: QualityLoss
  readonly before: InferenceEstimate
  readonly after: InferenceEstimate
}

/** The request for the compressed model, all else being equal. */
function compressedRequest(request: InferenceRequest, compression: Compression): InferenceRequest {
  return {
    ...request,
    transformer: compression.transformer,
    weightBytes: compression.weightBytes,
    precision: compression.precision ?? request.precision,
    cacheBytes: compression.cacheBytes ?? request.cacheBytes,
    productSpeedup: compression.productSpeedup * (request.productSpeedup ?? 1),
  }
}

/**
 * Estimates what compressing a model saves in memory and in the cost of serving, and what it loses in quality.
 *
 * Choose `tensor` of the request so that the model fits before; a compressed one may need fewer accelerators, which
 * is a saving of its own.
 * Throws: RangeError as `estimateInference`: the accelerator must multiply in the format of the compression.
 */
export function estimateCompression(
  request: InferenceRequest,
  compression: Compression,
  price: { readonly usdPerGpuHour: number; readonly utilisation: number },
): CompressionEffect {
  const changed = compressedRequest(request, compression)
  const before = estimateInference(request, price)
  const after = estimateInference(changed, price)
  const bytes = (of: InferenceRequest) => countParameters(of.transformer) * of.weightBytes
  return {
    memoryMultiple: bytes(changed) / bytes(request),
    inputCostMultiple: after.usdPerMillionInput / before.usdPerMillionInput,
    outputCostMultiple: after.usdPerMillionOutput / before.usdPerMillionOutput,
    qualityLoss: compression.qualityLoss,
    before,
    after,
  }
}
