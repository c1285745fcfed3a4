/** Optimizer state (1), gradients too (2), parameters too (3) are sharded over the data-parallel group; 0 for none. */
export type ZeroStage = 0 | 1 | 2 | 3

/** What of the forward pass is computed again in the backward pass instead of being kept. */
export type Recompute = 'none' | 'selective' | 'full'

/**
 * How a training step is spread over accelerators. The number of accelerators is
 * tensor · pipeline · data · context; experts lie inside the data-parallel group.
 */
export interface Layout {
  /** Accelerators that share each matrix product. */
  readonly tensor: number
  /** Stages that hold consecutive layers. */
  readonly pipeline: number
  /** Copies that each work on sequences of their own. */
  readonly data: number
  /** Accelerators, of those of the data-parallel group, over which the experts of a layer are spread. */
  readonly expert: number
  /** Accelerators that share each sequence. */
  readonly context: number
  readonly zero: ZeroStage
  /** Parts of consecutive layers that one stage holds: 1 for plain 1F1B, more for the interleaved schedule. */
  readonly interleave: number
  readonly recompute: Recompute
  /** True if the tensor group shares the work between matrix products by sequence. */
  readonly sequenceParallel: boolean
  /** Sequences in one micro-batch. */
  readonly microBatch: number
  /** Sequences in one step, all copies together. */
  readonly globalBatch: number
}

/** Accelerators that a layout takes. */
export const acceleratorsOf = ({ tensor, pipeline, data, context }: Layout): number =>
  tensor * pipeline * data * context

/** Micro-batches that one copy runs through in a step; at least 1. */
export const microBatchesOf = ({ globalBatch, data, microBatch }: Layout): number =>
  Math.max(1, globalBatch / (data * microBatch))
