import type { Layout } from '../plan/layout.ts'

/**
 * Layers on a stage, stages counted from 0. What does not divide evenly goes to the stages after the first, and to the
 * last one last of all, for the ends hold embeddings too: 70 layers on 12 stages are 5, ten times 6, and 5.
 *
 * @example layersOfStage(70, 12, 0) // => 5
 */
export function layersOfStage(layers: number, stages: number, stage: number): number {
  const even = Math.floor(layers / stages)
  return stage > 0 && stage <= layers - even * stages ? even + 1 : even
}

/**
 * Micro-batches whose activations a stage keeps at once, in full sets of its layers: with 1F1B as many as there are
 * stages from it to the end, with the interleaved schedule some more, never more than a step has.
 *
 * Source: Narayanan et al. 2021, arXiv 2104.04473, section 2.2; Korthikanti et al. 2022, arXiv 2205.05198, section 4.2
 * (on the first stage 1 + (p - 1) / (p v) times as much).
 */
export function microBatchesInFlight(layout: Layout, stage: number, microBatches: number): number {
  const { pipeline, interleave } = layout
  const ahead = pipeline - stage - 1
  const kept = interleave > 1 ? (2 * ahead + (interleave - 1) * pipeline + 1) / interleave : ahead + 1
  return kept < microBatches ? kept : microBatches
}

/**
 * The stage after `stage` that may be the heaviest; `stages` after the last. Of the stages between the ends the first is:
 * each one after it has a micro-batch less in flight and no more layers.
 */
export function nextHeavyStage(stage: number, stages: number): number {
  if (stage === 1 && stages > 2) return stages - 1
  return stage + 1
}
