import { estimateMemory } from '../memory/estimate-memory.ts'
import { memorySpread } from '../memory/memory-spread.ts'
import { makeMemoryUse } from '../memory/memory-use.ts'
import { acceleratorsOf, type Layout } from '../plan/layout.ts'
import { softwareOfYear } from '../plan/software-of-year.ts'
import type { TrainingPlan } from '../plan/training-plan.ts'
import type { Transformer } from '../plan/transformer.ts'
import { typicalTransformer } from '../plan/typical-transformer.ts'
import { trainingFlopPerToken } from '../plan/work.ts'
import { estimateStepTime } from '../time/estimate-step-time.ts'
import { makeStepTime } from '../time/step-time.ts'
import { estimateTraining } from './estimate-training.ts'
import type { PublishedFacts, PublishedQuantity } from './published-facts.ts'
import type { Spread } from './spread.ts'
import { stepSpread } from './step-spread.ts'
import type { TrainingEstimate } from './training-estimate.ts'

/** What is predicted of a row; null for what its facts do not allow. */
export type PublishedPrediction = Readonly<Record<PublishedQuantity, Spread | null>>

/** Energy of a building over that of its machines where a paper does not say. Assumption, 1.05 to 1.3. */
const usualPue = 1.1

/** Tokens a weight for a benchmark, which has none: they move nothing that is predicted of it but the typical batch. */
const benchmarkTokens = 20

const layoutParts: readonly (keyof Layout)[] = [
  ...(['tensor', 'pipeline', 'data', 'expert', 'context', 'zero', 'interleave'] as const),
  ...(['recompute', 'sequenceParallel', 'microBatch', 'globalBatch'] as const),
]

const isWhole = (layout: Partial<Layout>): layout is Layout =>
  layoutParts.every((part) => layout[part] !== undefined)

const scaled = ({ p10, p50, p90 }: Spread, factor: number): Spread => ({
  p10: p10 * factor,
  p50: p50 * factor,
  p90: p90 * factor,
})

/** Utilisation of a machine that does a step's model FLOP in some seconds: the slower, the lower. */
function utilisation({ transformer, accelerator, precision, layout }: TrainingPlan, seconds: Spread): Spread {
  const flop = trainingFlopPerToken(transformer) * transformer.sequenceLength * layout.globalBatch
  const atPeak = flop / (acceleratorsOf(layout) * accelerator.peakFlopPerSecond[precision])
  return { p10: atPeak / seconds.p90, p50: atPeak / seconds.p50, p90: atPeak / seconds.p10 }
}

type StepPrediction = Pick<PublishedPrediction, 'stepSeconds' | 'memoryBytes' | 'mfu'>

function predictStep(facts: PublishedFacts, transformer: Transformer, layout: Layout): StepPrediction {
  const { accelerator, precision, isRelative } = facts
  const software = { ...softwareOfYear(facts.year), ...facts.software }
  const plan: TrainingPlan = { transformer, accelerator, precision, layout, software }
  const time = makeStepTime()
  const memory = makeMemoryUse()
  estimateStepTime(plan, time)
  estimateMemory(plan, memory)
  const isMachineMeasured = accelerator.isMatmulMeasured
  const stepSeconds = stepSpread(time.total, { isLayoutGiven: true, isMachineMeasured, isRelative })
  return {
    stepSeconds,
    memoryBytes: memorySpread(memory.total, software.framework),
    mfu: utilisation(plan, stepSeconds),
  }
}

function estimateRun(facts: PublishedFacts, transformer: Transformer): TrainingEstimate {
  const { accelerator, acceleratorCount, isRelative, precision, year, workFactor, layout, software } = facts
  const { globalBatch, ...split } = layout
  return estimateTraining({
    transformer,
    tokens: facts.tokens ?? benchmarkTokens * (facts.shape?.parameters ?? 1e9),
    workFactor,
    accelerator,
    isRelative,
    precision,
    year,
    software,
    layout: split,
    ...(globalBatch === undefined ? {} : { globalBatch }),
    ...(acceleratorCount === null ? {} : { acceleratorCount }),
  })
}

/**
 * Predicts what was measured of a published run or benchmark, from its facts alone. Time and memory of a step, where the
 * whole layout is given, are those of that layout; what is missing is searched. Hours and energy need a number of
 * tokens. Energy is that of the servers, times the building's overhead.
 *
 * Throws: RangeError for a layout that cannot be, as `checkLayout` says.
 */
export function predictPublished(facts: PublishedFacts): PublishedPrediction {
  const { shape, layout } = facts
  const transformer = facts.transformer ?? (shape === null ? null : typicalTransformer(shape))
  if (transformer === null) throw new RangeError('predictPublished: facts must have a transformer or a shape')
  const step = isWhole(layout) ? predictStep(facts, transformer, layout) : null
  if (step !== null && facts.tokens === null) return { ...step, gpuHours: null, energyMwh: null }
  const run = estimateRun(facts, transformer)
  const hours = facts.isUninterrupted ? run.goodput : 1
  const isSplitGiven = [layout.tensor, layout.pipeline, layout.data].every((degree) => degree !== undefined)
  return {
    gpuHours: facts.tokens === null ? null : scaled(run.gpuHours, hours),
    energyMwh: facts.tokens === null ? null : scaled(run.energyMwh, hours * (facts.pue ?? usualPue)),
    stepSeconds: step?.stepSeconds ?? (isSplitGiven ? run.stepSeconds : null),
    memoryBytes: step?.memoryBytes ?? (isSplitGiven ? run.memoryBytes : null),
    mfu: step?.mfu ?? run.mfu,
  }
}
