import { forwardProductFlopPerToken } from '../plan/work.ts'
import { checkLayout } from './check-layout.ts'
import { describeProblem } from './describe-problem.ts'
import type { FoundLayout, LayoutSearch } from './layout-search.ts'
import { listSplits, type Split } from './layout-splits.ts'
import { LayoutTrials } from './layout-trials.ts'

const mostMicroBatch = 64

/** What stays the same while a search goes through the splits. */
interface Pass {
  readonly search: LayoutSearch
  readonly trials: LayoutTrials
  /** Seconds below which no layout can do a step: its matrix products at the machine's ceiling. */
  readonly floorSeconds: number
  /** True if the batch is rounded up to what a layout divides. */
  readonly isRounded: boolean
}

/**
 * Finds the fastest layout that fits into memory.
 *
 * Tried are: tensor degrees that share the heads and stay in the fast fabric; context degrees, powers of two, for
 * sequences from 8,192; pipelines that lose at most 15 % to uneven stages; expert degrees that divide experts and
 * copies; up to 12 parts a stage; micro-batches, powers of two up to 64; optimizer states sharded if there are copies,
 * gradients too where that saves recomputation, parameters too if there is no pipeline; each recomputation. Copies take
 * the accelerators that are left. Of equally fast layouts the one met first in this order of nesting is taken, each part
 * from its smallest value up. If nothing that divides the batch fits, the batch is rounded up for each layout, and the
 * result's `globalBatch` is the one that is run.
 *
 * Throws: RangeError for counts that are not whole, for given parts that do not divide, and if they leave no layout;
 * `checkLayout` says beforehand what is wrong.
 */
export function searchLayout(search: LayoutSearch): FoundLayout {
  refuseBadParts(search)
  const trials = new LayoutTrials(search)
  const splits = listSplits(search)
  const floorSeconds = floorOf(search)
  for (const isRounded of [false, true]) {
    for (const split of splits) trySplit(split, { search, trials, floorSeconds, isRounded })
    const found = trials.found()
    if (found !== null && (found.fits || isRounded)) return found
  }
  throw new RangeError(
    `searchLayout: given parts must leave a layout of ${search.acceleratorCount} accelerators, got ${JSON.stringify(search.given)}`,
  )
}

function refuseBadParts({
  transformer,
  accelerator,
  acceleratorCount,
  globalBatch,
  given,
}: LayoutSearch): void {
  if (!(Number.isSafeInteger(acceleratorCount) && acceleratorCount >= 1))
    throw new RangeError(
      `searchLayout: acceleratorCount must be a whole number above 0, got ${acceleratorCount}`,
    )
  const problem = checkLayout(transformer, { ...given, globalBatch }, accelerator, acceleratorCount).find(
    ({ severity }) => severity === 'error',
  )
  if (problem !== undefined) throw new RangeError(`searchLayout: ${describeProblem(problem)}`)
}

function floorOf({
  transformer,
  accelerator,
  acceleratorCount,
  precision,
  globalBatch,
}: LayoutSearch): number {
  const ceiling = accelerator.matmulFlopPerSecond
  const fastest = Math.max(ceiling[precision], ceiling.bf16, ceiling.fp16)
  const tokens = globalBatch * transformer.sequenceLength
  return (3 * forwardProductFlopPerToken(transformer) * tokens) / (acceleratorCount * fastest)
}

function trySplit(split: Split, pass: Pass): void {
  const { layout } = pass.trials
  const { given = {}, transformer } = pass.search
  layout.tensor = split.tensor
  layout.context = split.context
  layout.pipeline = split.pipeline
  layout.data = split.data
  // Sharing the sequence in the tensor group takes no more time and less memory.
  layout.sequenceParallel =
    given.sequenceParallel ?? (split.tensor > 1 && transformer.sequenceLength % split.tensor === 0)
  for (const expert of split.expertDegrees)
    for (const interleave of split.interleavings) {
      layout.expert = expert
      layout.interleave = interleave
      tryMicroBatches(pass)
    }
}

function tryMicroBatches({ search, trials, floorSeconds, isRounded }: Pass): void {
  const { given = {}, globalBatch, transformer } = search
  const { layout } = trials
  const { data, pipeline, interleave } = layout
  const share = isRounded ? Math.ceil(globalBatch / data) : globalBatch / data
  const first = given.microBatch ?? 1
  const last = given.microBatch ?? Math.min(share, mostMicroBatch)
  const uneven = (Math.ceil(transformer.layers / pipeline) * pipeline) / transformer.layers
  for (let size = first; size <= last; size *= 2) {
    const count = isRounded ? Math.ceil(share / size) : share / size
    // What a size does not divide, its double does not either.
    if (!Number.isInteger(count)) return
    if (interleave > 1 && count % pipeline !== 0 && given.interleave === undefined) return
    layout.microBatch = size
    layout.globalBatch = data * size * count
    const rounding = layout.globalBatch / globalBatch
    const bubble = (pipeline - 1) / (interleave * count)
    if (floorSeconds * rounding * (uneven + bubble) >= trials.shortlist.limit) return
    if (!trials.trySavings()) return
  }
}
