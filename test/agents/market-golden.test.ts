import { createHash } from 'node:crypto'
import { Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { eventNames, makeModel } from '../../agents/index.ts'
import { Calendar } from '../../engine/kernel/index.ts'
import { replicate } from '../../engine/study/index.ts'
import { renderCsv, StudyAccumulator, tableNames, type RunResult } from '../../reports/index.ts'
import type { Scenario } from '../../scenarios/index.ts'
import { defaultScenario } from './default-scenario.ts'

// Seeded runs and the bytes that they must give on every Node that we support. A change here is a change of every
// published number: it needs a decision record in `agents/decisions`, and then `npx vitest run golden -u`.

class Digest extends Writable {
  readonly hash = createHash('sha256')
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.hash.update(chunk)
    done()
  }
}

function resultsOf(scenario: Scenario, runs: number): RunResult[] {
  const model = makeModel(scenario, { panel: true })
  const calendar = new Calendar()
  return Array.from({ length: runs }, (_, index) => replicate(model, scenario.seed, index + 1, calendar))
}

async function digests(scenario: Scenario, runs: number): Promise<Record<string, string>> {
  const results = resultsOf(scenario, runs)
  const found: Record<string, string> = {}
  for (const table of tableNames.filter((name) => name !== 'events')) {
    const sink = new Digest()
    await renderCsv(table, results, sink, { header: true, eventNames })
    found[`${table}.csv`] = sink.hash.digest('hex')
  }
  const accumulator = new StudyAccumulator(scenario)
  for (const result of results) if (result.status === 'ok') accumulator.addRun(result.record, result.events)
  const merged = new StudyAccumulator(scenario)
  merged.merge(accumulator.toShardSummary())
  const summary = merged.summarise({ id: 'golden', scenarioSha256: 'golden' })
  found['summary.json'] = createHash('sha256').update(JSON.stringify(summary)).digest('hex')
  return found
}

const p = defaultScenario().parameters

describe('golden runs', () => {
  test('book, 6 runs of 60 months, seed 1', async () => {
    const found = await digests(defaultScenario({}, { horizonMonths: 60 }), 6)
    await expect(JSON.stringify(found, null, 2)).toMatchFileSnapshot('goldens/book.json')
  })

  test('a bubble with shocks, 4 runs of 48 months, seed 7', async () => {
    const market = { ...p.market, discipline: 0.25, capabilityThresholdShift: 3 }
    const shocks = [
      { shock: 'gpu_shortage', month: 6, durationMonths: 12, severity: 1 },
      { shock: 'funding_winter', month: 20, durationMonths: 12, severity: 1 },
      { shock: 'ipo_window_shut', month: 30, durationMonths: 6, severity: 1 },
    ] as const
    const found = await digests(defaultScenario({ market }, { horizonMonths: 48, shocks, seed: 7 }), 4)
    await expect(JSON.stringify(found, null, 2)).toMatchFileSnapshot('goldens/bubble.json')
  })
})
