import { adapterShare } from './adapter-estimate.ts'
import type { CostPlan } from '../../scenarios/index.ts'
import type { CostAssumption } from './cost-report.ts'
import type { CostSurroundings } from './cost-surroundings.ts'
import type { PricedRun } from './priced-run.ts'
import { projectWork } from './project-cost.ts'
import { servingAssumptions } from './serving-assumptions.ts'

const typical = 'typicalRun'

const ofModel = ({ assumed }: PricedRun): readonly CostAssumption[] => {
  const shape = assumed.transformer
  if (shape === null) return []
  return [{ name: 'shape', of: '', value: shape, source: assumed.modelSource }]
}

const ofRun = (
  { offers, wishes, tokens, assumed }: PricedRun,
  { run, model }: CostPlan,
): readonly CostAssumption[] => {
  if (tokens === null) return []
  const found: CostAssumption[] = []
  const [first] = offers
  if (first === undefined) return []
  if (model.shape.sequenceLength === undefined && assumed.transformer !== null)
    found.push({ name: 'sequence', of: '', value: first.sequenceLength, source: typical })
  if (run.batchTokens === null) {
    const value = first.layout.globalBatch * first.sequenceLength
    found.push({ name: 'batch', of: '', value, source: typical })
  }
  if (run.precision === null)
    found.push({ name: 'precision', of: '', value: first.precision, source: 'usual' })
  if (run.kind === 'lora') found.push({ name: 'adapters', of: '', value: adapterShare, source: 'adapters' })
  if (wishes.some(({ count }) => count === null))
    found.push({
      name: 'gpus',
      of: '',
      value: '',
      source: 'typicalCount',
    })
  return found
}

const ofPrices = ({ offers }: PricedRun): readonly CostAssumption[] =>
  offers
    .filter(({ price }) => !price.isGiven)
    .map(({ gpu, price }) => ({ name: 'price', of: gpu, value: price.usdPerGpuHour, source: price.source }))

const ofPlace = ({ overheads }: CostPlan, around: CostSurroundings): readonly CostAssumption[] => [
  ...(overheads.pue === null
    ? [{ name: 'pue', of: '', value: around.pue, source: around.pueSource } as const]
    : []),
  ...(overheads.grid === null
    ? [{ name: 'grid', of: around.grid ?? '', value: around.gramsPerKwh, source: around.gridSource } as const]
    : []),
]

/** Every number that the user did not give and that moves the answer, with its source. */
export const assumptionsOf = (
  run: PricedRun,
  plan: CostPlan,
  around: CostSurroundings,
): readonly CostAssumption[] => {
  const { factor, source } = run.work
  const isPlainWork = factor.p50 === 1 && factor.p10 === factor.p90
  const project = projectWork(plan.run)
  return [
    ...ofModel(run),
    ...ofRun(run, plan),
    ...(plan.run.date === null
      ? [{ name: 'date', of: '', value: around.date, source: 'latestPrices' } as const]
      : []),
    ...ofPrices(run),
    ...(isPlainWork ? [] : [{ name: 'work', of: plan.run.kind, value: factor, source } as const]),
    ...(plan.run.repeats === null && plan.model.workload === null
      ? [{ name: 'repeats', of: '', value: project.repeats, source: project.source } as const]
      : []),
    ...ofPlace(plan, around),
    ...servingAssumptions(run.offers),
    ...(run.tokens === null ? [] : [{ name: 'hours', of: '', value: '', source: 'errors' } as const]),
  ]
}
