import { type ConvolutionSpeed } from './convolution-speed.ts'
import { type ConvolutionKernels, convolutionStepTime } from './convolution-step.ts'
import type { ConvolutionTrainingRequest } from './convolution-workload.ts'

/** A training if all that is uncertain is known. */
export interface ConvolutionRun {
  readonly steps: number
  readonly stepSeconds: number
  /** From start to end, evaluation included. */
  readonly hours: number
  /** Share of a step in which the accelerator works. */
  readonly busyShare: number
  readonly bound: 'launch' | 'loading' | 'device'
}

/** Times the whole run if host and kernels are as fast as `speed` says. */
export function timeConvolutionRun(
  request: ConvolutionTrainingRequest,
  kernels: ConvolutionKernels,
  speed: ConvolutionSpeed,
): ConvolutionRun {
  const { accelerator, precision, batch, loader, acceleratorCount = 1, evaluationImages = 0 } = request
  const loading = loader ? (batch * loader.secondsPerImage) / loader.workers : 0
  const timeOf = (list: ConvolutionKernels['training']) =>
    convolutionStepTime(list, accelerator, precision, speed, loading)
  const step = timeOf(kernels.training)
  const steps = Math.ceil(request.images / (batch * acceleratorCount)) * request.epochs
  const stepSeconds = step.total / (acceleratorCount > 1 ? speed.parallelShare : 1)
  const evaluation =
    Math.ceil(evaluationImages / (batch * acceleratorCount)) * timeOf(kernels.evaluation).total
  const hours = ((steps * stepSeconds + evaluation) * (1 + speed.outsideShare)) / 3600
  const bound = loading >= step.total ? 'loading' : step.launch > step.device ? 'launch' : 'device'
  return { steps, stepSeconds, hours, busyShare: step.device / step.total, bound }
}
