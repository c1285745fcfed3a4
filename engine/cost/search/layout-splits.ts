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

/**
 * Lists the ways of splitting a model over a number of accelerators that keep the given parts: fewest tensor,
 * then context, then pipeline degrees first.
 */
export function listSplits({
  transformer,
  accelerator,
  acceleratorCount,
  given = {},
}: LayoutSearch): readonly Split[] {
  const { scaleUpDomain } = accelerator
  const splits: Split[] = []
  for (const tensor of orGiven(given.tensor, () =>
    tensorDegrees(transformer, scaleUpDomain, acceleratorCount),
  ))
    for (const context of orGiven(given.context, () => contextDegrees(transformer)))
      for (const pipeline of orGiven(given.pipeline, () => pipelineDepths(transformer, acceleratorCount))) {
        const data = acceleratorCount / (tensor * context * pipeline)
        if (Number.isInteger(data) && (given.data ?? data) === data)
          splits.push({
            tensor,
            context,
            pipeline,
            data,
            expertDegrees: orGiven(given.expert, () => expertDegrees(transformer, data)),
            interleavings: orGiven(given.interleave, () => interleavings(transformer, pipeline)),
          })
      }
  return splits
}
