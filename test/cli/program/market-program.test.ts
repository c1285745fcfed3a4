import { Writable } from 'node:stream'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { EventLog } from '../../../cli/program/event-log.ts'
import { countStartupMonths, program } from '../../../cli/program/market-program.ts'
import { marketReporter } from '../../../cli/program/market-reporter.ts'
import { makeStudyId } from '../../../cli/commands/run/make-request.ts'
import type { TableName } from '../../../cli/study/index.ts'
import type { RunRecord } from '../../../agents/index.ts'
import { catalogue, loadScenario, type Scenario } from '../../../scenarios/index.ts'

class Collector extends Writable {
  text = ''
  override _write(piece: Buffer, _encoding: string, done: () => void): void {
    this.text += piece.toString()
    done()
  }
}

let scenario: Scenario

beforeAll(async () => {
  const text = 'froth: 1\nextends: book\nhorizon: 6 months\n'
  const loaded = await loadScenario(
    { scenario: 'test.yaml' },
    {
      catalogue,
      read: () => ({ ok: true, content: text }),
      readBuiltIn: (name) => ({ ok: true, content: readFileSync(`scenarios/built-in/${name}.yaml`) }),
    },
  )
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  scenario = loaded.scenario
})

const runShard = async (tables: readonly TableName[], runs: readonly number[]) => {
  const sinks = new Map(tables.map((table) => [table, new Collector()]))
  const shard = program.openBench({ scenario, seed: 3, tables }).startShard(sinks)
  const outputs = []
  for (const run of runs) outputs.push(await shard.run(run))
  const { partial, rowCounts } = await shard.finish()
  const texts = Object.fromEntries([...sinks].map(([table, sink]) => [table, sink.text]))
  return { outputs, partial, rowCounts, texts }
}

describe('the market as a study runs it', () => {
  it('gives a run the same rows whatever was run before it in the same thread', async () => {
    const alone = await runShard(['runs', 'startups'], [2])
    const after = await runShard(['runs', 'startups'], [1, 2])
    expect(after.texts['startups'].endsWith(alone.texts['startups'])).toBe(true)
    expect(after.texts['runs'].endsWith(alone.texts['runs'])).toBe(true)
  })

  it('changes no other byte when events are written', async () => {
    const plain = await runShard(['runs', 'startups', 'rounds', 'market'], [1, 2])
    const logged = await runShard(['runs', 'startups', 'rounds', 'market', 'events'], [1, 2])
    const { events, ...others } = logged.texts
    expect(others).toEqual(plain.texts)
    expect(logged.partial).toEqual(plain.partial)
    expect(events.split('\n').length - 1).toBe(logged.rowCounts.get('events'))
  })

  it('counts rows, events and startup-months', async () => {
    const { outputs, rowCounts, texts } = await runShard(['runs', 'market'], [1, 2, 3])
    expect([rowCounts.get('runs'), rowCounts.get('market')]).toEqual([3, 18])
    expect(texts['runs'].split('\n')).toHaveLength(4)
    for (const output of outputs) {
      expect(output).toMatchObject({ status: 'ok', message: '' })
      expect(output.events).toBeGreaterThan(1000)
      expect(output.startupMonths).toBeGreaterThan(60)
    }
  })

  it('summarises merged shards', async () => {
    const merger = marketReporter.startSummary(scenario)
    merger.merge((await runShard([], [1, 2])).partial)
    merger.merge((await runShard([], [3])).partial)
    const summary = merger.summarise({ id: 'a', scenarioSha256: 'b', seed: 3, runs: 3 })
    expect(summary).toMatchObject({ schema: 'froth.summary/1', id: 'a', seed: 3, runs: 3, failedRuns: 0 })
    expect(JSON.parse(marketReporter.renderSummary(summary))).toEqual(summary)
  })
})

it('a header has the columns of the codebook', () => {
  const header = marketReporter.renderHeader('market')
  expect(header).toMatch(/^run,month,sentiment,.*\n$/)
  const identity = { id: 'abc', scenarioSha256: 'd', seed: 1, runs: 2 }
  const table = { table: 'market', path: 'market.csv', rowCount: 1, bytes: 1, sha256: 'e' } as const
  const { resources } = JSON.parse(marketReporter.renderDataPackage([table], identity)) as {
    resources: { schema: { fields: { name: string }[] } }[]
  }
  expect(`${resources[0].schema.fields.map(({ name }) => name).join(',')}\n`).toBe(header)
})

it('startup-months count only what lies within the recorded time', () => {
  const startups = {
    count: 3,
    foundedMonth: Float64Array.of(-10, 5, 20),
    outcomeMonth: Float64Array.of(4, Number.NaN, 22),
  }
  expect(countStartupMonths({ horizonMonths: 24, startups } as unknown as RunRecord)).toBe(4 + 19 + 2)
})

it('an event log keeps what happens from month 0 on, however much it is', () => {
  const log = new EventLog()
  log.observe(-1, 1, 2, 3)
  for (let i = 0; i < 40_000; i++) log.observe(i / 1000, 7, i, -i)
  const { count, month, kind, agent, argument } = log.table()
  expect([count, month[39_999], kind[0], agent[20_000], argument[39_999]]).toEqual([
    40_000, 39.999, 7, 20_000, -39_999,
  ])
  log.clear()
  expect(log.table().count).toBe(0)
})

it('the id of a study is made from hash, seed, runs and version', () => {
  // printf 'ab\n1\n1000\n0.1.0' | sha256sum
  expect(makeStudyId('ab', 1, 1000, '0.1.0')).toBe('886acb7315d0')
  expect(makeStudyId('ab', 1, 1000, '0.1.1')).not.toBe(makeStudyId('ab', 1, 1000, '0.1.0'))
})
