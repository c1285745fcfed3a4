import {
  estimateTraining,
  scaleSpread,
  type MemoryUse,
  type TrainingEstimate,
  type TrainingRequest,
} from '../../engine/cost/index.ts'

/** Trained weights of low-rank adapters over those of the model. Assumption, 0.001 to 0.03. */
export const adapterShare = 0.01

/** Memory, over the machine's own, for which layouts are searched: the more, the faster what is found. */
const roomier = [8, 4, 3, 2, 1.5, 1.2, 1] as const

/** Frozen weights have neither gradients nor optimizer states. */
const withFrozenWeights = ({
  parameters,
  gradients,
  optimizer,
  activations,
  buffers,
}: MemoryUse): MemoryUse => {
  const trained = { gradients: gradients * adapterShare, optimizer: optimizer * adapterShare }
  const total = parameters + trained.gradients + trained.optimizer + activations + buffers
  return { parameters, ...trained, activations, buffers, total }
}

/**
 * The estimate of training adapters beside frozen weights: the engine's search counts gradients and optimizer states of
 * all weights, so it is given more memory than there is, as much as still fits once they are taken away.
 *
 * Throws: RangeError as `estimateTraining`.
 */
export const estimateAdapters = (request: TrainingRequest): TrainingEstimate => {
  const { accelerator } = request
  let estimate: TrainingEstimate | null = null
  for (const factor of roomier) {
    const memoryBytes = accelerator.memoryBytes * factor
    const found = estimateTraining({ ...request, accelerator: { ...accelerator, memoryBytes } })
    const memory = withFrozenWeights(found.memory)
    const fits = memory.total <= accelerator.memoryBytes
    const scale = memory.total / found.memory.total
    estimate = { ...found, memory, fits, memoryBytes: scaleSpread(found.memoryBytes, scale) }
    if (fits) return estimate
  }
  return estimate ?? estimateTraining(request)
}
