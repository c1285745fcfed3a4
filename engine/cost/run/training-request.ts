import type { Accelerator, Precision } from '../plan/accelerator.ts'
import type { Layout } from '../plan/layout.ts'
import type { Software } from '../plan/software.ts'
import type { Transformer } from '../plan/transformer.ts'

/** A training run as its planner knows it. What is left out is searched or typical. */
export interface TrainingRequest {
  readonly transformer: Transformer
  /** Tokens that the model sees, repeated ones counted again. */
  readonly tokens: number
  /** Work a token against one plain pass forward and backward: 1, 0.5 for an encoder-decoder, 1/3 for forward only. */
  readonly workFactor: number
  readonly accelerator: Accelerator
  /** True if `accelerator` is only the nearest relative of the one asked for: intervals widen. */
  readonly isRelative: boolean
  /** Accelerators that work together; left out: as many as runs of this work usually have. */
  readonly acceleratorCount?: number
  readonly precision: Precision
  /** Year of the run, with a fraction: the software of its time. */
  readonly year: number
  /** Parts of the layout that are given; the others are searched. */
  readonly layout?: Partial<Layout>
  /** Sequences a step; left out: what is usual for the model's size. */
  readonly globalBatch?: number
  /** Replaces what was usual in `year`. */
  readonly software?: Partial<Software>
}
