import { estimateMemory } from '../memory/estimate-memory.ts'
import { memorySpread } from '../memory/memory-spread.ts'
import { makeMemoryUse } from '../memory/memory-use.ts'
import { acceleratorsOf, type Layout } from '../plan/layout.ts'
import { countActiveParameters } from '../plan/parameter-count.ts'
import { softwareOfYear } from '../plan/software-of-year.ts'
import type { Software } from '../plan/software.ts'
import type { TrainingPlan } from '../plan/training-plan.ts'
import type { Transformer } from '../plan/transformer.ts'
import { typicalTransformer } from '../plan/typical-transformer.ts'
import { trainingFlopPerToken } from '../plan/work.ts'
import { searchLayout } from '../search/search-layout.ts'
import { estimateStepTime } from '../time/estimate-step-time.ts'
import { makeStepTime } from '../time/step-time.ts'
import { estimateTraining } from './estimate-training.ts'
import type { PublishedFacts, PublishedQuantity } from './published-facts.ts'
import { scaleSpread } from './scale-spread.ts'
import type { Spread } from './spread.ts'
import { stepSpread } from './step-spread.ts'
import type { TrainingEstimate } from './training-estimate.ts'
import { typicalGlobalBatch } from './typical-batch.ts'

/** What is predicted of a row; null for what its facts do not allow. */
export type PublishedPrediction = Readonly<Record<PublishedQuantity, Spread | null>>

/** Energy of a building over that of its machines where a paper does not say. Assumption, 1.05 to 1.3. */
const usualPue = 1.1

/** Tokens a weight that stand for those of a benchmark, which has none: they size a batch that is not given. */
const benchmarkTokens = 20

const layoutParts: readonly (keyof Layout)[] = [
  ...(['tensor', 'pipeline', 'data', 'expert', 'context', 'zero', 'interleave'] as const),
  ...(['recompute', 'sequenceParallel', 'microBatch', 'globalBatch'] as const),
]

const isWhole = (layout: Partial<Layout>): layout is Layout =>
  layoutParts.every((part) => layout[part] !== undefined)

const softwareOf = ({ year, software }: PublishedFacts): Software => ({ ...softwareOfYear(year), ...software })

/** Utilisation of a machine that does a step's model FLOP in some seconds: the slower, the lower. */
function utilisation({ transformer, accelerator, precision, layout }: TrainingPlan, seconds: Spread): Spread {
  const flop = trainingFlopPerToken(transformer) * transformer.sequenceLength * layout.globalBatch
  const atPeak = flop / (acceleratorsOf(layout) * accelerator.peakFlopPerSecond[precision])
  return { p10: atPeak / seconds.p90, p50: atPeak / seconds.p50, p90: atPeak / seconds.p10 }
}

type StepPrediction = Pick<PublishedPrediction, 'stepSeconds' | 'memoryBytes' | 'mfu'>

function predictStep(facts: PublishedFacts, transformer: Transformer, layout: Layout): StepPrediction {
  const { accelerator, precision, isRelative } = facts
  const plan: TrainingPlan = { transformer, accelerator, precision, layout, software: softwareOf(facts) }
  const time = makeStepTime()
  const memory = makeMemoryUse()
  estimateStepTime(plan, time)
  estimateMemory(plan, memory)
  const isMachineMeasured = accelerator.isMatmulMeasured
  const isLayoutGiven = isWhole(facts.layout)
  const stepSeconds = stepSpread(time.total, { isLayoutGiven, isMachineMeasured, isRelative })
  return {
    stepSeconds,
    memoryBytes: memorySpread(memory.total, plan.software.framework),
    mfu: utilisation(plan, stepSeconds),
  }
}

/** The fastest layout of a benchmark whose own is not given whole; null without a number of accelerators. */
function searchBenchmark(facts: PublishedFacts, transformer: Transformer): Layout | null {
  const { accelerator, acceleratorCount, precision, year, layout } = facts
  if (acceleratorCount === null) return null
  const activeParameters = countActiveParameters(transformer)
  const tokens = benchmarkTokens * activeParameters
  const globalBatch =
    layout.globalBatch ??
    typicalGlobalBatch({ activeParameters, tokens, year }, transformer.sequenceLength, acceleratorCount)
  const software = softwareOf(facts)
  const search = { transformer, accelerator, acceleratorCount, precision, software, globalBatch }
  return searchLayout({ ...search, given: layout }).layout
}

function estimateRun(facts: PublishedFacts, transformer: Transformer, tokens: number): TrainingEstimate {
  const { accelerator, acceleratorCount, isRelative, precision, year, workFactor, layout, software } = facts
  return estimateTraining({
    ...{ transformer, tokens, workFactor, accelerator, isRelative, precision, year, layout, software },
    ...(acceleratorCount === null ? {} : { acceleratorCount }),
  })
}

/** A split of the model is given, so that a step's time and memory mean something although details are searched. */
const isSplitGiven = ({ layout }: PublishedFacts): boolean =>
  [layout.tensor, layout.pipeline, layout.data].every((degree) => degree !== undefined)

function predictBenchmark(facts: PublishedFacts, transformer: Transformer): PublishedPrediction {
  const layout = isWhole(facts.layout) ? facts.layout : searchBenchmark(facts, transformer)
  const step = layout === null ? null : predictStep(facts, transformer, layout)
  const isTimed = step !== null && isSplitGiven(facts)
  return {
    gpuHours: null,
    stepSeconds: isTimed ? step.stepSeconds : null,
    memoryBytes: isTimed ? step.memoryBytes : null,
    mfu: step?.mfu ?? null,
    energyMwh: null,
  }
}

function predictRun(facts: PublishedFacts, transformer: Transformer, tokens: number): PublishedPrediction {
  const run = estimateRun(facts, transformer, tokens)
  const hours = facts.isUninterrupted ? run.goodput : 1
  return {
    gpuHours: scaleSpread(run.gpuHours, hours),
    stepSeconds: isSplitGiven(facts) ? run.stepSeconds : null,
    memoryBytes: isSplitGiven(facts) ? run.memoryBytes : null,
    mfu: run.mfu,
    energyMwh: scaleSpread(run.energyMwh, hours * (facts.pue ?? usualPue)),
  }
}

/**
 * Predicts what was measured of a published run or benchmark, from its facts alone. A benchmark has a step's time,
 * memory and utilisation; a run, which has a number of tokens, hours and energy too, and what practice makes of a
 * plan. Parts of a layout that are not given are searched. Energy is that of the servers, times the building's overhead.
 *
 * Throws: RangeError for a layout that cannot be, as `checkLayout` says.
 */
export function predictPublished(facts: PublishedFacts): PublishedPrediction {
  const { shape, tokens } = facts
  const transformer = facts.transformer ?? (shape === null ? null : typicalTransformer(shape))
  if (transformer === null) throw new RangeError('predictPublished: facts must have a transformer or a shape')
  return tokens === null ? predictBenchmark(facts, transformer) : predictRun(facts, transformer, tokens)
}
