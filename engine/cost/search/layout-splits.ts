import type { LayoutSearch } from './layout-search.ts'
import {
  contextDegrees,
  expertDegrees,
  interleavings,
  pipelineDepths,
  tensorDegrees,
} from './layout-options.ts'

/** One way of splitting the model over accelerators; what is left of them are copies. */
export interface Split {
  readonly tensor: number
  readonly context: number
  readonly pipeline: number
  readonly data: number
  readonly expertDegrees: readonly number[]
  readonly interleavings: readonly number[]
}

const orGiven = (given: number | undefined, options: () => number[]): readonly number[] =>
  given === undefined ? options() : [given]

/** Sequence length from which sequences are worth sharing: programs train shorter ones whole. */
const longSequence = 32_768

/** Shorter sequences are shared only as far as there would be more copies than sequences of a step. */
const isWorthSharing = (context: number, data: number, { transformer, globalBatch }: LayoutSearch): boolean =>
  context === 1 || transformer.sequenceLength >= longSequence || 2 * data > globalBatch

/**
 * Lists the ways of splitting a model over a number of accelerators that keep the given parts: fewest tensor,
 * then context, then pipeline degrees first. Pipelines lose at most `largestLoss` of the computation to uneven stages.
 */
export function listSplits(search: LayoutSearch, largestLoss: number): readonly Split[] {
  const { transformer, accelerator, acceleratorCount, given = {} } = search
  const { scaleUpDomain } = accelerator
  const tensors = orGiven(given.tensor, () => tensorDegrees(transformer, scaleUpDomain, acceleratorCount))
  const contexts = orGiven(given.context, () => contextDegrees(transformer))
  const depths = orGiven(given.pipeline, () => pipelineDepths(transformer, acceleratorCount, largestLoss))
  const splits: Split[] = []
  for (const tensor of tensors)
    for (const context of contexts)
      for (const pipeline of depths) {
        const data = acceleratorCount / (tensor * context * pipeline)
        if (!Number.isInteger(data) || (given.data ?? data) !== data) continue
        if (given.context === undefined && !isWorthSharing(context, data, search)) continue
        splits.push({
          tensor,
          context,
          pipeline,
          data,
          expertDegrees: orGiven(given.expert, () => expertDegrees(transformer, data)),
          interleavings: orGiven(given.interleave, () => interleavings(transformer, pipeline, largestLoss)),
        })
      }
  return splits
}
