import { describe, expect, it, test } from 'vitest'
import { evaluatePublished } from '../../../reports/evaluation/evaluate-published.ts'
import { dataText } from '../data-texts.ts'
import { parseRecords, type PublishedRecord } from '../../../scenarios/published/parse-records.ts'
import { factNames } from '../../../scenarios/published/published-fields.ts'
import { readAll } from './read-rows.ts'

const names = ['id', 'model', 'org', 'family', 'source', 'note', 'url']
const outcomes =
  `gpu_hours gpu_hours_kind wall_days mfu hfu tflops_per_gpu hw_tflops_per_gpu model_tflops_per_gpu
  tokens_per_s_per_gpu step_s mem_gb mem_gib oom days_300B cost_usd price_per_gpu_hour energy_mwh energy_scope tco2e
  interruptions eval_tier eval_exclude_reason tokens_kind status confidence`.split(/\s+/u)

const recordsOf = (file: string): readonly PublishedRecord[] => {
  const parsed = parseRecords(dataText(file))
  if (!parsed.ok) throw new Error(`${file} does not parse`)
  return parsed.records
}

/** Every prediction of a file, as bytes. */
const predictionsOf = (records: readonly object[]): string => {
  const { rows, skipped } = readAll(records)
  const evaluation = evaluatePublished(rows, skipped)
  const whole = evaluation.skipped.filter(({ quantity }) => quantity === null).map(({ index }) => index)
  const predicted = evaluation.rows.map(({ index, quantity, predicted: spread, standIn }) => [
    index,
    quantity,
    spread,
    standIn,
  ])
  return JSON.stringify({ predicted, whole })
}

const stripped = (record: PublishedRecord, place: number): object => {
  const others = Object.entries(record).filter(([name]) => !outcomes.includes(name))
  return Object.fromEntries(
    others.map(([name, value]) => [name, names.includes(name) ? `other ${place}` : value]),
  )
}

const absurd = (record: PublishedRecord): object => ({
  ...record,
  ...Object.fromEntries(outcomes.map((name) => [name, 1e6])),
})

describe.each(['training-runs.json', 'throughput-benchmarks.jsonl'])('predictions of %s', (file) => {
  const records = recordsOf(file)
  const predictions = predictionsOf(records)

  it('are there', () => {
    expect(predictions.length).toBeGreaterThan(10_000)
  })

  it('are the same bytes if names are replaced and every outcome is deleted', () => {
    expect(predictionsOf(records.map(stripped))).toBe(predictions)
  })

  it('are the same bytes if every outcome is absurd', () => {
    expect(predictionsOf(records.map(absurd))).toBe(predictions)
  })
})

test('no name and no outcome is among the fields that a prediction may read', () => {
  expect([...names, ...outcomes].filter((name) => factNames.has(name))).toEqual([])
})
