import type { Accelerator, Precision } from './accelerator.ts'
import type { Layout } from './layout.ts'
import type { Software } from './software.ts'
import type { Transformer } from './transformer.ts'

/** Everything that a training step's time and memory are computed from. */
export interface TrainingPlan {
  readonly transformer: Transformer
  readonly accelerator: Accelerator
  readonly precision: Precision
  readonly layout: Layout
  readonly software: Software
}
