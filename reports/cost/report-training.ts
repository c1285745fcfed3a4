import {
  trainingFlopPerToken,
  typicalBatchTokens,
  type Layout,
  type TrainingRequest,
} from '../../engine/cost/index.ts'
import type { CostPlan, HardwareWish, Machine, PlanProblem } from '../../scenarios/index.ts'
import { sequencesOf } from './batch-sequences.ts'
import { countsThatDisagree } from './counts-that-disagree.ts'
import type { CostOffer, CostWarning } from './cost-report.ts'
import type { CostSurroundings } from './cost-surroundings.ts'
import type { CostTables } from './cost-tables.ts'
import { launchWarning, offerWarnings, workWarningsOf } from './cost-warnings.ts'
import { checkFixedParts } from './layout-problems.ts'
import { machineOf, precisionOf, precisionsOf } from './machine-of.ts'
import type { PricedResult } from './priced-run.ts'
import { priceOfOffer } from './price-of-offer.ts'
import { resolveModel, type ResolvedModel } from './resolve-model.ts'
import { serveModel } from './serve-model.ts'
import { trainingOffer, type OfferContext } from './training-offer.ts'
import { workOfKind, type KindWork } from './work-of-kind.ts'

/** A wish with the machine it names. */
interface Candidate {
  readonly wish: HardwareWish
  readonly machine: Machine
  /** Where in the file it stands. */
  readonly index: number
}

interface Prepared {
  readonly candidates: readonly Candidate[]
  readonly problems: readonly PlanProblem[]
  readonly warnings: readonly CostWarning[]
}

/** Machines that lack the number format: an error where the user named them, else left out and said. */
const prepare = ({ hardware, run }: CostPlan, { machines }: CostTables): Prepared => {
  const all = hardware.map((wish, index) => ({ wish, index, machine: machineOf(wish, machines) }))
  const { precision } = run
  if (precision === null) return { candidates: all, problems: [], warnings: [] }
  const lacking = all.filter(({ machine }) => !precisionsOf(machine.accelerator).includes(precision))
  const problems = lacking
    .filter(({ wish }) => wish.isNamed)
    .map(({ machine, index }): PlanProblem => {
      const { accelerator } = machine
      const words = { gpu: accelerator.id, precision, values: precisionsOf(accelerator).join(', ') }
      return { path: ['hardware', index, 'gpu'], problem: { code: 'F226', words } }
    })
  const warnings = lacking.map(({ machine }): CostWarning => ({
    name: 'leftOut',
    values: { gpu: machine.accelerator.id, precision },
  }))
  return { candidates: all.filter((candidate) => !lacking.includes(candidate)), problems, warnings }
}

/** Fixed parts with the batch; one that nobody gave is made typical here where copies or micro-batches must divide it. */
const fixedLayout = (plan: CostPlan, model: ResolvedModel, year: number): Partial<Layout> => {
  const { run, layout } = plan
  const { sequenceLength } = model.transformer
  const mustDivide = layout.data !== undefined || layout.microBatch !== undefined
  if (run.batchTokens !== null)
    return { ...layout, globalBatch: sequencesOf(run.batchTokens, sequenceLength, layout) }
  if (!mustDivide) return layout
  const { activeParameters } = model
  const usual = typicalBatchTokens({ activeParameters, tokens: tokensOf(plan), year })
  const unit = (layout.data ?? 1) * (layout.microBatch ?? 1)
  return { ...layout, globalBatch: unit * Math.max(1, Math.round(usual / sequenceLength / unit)) }
}

const tokensOf = ({ run }: CostPlan): number => (run.tokens ?? 0) * run.epochs

const requestOf = (
  { wish, machine }: Candidate,
  plan: CostPlan,
  model: ResolvedModel,
  work: KindWork,
  tokens: number,
  year: number,
): TrainingRequest => ({
  transformer: model.transformer,
  tokens,
  workFactor: work.factor.p50 * model.workFactor,
  accelerator: machine.accelerator,
  isRelative: false,
  precision: precisionOf(plan.run.precision, machine.accelerator),
  year,
  layout: fixedLayout(plan, model, year),
  ...(wish.count === null ? {} : { acceleratorCount: wish.count }),
})

const shortBatch = ({ run }: CostPlan, sequenceLength: number): readonly PlanProblem[] => {
  if (run.batchTokens === null || run.batchTokens >= sequenceLength) return []
  const words = { min: `${sequenceLength} tokens, one sequence`, max: '1T' }
  return [{ path: ['run', 'batch'], problem: { code: 'F203', words, terms: { side: 'below' } } }]
}

/** The offer; null if the fixed parts leave no layout of that many accelerators. */
const attemptOffer = (request: TrainingRequest, context: OfferContext): CostOffer | null => {
  try {
    return trainingOffer(request, context)
  } catch (error) {
    if (error instanceof RangeError && error.message.startsWith('searchLayout: given parts')) return null
    throw error
  }
}

/** Compression is asked for, and nothing would be served. */
const notServed = ({ isDecoder, name }: ResolvedModel, { compression }: CostPlan): readonly CostWarning[] =>
  isDecoder || compression.length === 0 ? [] : [{ name: 'notServed', values: { model: name ?? '' } }]

const noLayout = ({ wish, machine }: Candidate): PlanProblem => {
  const words = { gpu: machine.accelerator.id, count: String(wish.count ?? '') }
  return { path: ['layout'], problem: { code: 'F228', words } }
}

const withoutRepeats = <Item>(items: readonly Item[]): readonly Item[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
]

/** Prices the training of a transformer on each machine that a plan names. */
export const reportTraining = (
  plan: CostPlan,
  tables: CostTables,
  around: CostSurroundings,
): PricedResult => {
  const model = resolveModel(plan.model, tables.architectures.architectures, around.year, plan.layout.tensor)
  const { transformer } = model
  const tokens = tokensOf(plan)
  const work = workOfKind(plan.run, model.activeParameters)
  const { candidates, problems, warnings } = prepare(plan, tables)
  const fixed = fixedLayout(plan, model, around.year)
  const checked = candidates.map(({ wish, machine }) =>
    checkFixedParts(transformer, fixed, machine.accelerator, wish.count),
  )
  const wrong = [
    ...problems,
    ...countsThatDisagree(plan.model.shape, model),
    ...shortBatch(plan, transformer.sequenceLength),
    ...checked.flatMap((found) => found.problems),
  ]
  if (wrong.length > 0) return { ok: false, problems: withoutRepeats(wrong) }
  const { pue, gramsPerKwh, date, year } = around
  const hasAdapters = plan.run.kind === 'lora'
  const offers: CostOffer[] = []
  for (const candidate of candidates) {
    const price = priceOfOffer(candidate.wish, candidate.machine, date, tables.priceBook)
    const request = requestOf(candidate, plan, model, work, tokens, year)
    const offer = attemptOffer(request, { price, pue, gramsPerKwh, work, hasAdapters })
    if (offer === null) return { ok: false, problems: [noLayout(candidate)] }
    const { machine } = candidate
    const { usdPerGpuHour } = price
    const served = model.isDecoder
      ? serveModel({ transformer, machine, usdPerGpuHour, compression: plan.compression })
      : {}
    offers.push({ ...offer, ...served })
  }
  return {
    ok: true,
    run: {
      model: {
        name: model.name,
        parameters: model.parameters,
        activeParameters: model.activeParameters,
        isDecoder: model.isDecoder,
        transformer,
      },
      flops: trainingFlopPerToken(transformer) * tokens * work.factor.p50 * model.workFactor,
      assumed: { transformer: model.isTypical ? transformer : null, modelSource: model.source },
      tokens,
      epochs: plan.run.epochs,
      offers,
      wishes: candidates.map(({ wish }) => wish),
      work,
      warnings: withoutRepeats([
        ...workWarningsOf(transformer, plan.run, tokens, model.workFactor),
        ...notServed(model, plan),
        ...warnings,
        ...checked.flatMap((found) => found.warnings),
        ...candidates.flatMap(({ machine }) => launchWarning(machine.accelerator, date)),
        ...offers.flatMap(offerWarnings),
      ]),
    },
  }
}
