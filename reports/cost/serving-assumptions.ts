import { inferenceCostError } from '../../engine/cost/index.ts'
import type { CostAssumption, CostOffer } from './cost-report.ts'

const ofRequests = (offers: readonly CostOffer[]): readonly CostAssumption[] => {
  const all = offers.flatMap(({ serving, compression }) => [
    serving,
    ...compression.map((way) => way.serving),
  ])
  const served = all.find((serving) => serving !== null)
  if (served === undefined) return []
  const { inputTokens, outputTokens, utilisation } = served
  return [
    { name: 'input', of: '', value: inputTokens, source: 'requests' },
    { name: 'output', of: '', value: outputTokens, source: 'requests' },
    { name: 'utilisation', of: '', value: utilisation, source: 'requests' },
    { name: 'servingError', of: '', value: inferenceCostError, source: 'servingPoints' },
  ]
}

/** What the costs of serving and the losses of quality rest on. */
export const servingAssumptions = (offers: readonly CostOffer[]): readonly CostAssumption[] => {
  const [first] = offers
  if (first === undefined) return []
  const { compression } = first
  const effects = offers.flatMap(({ precision, precisionEffect }) =>
    precisionEffect === null ? [] : [{ precision, ...precisionEffect }],
  )
  return [
    ...ofRequests(offers),
    ...compression.map(({ name, qualityLoss, source }): CostAssumption => ({
      name: 'quality',
      of: name,
      value: qualityLoss,
      source,
    })),
    ...effects.slice(0, 1).map(({ precision, qualityLoss, source }): CostAssumption => ({
      name: 'trainingQuality',
      of: precision,
      value: qualityLoss,
      source,
    })),
  ]
}
