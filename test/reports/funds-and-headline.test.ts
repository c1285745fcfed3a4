import { describe, expect, it } from 'vitest'
import type { CompanyClassRecord, CompanyRecord } from '../../agents/records.ts'
import { renderSummary, StudyAccumulator } from '../../reports/index.ts'
import { fakeRun } from './fake-records.ts'
import { fakeScenario, identity } from './fake-study.ts'

const classes = (common: number, series: number): readonly CompanyClassRecord[] => [
  { name: 'common', kind: 'common', shares: 100, proceedsUsd: 2 * common, presentValueUsd: common },
  { name: 'A', kind: 'series', shares: 50, proceedsUsd: 2 * series, presentValueUsd: series },
  { name: 'angel SAFE', kind: 'convertible', shares: Number.NaN, proceedsUsd: 0, presentValueUsd: 0 },
]

const company = (common: number, series: number): CompanyRecord => ({
  outcome: 0,
  outcomeMonth: Number.NaN,
  cause: -1,
  runwayMonthsAt12: Number.NaN,
  nextRoundMonth: Number.NaN,
  nextRoundPostMoneyUsd: Number.NaN,
  nextRoundAmountUsd: Number.NaN,
  fundamentalValueUsd: common + series,
  horizonValueUsd: 0,
  moicAtAsk: 0,
  classes: classes(common, series),
  cashUsd: new Float64Array(12),
  arrUsd: new Float64Array(12),
})

const rounds = [
  { startup: 1, amount: 1e7, post: 1.5e9, returned: 0, fair: 1e9 },
  { startup: 1, amount: 1e7, post: 2e7, returned: 0, fair: 1e7 },
]
const runs = [
  fakeRun({
    run: 1,
    horizon: 12,
    rounds,
    company: company(60e6, 40e6),
    funds: [{ paidIn: 100, distributed: 50, held: 150, irr: 0.2 }],
  }),
  fakeRun({
    run: 2,
    horizon: 12,
    rounds: [{ startup: 1, amount: 1e7, post: 2e9, returned: 0, fair: 1e9 }],
    company: company(100e6, 40e6),
    funds: [
      { paidIn: 100, distributed: 0, held: 0, irr: -1 },
      { paidIn: 200, distributed: 100, held: 0 },
    ],
  }),
]

const scenario = fakeScenario({ runs: 2, horizon: 12, withCompany: true, expect: [] })
const merged = new StudyAccumulator(scenario)
for (const run of runs) {
  const shard = new StudyAccumulator(scenario)
  shard.addRun(run, 1)
  merged.merge(JSON.parse(JSON.stringify(shard.toShardSummary())))
}
const summary = merged.summarise(identity)

describe('funds', () => {
  it('are counted each once, and IRR only where there is one', () => {
    expect(summary.funds.tvpi.count).toBe(3)
    expect(summary.funds.irr.count).toBe(2)
    expect(summary.funds.tvpi.p50.estimate).toBeCloseTo(0.5, 2)
  })

  it('together gave back all value over all calls', () => {
    expect(summary.funds.pooledTvpi.estimate).toBeCloseTo(300 / 400, 12)
  })
})

describe('headlines', () => {
  it('lie above fair value by the mean over rounds, unicorns for themselves', () => {
    expect(summary.headline).toMatchObject({ rounds: 3, unicornRounds: 2 })
    expect(summary.headline.unicornOvervaluation.estimate).toBeCloseTo(0.75, 12)
    expect(summary.headline.overvaluation.estimate).toBeCloseTo(2.5 / 3, 12)
    expect(summary.headline.unicornOvervaluation.low).toBeLessThan(0.75)
  })
})

describe("the company's classes", () => {
  it('are worth the mean of their present values, in all and a share', () => {
    const [common, series, safe] = summary.company?.classes ?? []
    expect(common.fairValueUsd.estimate).toBe(80e6)
    expect(common.fairValuePerShareUsd.estimate).toBe(0.8e6)
    // Two runs 40 apart: a standard error of 20 and 12.7 of them to each side.
    expect(common.fairValueUsd.high).toBeCloseTo(80e6 + 12.706 * 20e6, -5)
    expect(series.proceedsUsd.p50.estimate).toBeCloseTo(80e6, -5)
    expect(safe).toMatchObject({ shares: null, fairValuePerShareUsd: { estimate: null } })
  })

  it('stand beside the headline: the asked pre-money over their sum', () => {
    const { ask } = scenario.company ?? {}
    if (ask === null || ask === undefined) throw new Error('the scenario asks for nothing')
    const headline = summary.company?.headline
    expect(headline?.basis).toBe('ask')
    expect(headline?.usd).toBe(ask.postMoneyUsd - ask.amountUsd)
    expect(headline?.fairValueUsd.estimate).toBe(120e6)
    expect(headline?.overvaluation.estimate).toBeCloseTo((ask.postMoneyUsd - ask.amountUsd) / 120e6 - 1, 12)
  })

  it('are shown by name', () => {
    const text = renderSummary(summary, { lang: 'en', width: 100, ascii: false, color: false })
    expect(text).toMatch(/WORTH OF EACH CLASS NOW[^]*common[^]*angel SAFE[^]*asked pre-money above that/u)
  })
})
