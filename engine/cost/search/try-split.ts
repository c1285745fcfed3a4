import { forwardProductFlopPerToken } from '../plan/work.ts'
import type { LayoutSearch } from './layout-search.ts'
import { divisorsOf } from './layout-options.ts'
import type { Split } from './layout-splits.ts'
import type { LayoutTrials } from './layout-trials.ts'

const mostMicroBatch = 64

const powers = [1, 2, 4, 8, 16, 32, 64]

/** What stays the same while a search goes through the splits. */
export interface Pass {
  readonly search: LayoutSearch
  readonly trials: LayoutTrials
  /** Seconds below which no layout trains a sequence: its matrix products at the machine's ceiling. */
  readonly floorSeconds: number
  /** How many times the batch a layout may take that does not divide it. */
  readonly mostRounding: number
}

/** Seconds of a sequence's matrix products, all accelerators at their ceiling. */
export function floorOf({ transformer, accelerator, acceleratorCount, precision }: LayoutSearch): number {
  const ceiling = accelerator.matmulFlopPerSecond
  const fastest = Math.max(ceiling[precision], ceiling.bf16, ceiling.fp16)
  const flop = 3 * forwardProductFlopPerToken(transformer) * transformer.sequenceLength
  return flop / (acceleratorCount * fastest)
}

/** Tries the layouts of one way of splitting the model. */
export function trySplit(split: Split, pass: Pass): void {
  const { layout } = pass.trials
  const { given = {}, globalBatch, transformer } = pass.search
  layout.tensor = split.tensor
  layout.context = split.context
  layout.pipeline = split.pipeline
  layout.data = split.data
  // Sharing the sequence in the tensor group takes no more time and less memory.
  layout.sequenceParallel =
    given.sequenceParallel ?? (split.tensor > 1 && transformer.sequenceLength % split.tensor === 0)
  const { microBatch } = given
  const sizes = microBatch === undefined ? microBatchesFor(Math.ceil(globalBatch / split.data)) : [microBatch]
  for (const expert of split.expertDegrees)
    for (const interleave of split.interleavings) {
      layout.expert = expert
      layout.interleave = interleave
      tryMicroBatches(pass, sizes)
    }
}

/** Micro-batches worth trying: powers of two and what divides a copy's share of the batch, in order. */
function microBatchesFor(share: number): readonly number[] {
  const sizes = new Set([...powers, ...divisorsOf(share)])
  return [...sizes].filter((size) => size <= Math.min(share, mostMicroBatch)).toSorted((a, b) => a - b)
}

function tryMicroBatches(
  { search, trials, floorSeconds, mostRounding }: Pass,
  sizes: readonly number[],
): void {
  const { given = {}, globalBatch, transformer } = search
  const { layout } = trials
  const { data, pipeline, interleave } = layout
  const share = Math.ceil(globalBatch / data)
  const uneven = (Math.ceil(transformer.layers / pipeline) * pipeline) / transformer.layers
  // The interleaved schedule works through the micro-batches in groups of the pipeline's length.
  const group = interleave > 1 && given.interleave === undefined ? pipeline : 1
  for (const size of sizes) {
    const count = Math.ceil(share / (size * group)) * group
    const rounded = data * size * count
    if (rounded > mostRounding * globalBatch) continue
    const bubble = (pipeline - 1) / (interleave * count)
    // Larger micro-batches fill the pipeline no better.
    if (floorSeconds * (uneven + bubble) >= trials.shortlist.limit) return
    layout.microBatch = size
    layout.globalBatch = rounded
    if (!trials.trySavings()) return
  }
}
