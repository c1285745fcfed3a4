import { memoryCoefficients } from '../memory/memory-coefficients.ts'
import { checkLayout } from './check-layout.ts'
import { describeProblem } from './describe-problem.ts'
import type { FoundLayout, LayoutSearch } from './layout-search.ts'
import { listSplits, type Split } from './layout-splits.ts'
import { LayoutTrials } from './layout-trials.ts'
import { floorOf, trySplit, type Pass } from './try-split.ts'

/** Largest share of the computation that an uneven pipeline may lose: Llama 3 lost 1.6 %. */
const largestLoss = 0.15
/** The same if no pipeline that loses less fits. Assumption, 0.25 to 0.5. */
const lastLoss = 0.35

/** How many times the batch may be run, one after the other, until a layout fits. Assumption: batches spread by 1.5. */
const roundings = [1.1, 1.5, Infinity]

/** Deviations of the memory estimate that stay free: seven layouts in ten that are found fit then. Assumption, 0 to 1.3. */
const freeDeviations = 0.5

/**
 * Finds the layout that fits into memory and trains a sequence fastest.
 *
 * Tried are: tensor degrees that share the heads and stay in the fast fabric; context degrees, powers of two, for
 * sequences from 32,768 and where copies outnumber the sequences of a step; pipelines that lose at most 15 % to uneven
 * stages, or 35 % if no such one fits; expert degrees that divide experts and copies; up to 12 parts a stage;
 * micro-batches up to 64 that are powers of two or divide a copy's share of the batch; optimizer states sharded if there are copies, gradients too where that saves
 * recomputation, parameters too if there is no pipeline; each recomputation. Copies take the accelerators that are left.
 * Of equally fast layouts the one met first in this order of nesting is taken, each part from its smallest value up.
 *
 * A layout that does not divide the batch takes the next larger one that it divides; the result's `globalBatch` is the
 * one that is run. Layouts that take up to 1.1 times the batch are tried first, then up to 1.5, then all, until one
 * fits. A batch among the given parts is kept; it is rounded in the same way only if no layout that divides it fits.
 *
 * Half a deviation of the memory estimate stays free, unless nothing fits so: then the estimate itself decides.
 *
 * Throws: RangeError for counts that are not whole, for given parts that do not divide, and if they leave no layout;
 * `checkLayout` says beforehand what is wrong.
 */
export function searchLayout(search: LayoutSearch): FoundLayout {
  refuseBadParts(search)
  const { accelerator, given } = search
  const trials = new LayoutTrials(search)
  const floorSeconds = floorOf(search)
  const splits = listSplits(search, largestLoss)
  const safeBytes = safeBytesOf(search)
  for (const mostRounding of given?.globalBatch === undefined ? roundings : [1, ...roundings]) {
    const pass = { search, trials, floorSeconds, mostRounding }
    trials.capacityBytes = safeBytes
    trySplits(splits, pass)
    if (!trials.hasFitting && trials.nearestBytes <= accelerator.memoryBytes) {
      trials.capacityBytes = accelerator.memoryBytes
      trySplits(splits, pass)
    }
    if (trials.hasFitting) break
  }
  const found = trials.found()
  if (found !== null) return found
  throw new RangeError(
    `searchLayout: given parts must leave a layout of ${search.acceleratorCount} accelerators, got ${JSON.stringify(search.given)}`,
  )
}

/** Bytes that the most likely estimate may reach so that the layout probably fits. */
function safeBytesOf({ accelerator, software }: LayoutSearch): number {
  const { megatronDeviation, fsdpDeviation } = memoryCoefficients
  const deviation = software.framework === 'fsdp' ? fsdpDeviation : megatronDeviation
  return accelerator.memoryBytes / Math.exp(freeDeviations * deviation)
}

/** Tries all splits, and if none with a pipeline fits those of uneven pipelines too. */
function trySplits(splits: readonly Split[], pass: Pass): void {
  const { search, trials } = pass
  for (const split of splits) trySplit(split, pass)
  if (trials.hasPipeline || search.given?.pipeline !== undefined) return
  const depths = new Set(splits.map(({ pipeline }) => pipeline))
  for (const split of listSplits(search, lastLoss)) if (!depths.has(split.pipeline)) trySplit(split, pass)
}

function refuseBadParts({
  transformer,
  accelerator,
  acceleratorCount,
  globalBatch,
  given = {},
}: LayoutSearch): void {
  if (!(Number.isSafeInteger(acceleratorCount) && acceleratorCount >= 1))
    throw new RangeError(
      `searchLayout: acceleratorCount must be a whole number above 0, got ${acceleratorCount}`,
    )
  const problem = [
    ...checkLayout(transformer, { globalBatch }, accelerator),
    ...checkLayout(transformer, given, accelerator, acceleratorCount),
  ].find(({ severity }) => severity === 'error')
  if (problem !== undefined) throw new RangeError(`searchLayout: ${describeProblem(problem)}`)
}
