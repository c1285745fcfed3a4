import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RunRecord } from '../../agents/records.ts'
import { planShards } from '../../engine/study/index.ts'
import { StudyAccumulator, type ShardSummary, type Summary } from '../../reports/index.ts'
import { fakeRun, type FakeStartup } from './fake-records.ts'
import { fakeScenario, identity, makeRun } from './fake-study.ts'

const scenarioOf = (runs: number, horizon = 120) => fakeScenario({ runs, horizon, expect: [] })

const summaryOf = (records: readonly RunRecord[], horizon = 120): Summary => {
  const accumulator = new StudyAccumulator(scenarioOf(records.length, horizon))
  for (const record of records) accumulator.addRun(record, 100)
  return accumulator.summarise(identity)
}

describe('a summary of two small runs, worked out by hand', () => {
  const runs: readonly (readonly FakeStartup[])[] = [
    [
      { founded: 0, outcome: 1, end: 6, fairValue: 0, postMoney: 500 },
      { founded: 2, outcome: 0, postMoney: 100, fairValue: 60 },
    ],
    [
      { founded: -4, outcome: 3, end: 5, exit: 40, postMoney: 70 },
      { founded: 1, outcome: 0, fairValue: 10 },
    ],
  ]
  const records = runs.map((startups, i) =>
    fakeRun({
      run: i + 1,
      horizon: 12,
      startups,
      rounds: [
        { startup: 1, amount: 10, post: 100, returned: 5 },
        { startup: 2, amount: 10, post: 100, returned: i === 0 ? 10 : 40 },
        { startup: 2, amount: 0, post: 100, returned: 1 },
      ],
      totals: {
        verdict: i,
        collapseMonth: i === 0 ? Number.NaN : 7,
        gpuHours: 10 + 20 * i,
        gpuSpendUsd: 20,
        costsUsd: 80,
      },
    }),
  )
  const summary = summaryOf(records, 12)

  it('outcomes are shares of all startups', () => {
    const shares = Object.entries(summary.outcomes).map(([key, { estimate }]) => [key, estimate])
    expect(shares).toEqual([
      ['closed', 0.25],
      ['acquiHired', 0],
      ['acquired', 0.25],
      ['listed', 0],
      ['private', 0.5],
    ])
  })

  it('survival counts closing only, by age, from the age at which a startup is first seen', () => {
    // Ages seen: 0-6 closed, 0-10, 4-9 sold, 0-11. At age 6 all four are at risk, one closes.
    expect(summary.survival.months).toEqual(Array.from({ length: 13 }, (_, i) => i))
    expect(summary.survival.estimate).toEqual([1, 1, 1, 1, 1, 1, 0.75, 0.75, 0.75, 0.75, 0.75, 0.75, null])
  })

  it('a closed startup is worth 0, a sold one its proceeds, a private one its post-money, or fair value without a round', () => {
    const { postMoneyUsd, fairValueUsd } = summary.valuation
    expect(postMoneyUsd.all.mean.estimate).toBe((0 + 100 + 40 + 10) / 4)
    expect(postMoneyUsd.survivors.mean.estimate).toBe((100 + 40 + 10) / 3)
    expect(fairValueUsd.all.mean.estimate).toBe((0 + 60 + 40 + 10) / 4)
    expect([postMoneyUsd.all.count, postMoneyUsd.survivors.count]).toEqual([4, 3])
    expect(postMoneyUsd.all.p50.estimate).toBe(25)
  })

  it('returns are over rounds with new money', () => {
    expect(summary.returns.moic.count).toBe(4)
    expect(summary.returns.lossShare.estimate).toBe(0.5)
    expect(summary.returns.moic.mean.estimate).toBe((0.5 + 1 + 0.5 + 4) / 4)
    expect(summary.returns.cumulative.find((step) => step.multiple === 3)?.below.estimate).toBe(0.75)
  })

  it('verdict, collapse and compute are over runs', () => {
    expect(summary.verdict.goldMine.estimate).toBe(0.5)
    expect(summary.verdict.productiveBubble.estimate).toBe(0.5)
    expect(summary.verdict.dud.estimate).toBe(0)
    expect(summary.market.collapseShare.estimate).toBe(0.5)
    expect(summary.compute.gpuHours.estimate).toBe(20)
    expect(summary.compute.shareOfCosts).toEqual({ estimate: 0.25, low: 0.25, high: 0.25 })
    // Mean 20 of 10 and 30: standard error 10, Student's t with one degree of freedom 12.706.
    expect(summary.compute.gpuHours.high).toBeCloseTo(20 + 127.062, 2)
  })

  it('identity comes first, in the order of the document', () => {
    expect(Object.keys(summary).slice(0, 7)).toEqual([
      'schema',
      'id',
      'scenario',
      'seed',
      'runs',
      'failedRuns',
      'horizonMonths',
    ])
    expect(summary).toMatchObject({ schema: 'froth.summary/1', seed: 42, runs: 2, horizonMonths: 12 })
  })
})

describe('what is not known', () => {
  it('a study without a finished run has nulls, no NaN and its failures counted', () => {
    const accumulator = new StudyAccumulator(fakeScenario({ runs: 3, withCompany: true }))
    accumulator.addFailure(2, 'cash became negative', 55)
    const summary = accumulator.summarise(identity)
    expect(summary.failedRuns).toBe(1)
    expect(accumulator.events).toBe(55)
    expect(summary.survival.estimate.slice(1).every((value) => value === null)).toBe(true)
    expect(summary.verdict.goldMine).toEqual({ estimate: null, low: null, high: null })
    expect(summary.gates.map((gate) => gate.pass)).toEqual([null, null, null])
    expectOnlyFinite(summary)
  })

  it('one run has estimates but no intervals between runs', () => {
    const summary = summaryOf([makeRun(1, 50)])
    expect(summary.outcomes.closed.estimate).toBeGreaterThan(0)
    expect(summary.outcomes.closed.low).toBeNull()
    expect(summary.compute.gpuHours.high).toBeNull()
    expectOnlyFinite(summary)
  })

  it('only the first ten failures are kept, all are counted', () => {
    const accumulator = new StudyAccumulator(scenarioOf(50))
    for (let run = 1; run <= 30; run++) accumulator.addFailure(run, 'x')
    const merged = new StudyAccumulator(scenarioOf(50))
    for (let i = 0; i < 3; i++) merged.merge(accumulator.toShardSummary())
    expect(merged.failedRuns).toBe(90)
    expect(merged.failures.map((failure) => failure.run)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })
})

/** JSON would silently turn NaN and Infinity into null. */
const expectOnlyFinite = (value: unknown): void => {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
  else if (value !== null && typeof value === 'object') Object.values(value).forEach(expectOnlyFinite)
}

describe('shards', () => {
  const runCount = 30
  const scenario = fakeScenario({ runs: runCount, withCompany: true })
  const records = Array.from({ length: runCount }, (_, i) => makeRun(i + 1, 15, true))
  const shards = planShards(runCount)

  /** What a worker stores: the JSON of a shard's summary. */
  const computeShard = (index: number): string => {
    const { firstRun, runCount } = shards[index]
    const accumulator = new StudyAccumulator(scenario)
    for (const record of records.slice(firstRun - 1, firstRun - 1 + runCount)) accumulator.addRun(record, 10)
    return JSON.stringify(accumulator.toShardSummary())
  }
  const mergeAll = (stored: readonly string[]): Summary => {
    const accumulator = new StudyAccumulator(scenario)
    for (const text of stored) accumulator.merge(JSON.parse(text) as ShardSummary)
    return accumulator.summarise(identity)
  }
  const reference = JSON.stringify(mergeAll(shards.map((shard) => computeShard(shard.index))))

  it('the bytes of a summary do not depend on the order in which shards were computed', () => {
    const order = fc.shuffledSubarray(
      shards.map((shard) => shard.index),
      { minLength: shards.length },
    )
    fc.assert(
      fc.property(order, (indices) => {
        const stored: string[] = []
        for (const index of indices) stored[index] = computeShard(index)
        expect(JSON.stringify(mergeAll(stored))).toBe(reference)
      }),
      { numRuns: 10 },
    )
  })

  it('a summary passes through JSON unharmed', () => {
    const direct = new StudyAccumulator(scenario)
    for (const shard of shards) direct.merge(JSON.parse(computeShard(shard.index)) as ShardSummary)
    const again = new StudyAccumulator(scenario)
    again.merge(JSON.parse(JSON.stringify(direct.toShardSummary())) as ShardSummary)
    expect(JSON.stringify(again.summarise(identity))).toBe(reference)
  })

  it('other orders and other cuts of the runs agree to a billionth, as a live screen needs', () => {
    const backwards = mergeAll(shards.map((shard) => computeShard(shard.index)).reverse())
    const whole = new StudyAccumulator(scenario)
    for (const record of records) whole.addRun(record, 10)
    for (const other of [backwards, whole.summarise(identity)]) {
      expectClose(JSON.parse(JSON.stringify(other)), JSON.parse(reference))
    }
  })

  it('a stored shard is plain JSON data with its runs and events', () => {
    const shard = JSON.parse(computeShard(0)) as ShardSummary
    expect(shard).toMatchObject({ schema: 'froth.shard/1', runs: shards[0].runCount, failedRuns: 0 })
    expect(shard.events).toBe(10 * shards[0].runCount)
  })

  it('a summary does not change what it was made from', () => {
    const accumulator = new StudyAccumulator(scenario)
    for (const record of records.slice(0, 10)) accumulator.addRun(record, 10)
    accumulator.summarise(identity)
    for (const record of records.slice(10)) accumulator.addRun(record, 10)
    const quiet = new StudyAccumulator(scenario)
    for (const record of records) quiet.addRun(record, 10)
    expect(JSON.stringify(accumulator.summarise(identity))).toBe(JSON.stringify(quiet.summarise(identity)))
  })
})

const expectClose = (actual: unknown, expected: unknown): void => {
  if (typeof expected === 'number') {
    expect(Math.abs((actual as number) - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected) + 1e-12)
  } else if (expected !== null && typeof expected === 'object') {
    for (const [key, value] of Object.entries(expected))
      expectClose((actual as Record<string, unknown>)[key], value)
  } else expect(actual).toEqual(expected)
}

describe('large studies', () => {
  it('above 100,000 values percentiles stay within 0.1 % of their neighbours and the stored state stops growing', () => {
    const records = Array.from({ length: 40 }, (_, i) => makeRun(i + 1, 300))
    const values = records
      .flatMap(({ startups }) => [...startups.lastPostMoneyUsd.keys()].map((i) => valueOf(startups, i)))
      .sort((a, b) => a - b)
    const accumulator = new StudyAccumulator(scenarioOf(480))
    const sizes: number[] = []
    for (let pass = 0; pass < 12; pass++) {
      for (const record of records) accumulator.addRun({ ...record, run: 40 * pass + record.run }, 1)
      if (pass >= 10)
        sizes.push(JSON.stringify(accumulator.toShardSummary().valuation.postMoneyUsd.all).length)
    }
    const { postMoneyUsd } = accumulator.summarise(identity).valuation
    expect(postMoneyUsd.all.count).toBe(144_000)
    for (const [name, share] of [
      ['p75', 0.75],
      ['p90', 0.9],
      ['p99', 0.99],
    ] as const) {
      const rank = Math.round(share * (values.length - 1))
      const estimate = postMoneyUsd.all[name].estimate ?? Number.NaN
      expect(estimate).toBeGreaterThan(0.999 * values[rank - 1])
      expect(estimate).toBeLessThan(1.001 * values[rank + 1])
    }
    expect(sizes[1] / sizes[0]).toBeLessThan(1.02)
  })
})

const valueOf = (startups: RunRecord['startups'], i: number): number => {
  if (startups.outcome[i] === 1) return 0
  if (startups.outcome[i] >= 2) return startups.exitUsd[i]
  const postMoney = startups.lastPostMoneyUsd[i]
  return Number.isNaN(postMoney) ? startups.fairValueUsd[i] : postMoney
}
