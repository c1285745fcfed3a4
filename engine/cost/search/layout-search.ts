import type { Accelerator, Precision } from '../plan/accelerator.ts'
import type { Layout } from '../plan/layout.ts'
import type { Software } from '../plan/software.ts'
import type { Transformer } from '../plan/transformer.ts'

/** What a layout is searched for. */
export interface LayoutSearch {
  readonly transformer: Transformer
  readonly accelerator: Accelerator
  readonly acceleratorCount: number
  readonly precision: Precision
  readonly software: Software
  /** Sequences in one step that are wished for; a layout that does not divide them takes a few more. */
  readonly globalBatch: number
  /** Parts that are kept as they are; with the batch among them only layouts that divide it are taken if any fits. */
  readonly given?: Partial<Layout>
}

/** A layout and the seconds of a step with it. */
export interface RankedLayout {
  readonly layout: Layout
  readonly stepSeconds: number
}

/** What a search found. */
export interface FoundLayout extends RankedLayout {
  /** False if no layout fits into memory: `layout` is then the one that needs the least. */
  readonly fits: boolean
  /** Bytes on the fullest accelerator. */
  readonly memoryBytes: number
  /** Layouts that were timed; of slow ones the memory was not looked at. */
  readonly evaluated: number
  /** Up to three other ways of splitting the model, the next fastest ones. */
  readonly runnersUp: readonly RankedLayout[]
}
