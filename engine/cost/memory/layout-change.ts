import type { Layout, Recompute, ZeroStage } from '../plan/layout.ts'

/** Degrees and batches of a layout that are whole numbers. */
export type WholePart = Exclude<keyof Layout, 'zero' | 'recompute' | 'sequenceParallel' | 'globalBatch'>

/** One change of a plan, as data; words for it belong to reports. */
export type LayoutChange =
  | { readonly part: 'zero'; readonly from: ZeroStage; readonly to: ZeroStage }
  | { readonly part: 'recompute'; readonly from: Recompute; readonly to: Recompute }
  | { readonly part: 'sequenceParallel'; readonly from: false; readonly to: true }
  | { readonly part: 'gradientBytes'; readonly from: 4; readonly to: 2 }
  | { readonly part: WholePart; readonly from: number; readonly to: number }
