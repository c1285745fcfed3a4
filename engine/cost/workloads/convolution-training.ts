import type { Accelerator } from '../plan/accelerator.ts'
import type { Spread } from '../run/spread.ts'
import { type ConvolutionRun, timeConvolutionRun } from './convolution-run.ts'
import { convolutionSpeeds } from './convolution-speed.ts'
import { convolutionElementBytes, convolutionKernels } from './convolution-step.ts'
import { convolutionWork } from './convolution-work.ts'
import { type ConvolutionTrainingRequest, requireConvolutionTraining } from './convolution-workload.ts'

/** What training a convolutional network takes. */
export interface ConvolutionTrainingEstimate {
  /** FLOP of products, forward and backward, of all steps. */
  readonly flop: number
  readonly parameters: number
  readonly steps: number
  /** Kernels launched in a step. */
  readonly kernelCount: number
  readonly stepSeconds: Spread
  /** Share of a step in which the accelerator waits for its host. */
  readonly launchBoundShare: number
  /** What sets the step's length: the host's launches, the loader, or the accelerator. */
  readonly bound: 'launch' | 'loading' | 'device'
  /** Model FLOP utilisation of the steps, over the data sheet's peak. */
  readonly mfu: Spread
  readonly gpuHours: Spread
  readonly wallDays: Spread
  /** Energy of the accelerators' servers; one that waits draws less. */
  readonly energyMwh: Spread
  /** Activations, weights, gradients and momenta on one accelerator, without the framework's own. */
  readonly memoryBytes: number
  readonly fits: boolean
}

/** Power of a server whose accelerators wait, as a share of its busy power (assumption, 0.2 to 0.5). */
const idlePowerShare = 0.35

/**
 * Estimates the training of a convolutional network from its layers: a roofline for each kernel, and the host, which
 * launches kernels and fetches batches. Networks that are small against their batch wait for the host.
 *
 * Choose it for images; `estimateTraining` for transformers. The ends of each spread take all assumptions of
 * `convolutionSpeeds` at their good or their bad end together.
 *
 * Throws: RangeError for a size out of its range, or a number format that the accelerator lacks.
 */
export function estimateConvolutionTraining(
  request: ConvolutionTrainingRequest,
): ConvolutionTrainingEstimate {
  const work = convolutionWork(request.layers)
  requireConvolutionTraining(request)
  const { accelerator, precision, batch, images, epochs, acceleratorCount = 1 } = request
  const kernels = convolutionKernels(request.layers, batch, precision)
  const [good, middle, bad] = (['good', 'middle', 'bad'] as const).map((end) =>
    timeConvolutionRun(request, kernels, convolutionSpeeds[end]),
  )
  const spread = (of: (run: ConvolutionRun) => number): Spread => ({
    p10: of(good),
    p50: of(middle),
    p90: of(bad),
  })
  const flop = work.trainingFlop * images * epochs
  const flopAtPeak = flop / (accelerator.peakFlopPerSecond[precision] * acceleratorCount * middle.steps)
  const memoryBytes =
    work.activationElements * batch * convolutionElementBytes(precision) + 12 * work.parameters
  return {
    flop,
    parameters: work.parameters,
    steps: middle.steps,
    kernelCount: kernels.training.length,
    stepSeconds: spread((run) => run.stepSeconds),
    launchBoundShare: 1 - middle.busyShare,
    bound: middle.bound,
    mfu: {
      p10: flopAtPeak / bad.stepSeconds,
      p50: flopAtPeak / middle.stepSeconds,
      p90: flopAtPeak / good.stepSeconds,
    },
    gpuHours: spread((run) => run.hours * acceleratorCount),
    wallDays: spread((run) => run.hours / 24),
    energyMwh: spread((run) => run.hours * acceleratorCount * megawatts(accelerator, run.busyShare)),
    memoryBytes,
    fits: memoryBytes <= accelerator.memoryBytes,
  }
}

function megawatts({ systemWatts }: Accelerator, busyShare: number): number {
  return (systemWatts.value * (idlePowerShare + (1 - idlePowerShare) * busyShare)) / 1e6
}
