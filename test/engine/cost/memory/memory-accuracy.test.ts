import { describe, expect, test } from 'vitest'
import { estimateMemory } from '../../../../engine/cost/memory/estimate-memory.ts'
import { fitsMemory } from '../../../../engine/cost/memory/make-it-fit.ts'
import { memoryCoefficients } from '../../../../engine/cost/memory/memory-coefficients.ts'
import { memorySpread } from '../../../../engine/cost/memory/memory-spread.ts'
import { makeMemoryUse } from '../../../../engine/cost/memory/memory-use.ts'
import type { TrainingPlan } from '../../../../engine/cost/plan/training-plan.ts'
import { bigScienceLayouts, layoutsThatRan, torchtitanLayouts } from './published-layouts.ts'
import { fitLine, meanOf, predictOutOfFold, quantileOf } from './refit.ts'

const use = makeMemoryUse()

function bytesOf({ plan }: { readonly plan: TrainingPlan }): number {
  estimateMemory(plan, use)
  return use.total
}

const errorsOf = (predicted: readonly number[], measured: readonly number[]): number[] =>
  predicted.map((value, index) => Math.abs(value / measured[index] - 1))

/** Share of the measured values that lie in the spread around their prediction. */
function coverageOf(
  predicted: readonly number[],
  measured: readonly number[],
  framework: 'megatron' | 'fsdp',
): number {
  const isInside = predicted.map((value, index) => {
    const { p10, p90 } = memorySpread(value, framework)
    return measured[index] >= p10 && measured[index] <= p90 ? 1 : 0
  })
  return meanOf(isInside)
}

describe('BigScience', () => {
  const points = bigScienceLayouts.filter(({ memoryBytes }) => memoryBytes !== undefined)
  const measured = points.map(({ memoryBytes }) => memoryBytes!)
  const computed = points.map(
    (point) => (bytesOf(point) - memoryCoefficients.baseBytes) / memoryCoefficients.factor,
  )
  const folds = points.map(({ fold }) => fold)
  const outOfFold = predictOutOfFold(computed, measured, folds)

  test('has 83 points on 30 layouts', () => {
    expect([points.length, new Set(folds).size]).toEqual([83, 30])
  })

  test('the coefficients are those that the points give', () => {
    const { base, factor } = fitLine(computed, measured)
    expect(base / 1e9).toBeCloseTo(memoryCoefficients.baseBytes / 1e9, 1)
    expect(factor).toBeCloseTo(memoryCoefficients.factor, 2)
  })

  // Reached: mean 3.6 %, median 2.9 %, 90th percentile 6.4 %. The bar is 7 %, the aim 5 %.
  test('memory of a layout that the line was not fitted to is right to 4 % on average', () => {
    const errors = errorsOf(outOfFold, measured)
    expect(meanOf(errors)).toBeLessThan(0.038)
    expect(quantileOf(errors, 0.5)).toBeLessThan(0.031)
    expect(quantileOf(errors, 0.9)).toBeLessThan(0.068)
  })

  test('four in five such points lie in the interval', () => {
    const coverage = coverageOf(outOfFold, measured, 'megatron')
    expect(coverage).toBeGreaterThan(0.75)
    expect(coverage).toBeLessThan(0.87)
  })

  // The sixth, 206 billion parameters with 82 layers, is said to take 67 GB, as its neighbours that ran did.
  test('five of the six layouts that ran out of memory are found', () => {
    const found = bigScienceLayouts.filter(({ isOutOfMemory, plan }) => isOutOfMemory && !fitsMemory(plan))
    expect(found.map(({ id }) => id).toSorted()).toEqual([
      'bs176-128',
      'bs176-129',
      'bs176-85',
      'bs176-92',
      'bs176-93',
    ])
  })

  test('a card of 80e9 bytes instead of 80 GiB would turn one layout that ran away', () => {
    const refused = bigScienceLayouts.filter(
      (point) => !point.isOutOfMemory && bytesOf(point) > 80e9 && fitsMemory(point.plan),
    )
    expect(refused.map(({ id }) => id)).toEqual(['bs176-127'])
  })
})

test('no layout that ran on 80 GB cards is said not to fit', () => {
  const ran = [...bigScienceLayouts.filter(({ isOutOfMemory }) => !isOutOfMemory), ...layoutsThatRan]
  expect(ran.length).toBe(1384)
  expect(ran.filter(({ plan }) => !fitsMemory(plan)).map(({ id }) => id)).toEqual([])
})

// Never fitted. Reached: mean 8.6 %, 90th percentile 12.3 %.
test('torchtitan takes what is estimated to 9 % on average', () => {
  const measured = torchtitanLayouts.map(({ memoryBytes }) => memoryBytes!)
  const predicted = torchtitanLayouts.map(bytesOf)
  const errors = errorsOf(predicted, measured)
  expect(errors.length).toBe(14)
  expect(meanOf(errors)).toBeLessThan(0.09)
  expect(quantileOf(errors, 0.9)).toBeLessThan(0.13)
  const coverage = coverageOf(predicted, measured, 'fsdp')
  expect(coverage).toBeGreaterThan(0.75)
  expect(coverage).toBeLessThan(0.87)
})
