import { estimateMemory } from '../memory/estimate-memory.ts'
import { memorySpread } from '../memory/memory-spread.ts'
import { makeMemoryUse } from '../memory/memory-use.ts'
import { acceleratorsOf, type Layout } from '../plan/layout.ts'
import { countActiveParameters } from '../plan/parameter-count.ts'
import { softwareOfYear } from '../plan/software-of-year.ts'
import type { TrainingPlan } from '../plan/training-plan.ts'
import type { Transformer } from '../plan/transformer.ts'
import { trainingFlopPerToken } from '../plan/work.ts'
import { checkLayout } from '../search/check-layout.ts'
import { describeProblem } from '../search/describe-problem.ts'
import { searchLayout } from '../search/search-layout.ts'
import { estimateStepTime } from '../time/estimate-step-time.ts'
import { makeStepTime } from '../time/step-time.ts'
import type { PublishedFacts } from './published-facts.ts'
import { settleBatch } from './settle-batch.ts'
import type { Spread } from './spread.ts'
import { stepSpread } from './step-spread.ts'
import { typicalGlobalBatch } from './typical-batch.ts'
import { widenSpread } from './widen-spread.ts'

/**
 * Deviation of the logarithm of memory that a program adds which is only guessed. Assumption, 0.05 to 0.2: the points of
 * `scenarios/data/throughput-benchmarks.jsonl` need less if their `set` is taken away, but the guesses were made on them.
 */
const unknownProgramDeviation = 0.1

/** Memory as predicted, wider where the program is not known. */
export const widenMemory = (memory: Spread, { isProgramKnown }: PublishedFacts): Spread =>
  widenSpread(memory, isProgramKnown ? 0 : unknownProgramDeviation)

/** What is predicted of some steps. */
export interface StepPrediction {
  readonly stepSeconds: Spread
  readonly memoryBytes: Spread
  readonly mfu: Spread
}

/** Tokens a weight that stand for those of a benchmark, which has none: they size a batch that is not given. */
const benchmarkTokens = 20

const layoutParts: readonly (keyof Layout)[] = [
  ...(['tensor', 'pipeline', 'data', 'expert', 'context', 'zero', 'interleave'] as const),
  ...(['recompute', 'sequenceParallel', 'microBatch', 'globalBatch'] as const),
]

const isWhole = (layout: Partial<Layout>): layout is Layout =>
  layoutParts.every((part) => layout[part] !== undefined)

/** Refuses what no program can do; a batch that copies share unevenly is a table's rounding, and timed as it is. */
function refuseImpossible(transformer: Transformer, layout: Layout, { accelerator }: PublishedFacts): void {
  const { tensor, pipeline, interleave } = layout
  const problem = checkLayout(transformer, { tensor, pipeline, interleave }, accelerator).find(
    ({ severity }) => severity === 'error',
  )
  if (problem !== undefined) throw new RangeError(`predictBenchmark: ${describeProblem(problem)}`)
}

/** True for a whole layout with at least a micro-batch for each of its copies. */
const isRunnable = (layout: Partial<Layout>): layout is Layout =>
  isWhole(layout) && layout.globalBatch >= layout.data * layout.microBatch

/**
 * The layout that is given, or the fastest with the parts that are; null without a number of accelerators. A batch that
 * the given parts cannot run is taken for the nearest that they can.
 */
function layoutOf(facts: PublishedFacts, transformer: Transformer): Layout | null {
  const { accelerator, acceleratorCount, precision, year } = facts
  const layout = isRunnable(facts.layout) ? facts.layout : settleBatch(facts.layout)
  if (isWhole(layout)) {
    refuseImpossible(transformer, layout, facts)
    return layout
  }
  if (acceleratorCount === null) return null
  const activeParameters = countActiveParameters(transformer)
  const tokens = benchmarkTokens * activeParameters
  const globalBatch =
    layout.globalBatch ??
    typicalGlobalBatch({ activeParameters, tokens, year }, transformer.sequenceLength, acceleratorCount)
  const software = { ...softwareOfYear(year), ...facts.software }
  const search = { transformer, accelerator, acceleratorCount, precision, software, globalBatch }
  return searchLayout({ ...search, given: layout }).layout
}

/** Utilisation of a machine that does a step's model FLOP in some seconds: the slower, the lower. */
function utilisation({ transformer, accelerator, precision, layout }: TrainingPlan, seconds: Spread): Spread {
  const flop = trainingFlopPerToken(transformer) * transformer.sequenceLength * layout.globalBatch
  const atPeak = flop / (acceleratorsOf(layout) * accelerator.peakFlopPerSecond[precision])
  return { p10: atPeak / seconds.p90, p50: atPeak / seconds.p50, p90: atPeak / seconds.p10 }
}

/**
 * Predicts a step that somebody timed, with the layout it had; what is not given of it is searched. Null if neither a
 * layout nor a number of accelerators is given. Choose `estimateTraining` for whole runs, which practice slows down.
 *
 * Throws: RangeError for a layout that cannot be.
 */
export function predictBenchmark(facts: PublishedFacts, transformer: Transformer): StepPrediction | null {
  const { accelerator, precision, isRelative, isProgramKnown } = facts
  const layout = layoutOf(facts, transformer)
  if (layout === null) return null
  const software = { ...softwareOfYear(facts.year), ...facts.software }
  const plan: TrainingPlan = { transformer, accelerator, precision, layout, software }
  const time = makeStepTime()
  const memory = makeMemoryUse()
  estimateStepTime(plan, time)
  estimateMemory(plan, memory)
  const stepSeconds = stepSpread(time.total, {
    isLayoutGiven: isRunnable(facts.layout),
    hasStagesApart: layout.pipeline > 1 && acceleratorsOf(layout) > accelerator.scaleUpDomain,
    isMachineMeasured: accelerator.isMatmulMeasured,
    isRelative,
    isProgramKnown,
  })
  return {
    stepSeconds,
    memoryBytes: widenMemory(memorySpread(memory.total, software.framework), facts),
    mfu: utilisation(plan, stepSeconds),
  }
}
