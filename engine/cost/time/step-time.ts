/** Seconds of one training step, by cause; the parts add to `total`. */
export interface StepTime {
  /** Matrix products at the speed of the arithmetic units. */
  compute: number
  /** What elementwise kernels, attention and small matrices wait for memory and for launches. */
  memoryBound: number
  /** Exchanges inside tensor and context groups that nothing hides. */
  tensor: number
  /** The pipeline's bubble and its sends. */
  pipeline: number
  /** Exchanges of gradients and sharded parameters that nothing hides, and the optimizer's step. */
  data: number
  /** All-to-all exchanges of experts, and their imbalance. */
  expert: number
  /** Forward work done again. */
  recompute: number
  total: number
}

/** An empty record for `estimateStepTime` to fill. */
export const makeStepTime = (): StepTime => ({
  compute: 0,
  memoryBound: 0,
  tensor: 0,
  pipeline: 0,
  data: 0,
  expert: 0,
  recompute: 0,
  total: 0,
})
