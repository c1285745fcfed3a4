import type { Transformer } from '../plan/transformer.ts'
import { typicalTransformer } from '../plan/typical-transformer.ts'
import { estimateTraining } from './estimate-training.ts'
import { predictBenchmark, widenMemory } from './predict-benchmark.ts'
import type { PublishedFacts, PublishedQuantity } from './published-facts.ts'
import { scaleSpread } from './scale-spread.ts'
import { settleBatch } from './settle-batch.ts'
import type { Spread } from './spread.ts'
import { widenSpread } from './widen-spread.ts'

/** What is predicted of a row; null for what its facts do not allow. */
export type PublishedPrediction = Readonly<Record<PublishedQuantity, Spread | null>>

/** A split of the model is given, so that a step's time and memory mean something although details are searched. */
const isSplitGiven = ({ layout }: PublishedFacts): boolean =>
  [layout.tensor, layout.pipeline, layout.data].every((degree) => degree !== undefined)

function predictSteps(facts: PublishedFacts, transformer: Transformer): PublishedPrediction {
  const step = predictBenchmark(facts, transformer)
  const timed = isSplitGiven(facts) ? step : null
  return {
    gpuHours: null,
    stepSeconds: timed?.stepSeconds ?? null,
    memoryBytes: timed?.memoryBytes ?? null,
    mfu: step?.mfu ?? null,
    energyMwh: null,
  }
}

function predictRun(facts: PublishedFacts, transformer: Transformer, tokens: number): PublishedPrediction {
  const { accelerator, acceleratorCount, isRelative, precision, year, workFactor, layout, software } = facts
  const run = estimateTraining({
    transformer,
    tokens,
    workFactor,
    accelerator,
    isRelative,
    precision,
    year,
    layout: settleBatch(layout),
    software,
    ...(acceleratorCount === null ? {} : { acceleratorCount }),
  })
  return {
    gpuHours: run.gpuHours,
    stepSeconds: isSplitGiven(facts) ? run.stepSeconds : null,
    memoryBytes: isSplitGiven(facts) ? widenMemory(run.memoryBytes, facts) : null,
    mfu: run.mfu,
    energyMwh: scaleSpread(run.energyMwh, facts.pue ?? 1),
  }
}

/** Widens all that hangs on the machine's speed. Memory does not. */
function widenFor(
  { machineDeviation }: PublishedFacts,
  prediction: PublishedPrediction,
): PublishedPrediction {
  const widen = (spread: Spread | null): Spread | null =>
    spread === null ? null : widenSpread(spread, machineDeviation)
  return {
    gpuHours: widen(prediction.gpuHours),
    stepSeconds: widen(prediction.stepSeconds),
    memoryBytes: prediction.memoryBytes,
    mfu: widen(prediction.mfu),
    energyMwh: widen(prediction.energyMwh),
  }
}

/**
 * Predicts what was measured of a published run or benchmark, from its facts alone. A benchmark has a step's time,
 * memory and utilisation; a run, which has a number of tokens, hours and energy too, and what practice makes of a
 * plan. Parts of a layout that are not given are searched. Energy is that of the machines, times the building's
 * overhead where the row states one: papers that name none leave it out.
 *
 * Throws: RangeError for a layout that cannot be, as `checkLayout` says.
 */
export function predictPublished(facts: PublishedFacts): PublishedPrediction {
  const { shape, tokens } = facts
  const transformer = facts.transformer ?? (shape === null ? null : typicalTransformer(shape))
  if (transformer === null) throw new RangeError('predictPublished: facts must have a transformer or a shape')
  const prediction =
    tokens === null ? predictSteps(facts, transformer) : predictRun(facts, transformer, tokens)
  return widenFor(facts, prediction)
}
