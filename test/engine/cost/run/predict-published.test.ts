import { describe, expect, it, test } from 'vitest'
import { estimateMemory } from '../../../../engine/cost/memory/estimate-memory.ts'
import { makeMemoryUse } from '../../../../engine/cost/memory/memory-use.ts'
import { trainingFlopPerToken } from '../../../../engine/cost/plan/work.ts'
import { estimateTraining } from '../../../../engine/cost/run/estimate-training.ts'
import { predictPublished } from '../../../../engine/cost/run/predict-published.ts'
import type { PublishedFacts } from '../../../../engine/cost/run/published-facts.ts'
import { stepDeviation, stepSpread, type StepEvidence } from '../../../../engine/cost/run/step-spread.ts'
import { estimateStepTime } from '../../../../engine/cost/time/estimate-step-time.ts'
import { makeStepTime } from '../../../../engine/cost/time/step-time.ts'
import type { Spread } from '../../../../engine/cost/run/spread.ts'
import { a100, gpt3, gptLayout, megatron2022 } from '../plans.ts'

const benchmark: PublishedFacts = {
  accelerator: a100,
  isRelative: false,
  machineDeviation: 0,
  isProgramKnown: true,
  acceleratorCount: 64,
  transformer: gpt3,
  shape: null,
  precision: 'bf16',
  year: 2022,
  tokens: null,
  workFactor: 1,
  layout: gptLayout,
  software: megatron2022,
  pue: null,
}
const run: PublishedFacts = { ...benchmark, tokens: 3e11, layout: {}, acceleratorCount: 1024 }

describe('a benchmark with its whole layout', () => {
  const plan = {
    transformer: gpt3,
    accelerator: a100,
    precision: 'bf16',
    layout: gptLayout,
    software: megatron2022,
  } as const
  const prediction = predictPublished(benchmark)

  it('takes the time and the memory of that layout', () => {
    const time = makeStepTime()
    const memory = makeMemoryUse()
    estimateStepTime(plan, time)
    estimateMemory(plan, memory)
    expect(prediction.stepSeconds?.p50).toBe(time.total)
    expect(prediction.memoryBytes?.p50).toBe(memory.total)
  })

  it('does its model FLOP at the utilisation that is predicted, slow steps at a low one', () => {
    const { mfu, stepSeconds } = prediction
    const flop = trainingFlopPerToken(gpt3) * 2048 * 64
    expect(mfu!.p50 * stepSeconds!.p50 * 64 * 312e12).toBeCloseTo(flop, -8)
    expect(mfu!.p10 * stepSeconds!.p90).toBeCloseTo(mfu!.p50 * stepSeconds!.p50, 12)
  })

  it('has neither hours nor energy', () => {
    expect([prediction.gpuHours, prediction.energyMwh]).toEqual([null, null])
  })

  test.each([
    ['heads that do not divide', { tensor: 7 }, /heads/u],
    ['more stages than layers', { pipeline: 64 }, /more than 96 layers/u],
  ])('that cannot be is refused: %s', (_, part, message) => {
    expect(() => predictPublished({ ...benchmark, layout: { ...gptLayout, ...part } })).toThrow(message)
  })
})

describe('a batch that the layout cannot run', () => {
  const { recompute: _, ...open } = gptLayout
  const unit = gptLayout.data * gptLayout.microBatch

  it('is taken for the nearest that it can, of a benchmark and of a run', () => {
    for (const facts of [benchmark, { ...run, acceleratorCount: 64 }]) {
      const odd = predictPublished({
        ...facts,
        layout: { ...open, data: 64, tensor: 1, pipeline: 1, globalBatch: 100 },
      })
      const even = predictPublished({
        ...facts,
        layout: { ...open, data: 64, tensor: 1, pipeline: 1, globalBatch: 128 },
      })
      expect(odd.stepSeconds!.p50).toBe(even.stepSeconds!.p50)
    }
  })

  it('is one micro-batch a copy if it is smaller, and the interval is wider', () => {
    const small = predictPublished({ ...benchmark, layout: { ...gptLayout, data: 128, globalBatch: 60 } })
    const least = predictPublished({ ...benchmark, layout: { ...gptLayout, data: 128, globalBatch: 128 } })
    expect(small.stepSeconds!.p50).toBe(least.stepSeconds!.p50)
    expect(small.stepSeconds!.p90).toBeGreaterThan(least.stepSeconds!.p90)
  })

  it('is typical if none is given', () => {
    const { globalBatch: _batch, ...without } = gptLayout
    const { stepSeconds } = predictPublished({ ...benchmark, layout: without })
    expect(stepSeconds!.p50).toBeGreaterThan(predictPublished(benchmark).stepSeconds!.p50 / unit)
  })
})

describe('what is not known widens and moves nothing', () => {
  const width = ({ p10, p90 }: Spread): number => Math.log(p90 / p10)

  it('a program that is guessed: step, utilisation and memory', () => {
    const known = predictPublished(benchmark)
    const guessed = predictPublished({ ...benchmark, isProgramKnown: false })
    for (const quantity of ['stepSeconds', 'memoryBytes', 'mfu'] as const) {
      expect(guessed[quantity]!.p50).toBe(known[quantity]!.p50)
      expect(width(guessed[quantity]!)).toBeGreaterThan(1.2 * width(known[quantity]!))
    }
  })

  it('a machine of the same year alone: all that hangs on speed', () => {
    const known = predictPublished(run)
    const usual = predictPublished({ ...run, isRelative: true, machineDeviation: 0.6 })
    for (const quantity of ['gpuHours', 'mfu', 'energyMwh'] as const) {
      expect(usual[quantity]!.p50).toBe(known[quantity]!.p50)
      expect(width(usual[quantity]!)).toBeGreaterThan(1.5 * width(known[quantity]!))
    }
  })
})

describe('a benchmark without a layout', () => {
  it('has the utilisation of the fastest one, and no time of a step that nobody sized', () => {
    const { mfu, stepSeconds, memoryBytes } = predictPublished({ ...benchmark, layout: { globalBatch: 64 } })
    expect(mfu!.p50).toBeGreaterThan(predictPublished(benchmark).mfu!.p50)
    expect([stepSeconds, memoryBytes]).toEqual([null, null])
  })

  it('nor accelerators has nothing', () => {
    const nothing = { gpuHours: null, stepSeconds: null, memoryBytes: null, mfu: null, energyMwh: null }
    expect(predictPublished({ ...benchmark, layout: {}, acceleratorCount: null })).toEqual(nothing)
  })
})

describe('a run', () => {
  const { accelerator, transformer, precision, year, software } = run
  const estimate = estimateTraining({
    transformer: transformer!,
    tokens: 3e11,
    workFactor: 1,
    accelerator,
    isRelative: false,
    acceleratorCount: 1024,
    precision,
    year,
    layout: {},
    software,
  })

  it('takes the hours of its estimate', () => {
    expect(predictPublished(run).gpuHours).toEqual(estimate.gpuHours)
  })

  it('takes the energy of its machines, and of the building where its overhead is stated', () => {
    expect(predictPublished(run).energyMwh!.p50).toBeCloseTo(estimate.energyMwh.p50, 9)
    expect(predictPublished({ ...run, pue: 1.25 }).energyMwh!.p50).toBeCloseTo(
      1.25 * estimate.energyMwh.p50,
      9,
    )
  })

  it('with no shape and no weights is refused', () => {
    expect(() => predictPublished({ ...run, transformer: null })).toThrow(
      'must have a transformer or a shape',
    )
  })

  it('with a number of weights alone has a typical shape', () => {
    const facts = { ...run, transformer: null, shape: { parameters: 175e9, year: 2021 } }
    const ratio = predictPublished(facts).gpuHours!.p50 / estimate.gpuHours.p50
    expect(Math.abs(ratio - 1)).toBeLessThan(0.2)
  })
})

describe('the spread of a step', () => {
  const sure: StepEvidence = {
    isLayoutGiven: true,
    hasStagesApart: false,
    isMachineMeasured: true,
    isRelative: false,
    isProgramKnown: true,
  }

  it('widens with each thing that is not known', () => {
    const least = stepDeviation(sure)
    for (const doubt of [
      { isLayoutGiven: false },
      { hasStagesApart: true },
      { isMachineMeasured: false },
      { isRelative: true },
      { isProgramKnown: false },
    ])
      expect(stepDeviation({ ...sure, ...doubt })).toBeGreaterThan(least)
  })

  it('lies about its middle by one factor', () => {
    const { p10, p50, p90 } = stepSpread(4, sure)
    expect(p50).toBe(4)
    expect(p90 / p50).toBeCloseTo(p50 / p10, 12)
    // 1.2816 deviations of the logarithm.
    expect(Math.log(p90 / p50) / stepDeviation(sure)).toBeCloseTo(1.28155, 5)
  })

  test.each([0, -1, Number.NaN, Infinity])('of %d seconds is refused', (seconds) => {
    expect(() => stepSpread(seconds, sure)).toThrow('stepSpread: seconds must be positive and finite')
  })
})
