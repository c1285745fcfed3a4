import type { Layout } from '../plan/layout.ts'

/** A layout that a search changes in place. */
export type ScratchLayout = { -readonly [Part in keyof Layout]: Layout[Part] }

/** One accelerator without any splitting. */
export const makeScratchLayout = (): ScratchLayout => ({
  tensor: 1,
  pipeline: 1,
  data: 1,
  expert: 1,
  context: 1,
  zero: 0,
  interleave: 1,
  recompute: 'none',
  sequenceParallel: false,
  microBatch: 1,
  globalBatch: 1,
})

/** Overwrites one layout with another. */
export function copyLayout(from: Layout, into: ScratchLayout): void {
  into.tensor = from.tensor
  into.pipeline = from.pipeline
  into.data = from.data
  into.expert = from.expert
  into.context = from.context
  into.zero = from.zero
  into.interleave = from.interleave
  into.recompute = from.recompute
  into.sequenceParallel = from.sequenceParallel
  into.microBatch = from.microBatch
  into.globalBatch = from.globalBatch
}
