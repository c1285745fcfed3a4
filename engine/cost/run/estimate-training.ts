import { normalQuantile } from '../../statistics/index.ts'
import { estimateMemory } from '../memory/estimate-memory.ts'
import { memorySpread } from '../memory/memory-spread.ts'
import { makeMemoryUse } from '../memory/memory-use.ts'
import { acceleratorsOf, type Layout } from '../plan/layout.ts'
import { countActiveParameters, countParameters } from '../plan/parameter-count.ts'
import { requireTransformer } from '../plan/require-transformer.ts'
import { softwareOfYear } from '../plan/software-of-year.ts'
import type { TrainingPlan } from '../plan/training-plan.ts'
import { trainingFlopPerToken } from '../plan/work.ts'
import { requirePositive } from '../require-positive.ts'
import type { FoundLayout } from '../search/layout-search.ts'
import { searchLayout } from '../search/search-layout.ts'
import { estimateStepTime } from '../time/estimate-step-time.ts'
import { makeStepTime, type StepTime } from '../time/step-time.ts'
import { estimateGoodput } from './estimate-goodput.ts'
import type { Goodput } from './goodput.ts'
import { logNormalSpread } from './log-normal-spread.ts'
import { practiceCoefficients, practiceOf } from './practice.ts'
import type { Spread } from './spread.ts'
import type { Breakdown, TrainingEstimate } from './training-estimate.ts'
import type { TrainingRequest } from './training-request.ts'
import { typicalAccelerators } from './typical-accelerators.ts'
import { typicalGlobalBatch } from './typical-batch.ts'

/** Added in squares to the deviation of a run's hours if another machine stands for the one asked for. Assumption, 0.1 to 0.4. */
const relativeDeviation = 0.25
/** The same where no measured matrix product bounds the machine's speed. Assumption, 0.05 to 0.2. */
const unmeasuredDeviation = 0.1

/** The same where the count of accelerators is only the usual one. Assumption, 0.05 to 0.25. */
const typicalCountDeviation = 0.15

const mostAccelerators = 1 << 20

/** True for programs without bfloat16 and FlashAttention. */
const isOldProgram = ({ year, precision }: TrainingRequest): boolean => year < 2023 || precision === 'fp16'

/** The layout that a request gives or that a search finds, with the batch and the number of accelerators it is for. */
interface Chosen {
  readonly plan: TrainingPlan
  readonly found: FoundLayout
}

function searchWith(request: TrainingRequest, acceleratorCount: number): Chosen {
  const { transformer, accelerator, precision, year, tokens } = request
  // Programs of before 2023, and those that still trained in fp16, kept no activations but the layers' inputs.
  const layout: Partial<Layout> = {
    ...(isOldProgram(request) ? { recompute: 'full' } : {}),
    ...request.layout,
  }
  const software = { ...softwareOfYear(year), ...request.software }
  const activeParameters = countActiveParameters(transformer)
  const globalBatch =
    layout.globalBatch ??
    request.globalBatch ??
    typicalGlobalBatch({ activeParameters, tokens, year }, transformer.sequenceLength, acceleratorCount)
  const search = { transformer, accelerator, acceleratorCount, precision, software, globalBatch }
  const found = searchLayout({ ...search, given: layout })
  return { plan: { transformer, accelerator, precision, layout: found.layout, software }, found }
}

/** Accelerators that the given parts of a layout take together. */
const givenProduct = ({ tensor = 1, pipeline = 1, data = 1, context = 1 }: Partial<Layout>): number =>
  tensor * pipeline * data * context

/** As many accelerators as are usual, and twice as many until the model fits. */
function chooseLayout(request: TrainingRequest, flop: number): Chosen {
  const { acceleratorCount, accelerator, layout = {} } = request
  if (acceleratorCount !== undefined) return searchWith(request, acceleratorCount)
  const product = givenProduct(layout)
  if (layout.data !== undefined && layout.tensor !== undefined && layout.pipeline !== undefined)
    return searchWith(request, product)
  const peak = Math.max(accelerator.peakFlopPerSecond.bf16, accelerator.peakFlopPerSecond.fp16)
  const usual = typicalAccelerators(flop, peak)
  let count = product * Math.max(1, Math.round(usual / product))
  let chosen = searchWith(request, count)
  while (!chosen.found.fits && count < mostAccelerators) {
    count *= 2
    chosen = searchWith(request, count)
  }
  return chosen
}

/** Shares of the billed hours: those of the steps fill what checkpoints and failures leave. */
function breakDown(time: StepTime, goodput: Goodput): Breakdown {
  const checkpoint = goodput.checkpointShare
  const failures = goodput.failureShare + goodput.stragglerShare + goodput.interventionShare
  const scale = (1 - checkpoint - failures) / time.total
  return {
    compute: time.compute * scale,
    memoryBound: time.memoryBound * scale,
    tensor: time.tensor * scale,
    pipeline: time.pipeline * scale,
    data: time.data * scale,
    expert: time.expert * scale,
    recompute: time.recompute * scale,
    checkpoint,
    failures,
  }
}

/** Standard deviation of what two independent causes do together. */
const together = (a: number, b: number): number => Math.sqrt(a * a + b * b)

const inverse = ({ p10, p50, p90 }: Spread, numerator: number): Spread => ({
  p10: numerator / p90,
  p50: numerator / p50,
  p90: numerator / p10,
})

/**
 * Estimates a whole training run: the fastest layout that fits (or the given one), its steps, and what practice makes
 * of them. Published hours are the yardstick: they are those of the best layout times `practiceOf`, of which failures,
 * checkpoints and interventions are the part that `estimateGoodput` works out; where that alone is more, it counts.
 *
 * Throws: RangeError for tokens, work and year that are not positive and finite, for a shape that no network has, for a
 * number format that the machine does not have, and for a layout that does not divide: see `checkLayout`.
 */
export function estimateTraining(request: TrainingRequest): TrainingEstimate {
  for (const name of ['tokens', 'workFactor', 'year'] as const)
    requirePositive('estimateTraining', name, request[name])
  const { transformer, accelerator, precision, year, isRelative } = request
  requireTransformer('estimateTraining', transformer)
  if (!(accelerator.matmulFlopPerSecond[precision] > 0))
    throw new RangeError(
      `estimateTraining: precision must be one that ${accelerator.id} has, got ${precision}`,
    )
  const flop = trainingFlopPerToken(transformer) * request.tokens * request.workFactor
  const { plan, found } = chooseLayout(request, flop)
  const { layout } = plan
  const acceleratorCount = acceleratorsOf(layout)
  const time = makeStepTime()
  const memory = makeMemoryUse()
  estimateStepTime(plan, time)
  estimateMemory(plan, memory)

  const tokensPerStep = layout.globalBatch * transformer.sequenceLength
  const steps = Math.max(1, request.tokens / tokensPerStep) * request.workFactor
  const idealHours = (steps * time.total) / 3600
  const parameters = countParameters(transformer)
  const goodput = estimateGoodput({ acceleratorCount, parameters, year, idealHours })
  const activeParameters = countActiveParameters(transformer)
  const practice = practiceOf({ accelerator, acceleratorCount, activeParameters })
  const billedOverIdeal = Math.max(practice, goodput.billedOverIdeal)

  const unknowns = [
    practiceCoefficients.logDeviation,
    isRelative ? relativeDeviation : 0,
    accelerator.isMatmulMeasured ? 0 : unmeasuredDeviation,
    request.acceleratorCount === undefined ? typicalCountDeviation : 0,
  ]
  const deviation = unknowns.reduce(together)
  const gpuHours = idealHours * acceleratorCount * billedOverIdeal
  const stepSeconds = logNormalSpread((time.total * billedOverIdeal) / goodput.billedOverIdeal, deviation)
  const { value, low, high } = accelerator.systemWatts
  const wattsDeviation = Math.log(high / low) / (2 * normalQuantile(0.9))
  const flopPerStep = trainingFlopPerToken(transformer) * tokensPerStep
  const peak = accelerator.peakFlopPerSecond[precision]
  const tflops = flopPerStep / (acceleratorCount * 1e12)
  return {
    flop,
    acceleratorCount,
    layout,
    isLayoutGiven: isWhole(request),
    fits: found.fits,
    memoryBytes: memorySpread(memory.total, plan.software.framework),
    memory,
    stepSeconds,
    benchmarkStepSeconds: time.total,
    mfu: inverse(stepSeconds, (tflops * 1e12) / peak),
    tflopsPerGpu: inverse(stepSeconds, tflops),
    goodput: 1 / goodput.billedOverIdeal,
    gpuHours: logNormalSpread(gpuHours, deviation),
    wallDays: logNormalSpread((gpuHours / acceleratorCount / 24) * goodput.calendarOverBilled, deviation),
    energyMwh: logNormalSpread((gpuHours * value) / 1e6, together(deviation, wattsDeviation)),
    breakdown: breakDown(time, goodput),
  }
}

/** True if a request leaves nothing of the layout to be searched. */
function isWhole({ layout = {}, globalBatch }: TrainingRequest): boolean {
  const { tensor, pipeline, data, zero, recompute, microBatch } = layout
  const parts = [tensor, pipeline, data, zero, recompute, microBatch, layout.globalBatch ?? globalBatch]
  return parts.every((part) => part !== undefined)
}
