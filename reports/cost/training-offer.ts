import {
  estimateTraining,
  exactly,
  multiplySpreads,
  type Spread,
  type TrainingEstimate,
  type TrainingRequest,
} from '../../engine/cost/index.ts'
import { estimateAdapters } from './adapter-estimate.ts'
import { billedBreakdown } from './billed-breakdown.ts'
import type { CostOffer, OfferPrice } from './cost-report.ts'
import { findChanges } from './find-changes.ts'
import { perMillionTokens, priceHours } from './offer-money.ts'
import { precisionEffectOf } from './precision-effect.ts'
import { spotStretch } from './spot-stretch.ts'
import type { KindWork } from './work-of-kind.ts'

/** What an offer is made of beside the machine. */
export interface OfferContext {
  readonly price: OfferPrice
  readonly pue: Spread
  readonly gramsPerKwh: number
  readonly work: KindWork
  /** True if only adapters beside frozen weights are trained. */
  readonly hasAdapters: boolean
}

/** Most accelerators that one server holds. */
const serverSize = 8
const secondsInHour = 3600

/** The kind's uncertainty alone, about 1: its middle is in the request already. */
const aboutOne = ({ p10, p50, p90 }: Spread): Spread => ({ p10: p10 / p50, p50: 1, p90: p90 / p50 })

const stretchOf = (estimate: TrainingEstimate, request: TrainingRequest, price: OfferPrice): Spread => {
  const { acceleratorCount: gpus, gpuHours } = estimate
  if (price.commitment !== 'spot') return exactly(1)
  const gpusPerServer = Math.min(serverSize, request.accelerator.scaleUpDomain)
  return spotStretch({ workHours: gpuHours.p50 / gpus, gpus, gpusPerServer, year: request.year })
}

const memoryOf = ({ memory }: TrainingEstimate): CostOffer['memoryBytesPerGpu'] => ({
  parameters: memory.parameters,
  gradients: memory.gradients,
  optimizer: memory.optimizer,
  activations: memory.activations,
  buffers: memory.buffers,
  total: memory.total,
})

/** What a training run takes on one kind of accelerator. Throws: RangeError as `estimateTraining`. */
export const trainingOffer = (request: TrainingRequest, context: OfferContext): CostOffer => {
  const { accelerator, precision, tokens } = request
  const { price, pue, gramsPerKwh } = context
  const estimate = context.hasAdapters ? estimateAdapters(request) : estimateTraining(request)
  const work = aboutOne(context.work.factor)
  const hours = {
    gpuHours: multiplySpreads([estimate.gpuHours, work]),
    wallDays: multiplySpreads([estimate.wallDays, work]),
    energyMwh: multiplySpreads([estimate.energyMwh, work]),
  }
  const stretch = stretchOf(estimate, request, price)
  const money = priceHours(hours, { price, pue, gramsPerKwh, stretch })
  const peak = accelerator.peakFlopPerSecond[precision]
  return {
    gpu: accelerator.id,
    gpus: estimate.acceleratorCount,
    precision,
    layout: estimate.layout,
    sequenceLength: request.transformer.sequenceLength,
    isLayoutGiven: estimate.isLayoutGiven,
    fits: estimate.fits,
    memoryBytesPerGpu: memoryOf(estimate),
    memoryBytesPerGpuSpread: estimate.memoryBytes,
    memoryCapacityBytesPerGpu: accelerator.memoryBytes,
    waysToFit: context.hasAdapters ? [] : findChanges(request, estimate),
    stepSeconds: estimate.stepSeconds,
    mfu: estimate.mfu,
    tflopsPerGpu: estimate.tflopsPerGpu,
    goodput: estimate.goodput / stretch.p50,
    spotStretch: stretch.p50,
    floorGpuHours: estimate.flop / peak / secondsInHour,
    ...money,
    costPerMillionTokensUsd: perMillionTokens(money.costUsd, tokens),
    breakdown: billedBreakdown(estimate.breakdown, stretch.p50),
    price,
    precisionEffect: precisionEffectOf(accelerator, precision),
    serving: null,
    compression: [],
  }
}
