import type { Accelerator, Precision } from '../plan/accelerator.ts'
import { requirePositive } from '../require-positive.ts'
import type { ConvolutionLayer } from './convolution-layer.ts'

/** A convolutional network and how it is trained, whatever the machine. */
export interface ConvolutionWorkload {
  readonly layers: readonly ConvolutionLayer[]
  /** Images a step on each accelerator. */
  readonly batch: number
  /** Images of the training set. */
  readonly images: number
  readonly epochs: number
  readonly precision: Precision
  /** Images that are classified, forwards only, all times together; none if left out. */
  readonly evaluationImages?: number
  /** What an image costs a worker of the loader, and workers of each accelerator; free if left out. */
  readonly loader?: { readonly secondsPerImage: number; readonly workers: number }
}

/** A training of a convolutional network on a machine. */
export interface ConvolutionTrainingRequest extends ConvolutionWorkload {
  readonly accelerator: Accelerator
  /** Accelerators that each work on a batch of their own; 1 if left out. */
  readonly acceleratorCount?: number
}

const caller = 'estimateConvolutionTraining'

/**
 * Refuses a training that cannot be.
 *
 * Throws: RangeError for a size out of its range, or a number format that the accelerator lacks.
 */
export function requireConvolutionTraining(request: ConvolutionTrainingRequest): void {
  const { accelerator, precision, acceleratorCount = 1, evaluationImages = 0, loader } = request
  for (const name of ['batch', 'images', 'epochs'] as const) requirePositive(caller, name, request[name])
  requirePositive(caller, 'acceleratorCount', acceleratorCount)
  if (!(evaluationImages >= 0 && evaluationImages < Infinity))
    throw new RangeError(`${caller}: evaluationImages must be at least 0 and finite, got ${evaluationImages}`)
  if (loader) {
    requirePositive(caller, 'loader.secondsPerImage', loader.secondsPerImage)
    requirePositive(caller, 'loader.workers', loader.workers)
  }
  if (!(accelerator.matmulFlopPerSecond[precision] > 0))
    throw new RangeError(
      `${caller}: precision must be one that ${accelerator.id} multiplies in, got ${precision}`,
    )
}
