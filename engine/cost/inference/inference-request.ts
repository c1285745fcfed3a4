import type { Accelerator, Precision } from '../plan/accelerator.ts'
import type { Transformer } from '../plan/transformer.ts'
import { requirePositive } from '../require-positive.ts'

/** A model that is served, the machine it is served on, and what its customers ask. */
export interface InferenceRequest {
  readonly transformer: Transformer
  readonly accelerator: Accelerator
  /** Accelerators of one server's fast fabric that share a copy of the model. */
  readonly tensor: number
  /** Number format of products. */
  readonly precision: Precision
  /** Bytes of a stored weight: 2, 1 for eight bits, 0.5 for four. */
  readonly weightBytes: number
  /** Bytes of an element of the cache of keys and values: 2 or 1. */
  readonly cacheBytes: number
  /** Tokens of a usual request and of its answer. */
  readonly inputTokens: number
  readonly outputTokens: number
  /** Answers that are written side by side at most; memory may allow fewer. 256 if left out, as in vLLM. */
  readonly maxBatch?: number
  /** Seconds that a reader waits for a token at most; not limited if left out. */
  readonly maxSecondsPerToken?: number
  /** Speed of products against dense ones: 1 if left out, more for weights in a sparse pattern. */
  readonly productSpeedup?: number
}

/**
 * Refuses a request that no machine can serve.
 *
 * Throws: RangeError for a size that is not positive, or that does not fit the machine.
 */
export function requireInference(caller: string, request: InferenceRequest): void {
  const { accelerator, precision, tensor } = request
  for (const name of ['tensor', 'weightBytes', 'cacheBytes', 'inputTokens', 'outputTokens'] as const)
    requirePositive(caller, name, request[name])
  if (!(request.maxBatch === undefined || request.maxBatch >= 1))
    throw new RangeError(`${caller}: maxBatch must be at least 1, got ${request.maxBatch}`)
  if (!(request.maxSecondsPerToken === undefined || request.maxSecondsPerToken > 0))
    throw new RangeError(`${caller}: maxSecondsPerToken must be positive, got ${request.maxSecondsPerToken}`)
  requirePositive(caller, 'productSpeedup', request.productSpeedup ?? 1)
  if (tensor > accelerator.scaleUpDomain || !Number.isInteger(tensor))
    throw new RangeError(
      `${caller}: tensor must be a whole number of at most ${accelerator.scaleUpDomain}, the accelerators of one fabric of ${accelerator.id}, got ${tensor}`,
    )
  if (!(accelerator.matmulFlopPerSecond[precision] > 0))
    throw new RangeError(
      `${caller}: precision must be one that ${accelerator.id} multiplies in, got ${precision}`,
    )
}
