import {
  countParameters,
  effectiveTokens,
  workWarnings,
  type Accelerator,
  type Transformer,
} from '../../engine/cost/index.ts'
import type { RunWish } from '../../scenarios/index.ts'
import type { CostOffer, CostWarning } from './cost-report.ts'
import { longestStretch } from './spot-stretch.ts'

/** Times through the data up to which a repeated token is nearly worth a fresh one. */
const harmlessEpochs = 4

const percent = (share: number): string => (100 * share).toPrecision(2)

/** Why six FLOP a parameter and token would mislead, and whether the data suits the model. */
export const workWarningsOf = (
  transformer: Transformer,
  { kind, epochs }: RunWish,
  tokens: number,
  workFactor: number,
): readonly CostWarning[] => {
  const network = workFactor < 1 ? 'encoder-decoder' : 'decoder'
  const found = workWarnings({ kind: network, transformer, tokens }).filter(
    ({ tag }) => kind === 'pretrain' || (tag !== 'few-tokens' && tag !== 'many-tokens'),
  )
  const named = found.map(({ tag, factor }): CostWarning => ({
    name: tag,
    values: {
      share: factor === undefined ? '' : percent(factor),
      sequence: String(transformer.sequenceLength),
      perParameter: (tokens / countParameters(transformer)).toPrecision(2),
    },
  }))
  if (epochs <= harmlessEpochs) return named
  const worth = effectiveTokens(1, epochs)
  return [...named, { name: 'manyEpochs', values: { epochs: String(epochs), worth: worth.toPrecision(2) } }]
}

/** A machine of which nobody had heard at the date of prices and software. */
export const launchWarning = ({ id, launch }: Accelerator, date: string): readonly CostWarning[] =>
  launch > date ? [{ name: 'notLaunched', values: { gpu: id, launch, date } }] : []

/** What should be known of an offer's numbers. */
export const offerWarnings = (offer: CostOffer): readonly CostWarning[] => {
  const { gpu, gpus, fits, price } = offer
  const found: CostWarning[] = []
  if (!fits) found.push({ name: 'doesNotFit', values: { gpu, gpus: String(gpus) } })
  const { memoryBytesPerGpuSpread: memory, memoryCapacityBytesPerGpu: capacity } = offer
  if (fits && memory.p90 > capacity)
    found.push({ name: 'tight', values: { gpu, gpus: String(gpus), share: percent(memory.p50 / capacity) } })
  if (price.isExtrapolated) found.push({ name: 'oldPrice', values: { gpu, date: price.date } })
  const isEndless = price.commitment === 'spot' && offer.spotStretch >= longestStretch
  if (isEndless) found.push({ name: 'endlessOnSpot', values: { gpu, gpus: String(gpus) } })
  return found
}
