import { describe, expect, it, test } from 'vitest'
import type { PublishedQuantity } from '../../../engine/cost/index.ts'
import { evaluatePublished } from '../../../reports/evaluation/evaluate-published.ts'
import type { Accuracy, Evaluation, QuantityAccuracy } from '../../../reports/evaluation/evaluation.ts'
import { dataText } from '../../scenarios/data-texts.ts'
import { readText } from '../../scenarios/published/read-rows.ts'

const evaluate = (name: string): Evaluation => {
  const file = readText(dataText(name))
  if (!file.ok) throw new Error(`${name} does not parse`)
  return evaluatePublished(file.rows, file.skipped)
}

const runs = evaluate('training-runs.json')
const points = evaluate('throughput-benchmarks.jsonl')

const groupOf = ({ summary }: Evaluation, quantity: PublishedQuantity, name: string): Accuracy => {
  const accuracy = summary[quantity]
  const group =
    accuracy?.sets?.[name] ?? (accuracy as Readonly<Record<string, Accuracy>> & QuantityAccuracy)[name]
  if (group === undefined) throw new Error(`no accuracy of ${quantity}, ${name}`)
  return group
}

// What is reached, and a little more: a change that makes a prediction worse has to say so here.
// [quantity, group, number of points, mean error, median error, 90th percentile of the fold]
const stepLimits = [
  ['stepSeconds', 'vtrain_single', 1180, 0.072, 0.048, 1.19],
  ['stepSeconds', 'vtrain_multi', 86, 0.07, 0.046, 1.19],
  ['stepSeconds', 'korthikanti2022_t5', 6, 0.035, 0.03, 1.1],
  ['stepSeconds', 'megatron2021_t1', 8, 0.055, 0.03, 1.15],
  ['stepSeconds', 'bigscience', 101, 0.12, 0.115, 1.3],
  ['stepSeconds', 'mosaic', 180, 0.05, 0.038, 1.15],
  ['stepSeconds', 'torchtitan_h100', 14, 0.085, 0.06, 1.23],
  ['stepSeconds', 'megatron_fp8_h100', 3, 0.09, 0.09, 1.14],
  ['mfu', 'mosaic', 180, 0.055, 0.038, 1.15],
  ['mfu', 'megatron_core_h100', 8, 0.075, 0.05, 1.18],
  ['mfu', 'korthikanti2022_t5', 3, 0.065, 0.07, 1.12],
  ['mfu', 'maxtext_v5p', 10, 0.12, 0.12, 1.17],
  ['mfu', 'maxtext_v5e', 24, 0.095, 0.08, 1.23],
  ['memoryBytes', 'bigscience', 83, 0.04, 0.033, 1.08],
  ['memoryBytes', 'torchtitan_h100', 14, 0.095, 0.1, 1.14],
] as const

describe('benchmarks', () => {
  test.each(stepLimits)('%s of %s keeps its accuracy', (quantity, name, n, mean, median, fold) => {
    const group = groupOf(points, quantity, name)
    expect(group.n).toBe(n)
    expect(group.mean).toBeLessThan(mean)
    expect(group.median).toBeLessThan(median)
    expect(group.foldP90).toBeLessThan(fold)
  })

  test.each(['stepSeconds', 'memoryBytes'] as const)(
    'intervals of %s hold about eight points of ten',
    (quantity) => {
      const { coverage, bias } = groupOf(points, quantity, 'all')
      expect(coverage).toBeGreaterThan(0.75)
      expect(coverage).toBeLessThan(0.87)
      expect(Math.abs(bias! - 1)).toBeLessThan(0.03)
    },
  )

  it('finds five of the six layouts that ran out of memory, without a false alarm', () => {
    expect(points.memoryVerdicts).toMatchObject({ outOfMemory: 6, found: 5, falseAlarms: 0 })
  })

  it('are all predicted', () => {
    expect(points.predictedCount).toBe(points.rowCount)
  })
})

// [quantity, group, number of runs, median error, 90th percentile of the error, of the fold]
const runLimits = [
  ['gpuHours', 'A', 32, 0.15, 0.36, 1.45],
  ['gpuHours', 'A+B', 68, 0.18, 0.46, 1.6],
  ['energyMwh', 'A+B', 11, 0.12, 0.22, 1.3],
] as const

describe('whole runs', () => {
  test.each(runLimits)('%s of tier %s keeps its accuracy', (quantity, name, n, median, p90, fold) => {
    const group = groupOf(runs, quantity, name)
    expect(group.n).toBe(n)
    expect(group.median).toBeLessThan(median)
    expect(group.p90).toBeLessThan(p90)
    expect(group.foldP90).toBeLessThan(fold)
  })

  it('are predicted without bias, with intervals that hold about eight of ten', () => {
    const { bias, coverage, width } = groupOf(runs, 'gpuHours', 'A+B')
    expect(Math.abs(bias! - 1)).toBeLessThan(0.05)
    expect(coverage).toBeGreaterThan(0.75)
    expect(coverage).toBeLessThan(0.87)
    expect(width).toBeLessThan(2.5)
  })

  it('of tiers A and B are none of them skipped', () => {
    expect(runs.skipped.filter(({ tier, quantity }) => tier !== null && quantity === null)).toEqual([])
  })
})
