import {
  convolutionWorkloads,
  estimateConvolutionTraining,
  exactly,
  scaleSpread,
  type Accelerator,
  type ConvolutionTrainingEstimate,
  type ConvolutionWorkload,
  type Layout,
  type Precision,
} from '../../engine/cost/index.ts'
import type { CostBreakdown, CostMemory, CostOffer } from './cost-report.ts'
import { priceHours } from './offer-money.ts'
import type { OfferContext } from './training-offer.ts'

/** A built-in network and the machine that it is trained on. */
export interface WorkloadRun {
  readonly workload: ConvolutionWorkload
  readonly accelerator: Accelerator
  readonly gpus: number
  readonly precision: Precision
}

export type WorkloadName = keyof typeof convolutionWorkloads
export const workloadNames = Object.keys(convolutionWorkloads) as readonly WorkloadName[]

/** One copy of the network on each accelerator. */
const layoutOf = (gpus: number, batch: number): Layout => ({
  tensor: 1,
  pipeline: 1,
  data: gpus,
  expert: 1,
  context: 1,
  zero: 0,
  interleave: 1,
  recompute: 'none',
  sequenceParallel: false,
  microBatch: batch,
  globalBatch: batch * gpus,
})

/** Weights, gradients and momenta of 32 bits; what is left are activations. */
const memoryOf = ({ parameters, memoryBytes }: ConvolutionTrainingEstimate): CostMemory => {
  const each = 4 * parameters
  const activations = Math.max(0, memoryBytes - 3 * each)
  const total = 3 * each + activations
  return { parameters: each, gradients: each, optimizer: each, activations, buffers: 0, total }
}

/** Time at the arithmetic units, and time in which they wait for memory, kernels and data. */
const breakdownOf = ({ mfu, launchBoundShare }: ConvolutionTrainingEstimate): CostBreakdown => {
  const compute = Math.min(1 - launchBoundShare, mfu.p50)
  const nothing = { tensor: 0, pipeline: 0, data: 0, expert: 0, recompute: 0, checkpoint: 0, failures: 0 }
  return { compute, memoryBound: 1 - compute, ...nothing }
}

/** What a built-in network takes on one kind of accelerator, and its share of steps spent waiting. */
export const workloadOffer = (
  { workload, accelerator, gpus, precision }: WorkloadRun,
  { price, pue, gramsPerKwh }: OfferContext,
): { readonly offer: CostOffer; readonly estimate: ConvolutionTrainingEstimate } => {
  const estimate = estimateConvolutionTraining({
    ...workload,
    precision,
    accelerator,
    acceleratorCount: gpus,
  })
  const money = priceHours(estimate, { price, pue, gramsPerKwh, stretch: exactly(1) })
  const memory = memoryOf(estimate)
  const peak = accelerator.peakFlopPerSecond[precision]
  const offer: CostOffer = {
    gpu: accelerator.id,
    gpus,
    precision,
    layout: layoutOf(gpus, workload.batch),
    sequenceLength: 1,
    isLayoutGiven: true,
    fits: estimate.fits,
    memoryBytesPerGpu: memory,
    memoryBytesPerGpuSpread: exactly(memory.total),
    memoryCapacityBytesPerGpu: accelerator.memoryBytes,
    waysToFit: [],
    stepSeconds: estimate.stepSeconds,
    mfu: estimate.mfu,
    tflopsPerGpu: scaleSpread(estimate.mfu, peak / 1e12),
    goodput: 1,
    spotStretch: 1,
    floorGpuHours: estimate.flop / peak / 3600,
    ...money,
    costPerMillionTokensUsd: null,
    breakdown: breakdownOf(estimate),
    price,
    precisionEffect: null,
    serving: null,
    compression: [],
  }
  return { offer, estimate }
}
