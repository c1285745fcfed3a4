import { describe, expect, it } from 'vitest'
import type { CompanyRecord } from '../../agents/records.ts'
import { StudyAccumulator } from '../../reports/index.ts'
import { fakeRun } from './fake-records.ts'
import { fakeScenario, identity } from './fake-study.ts'

const record = (company: Partial<CompanyRecord>): CompanyRecord => ({
  outcome: 0,
  outcomeMonth: Number.NaN,
  cause: -1,
  runwayMonthsAt12: Number.NaN,
  nextRoundMonth: Number.NaN,
  nextRoundPostMoneyUsd: Number.NaN,
  nextRoundAmountUsd: Number.NaN,
  fundamentalValueUsd: 100,
  horizonValueUsd: 0,
  moicAtAsk: 0,
  classes: [],
  cashUsd: new Float64Array(12),
  arrUsd: new Float64Array(12),
  ...company,
})

/** Four lives against an ask of $420M: closed in month 5, listed in month 8, two still private. */
const lives = [
  record({ outcome: 1, outcomeMonth: 4.5, fundamentalValueUsd: 10 }),
  record({ outcome: 4, outcomeMonth: 8, horizonValueUsd: 900e6, moicAtAsk: 2, nextRoundMonth: 3 }),
  record({
    horizonValueUsd: 400e6,
    moicAtAsk: 0.9,
    runwayMonthsAt12: 10,
    nextRoundMonth: 6,
    nextRoundAmountUsd: 50e6,
  }),
  record({ horizonValueUsd: 420e6, moicAtAsk: 1, runwayMonthsAt12: 14 }),
]

const accumulator = new StudyAccumulator(
  fakeScenario({ runs: 4, horizon: 12, withCompany: true, expect: [] }),
)
lives.forEach((company, i) => accumulator.addRun(fakeRun({ run: i + 1, horizon: 12, company }), 1))
const { company } = accumulator.summarise(identity)

describe('the company of a scenario', () => {
  it('stands in a month unless it has closed by then; a listing stands', () => {
    expect(company?.survival.months).toHaveLength(13)
    expect(company?.survival.estimate.slice(3, 7)).toEqual([1, 1, 0.75, 0.75])
    expect(company?.survival.estimate[12]).toBe(0.75)
  })

  it('has the outcomes of its runs, month by month', () => {
    expect(company?.outcomesByMonth.listed.slice(6, 10)).toEqual([0, 0, 0.25, 0.25])
    expect(company?.outcomesByMonth.private.slice(4, 9)).toEqual([1, 0.75, 0.75, 0.75, 0.5])
    expect(company?.outcomes.closed.estimate).toBe(0.25)
    expect(company?.outcomes.private.estimate).toBe(0.5)
  })

  it('the ask sits where the share of runs worth less says', () => {
    expect(company?.askRank.all.estimate).toBe(0.5)
    expect(company?.askRank.survivors.estimate).toBeCloseTo(1 / 3, 12)
    expect(company?.askPostMoneyUsd).toBe(420e6)
  })

  it('runway and next round are over the runs that have one', () => {
    expect(company?.runwayMonthsAt12.estimate).toBe(12)
    expect(company?.nextRound.probability.estimate).toBe(0.5)
    expect(company?.nextRound.month.estimate).toBe(4.5)
    expect(company?.nextRound.amountUsd.estimate).toBe(50e6)
  })

  it('value counts the zeros, survivors do not', () => {
    expect(company?.valueUsd.all.mean.estimate).toBe((0 + 900e6 + 400e6 + 420e6) / 4)
    expect(company?.valueUsd.survivors.count).toBe(3)
    expect(company?.fundamentalValueUsd.mean.estimate).toBe((10 + 300) / 4)
  })

  it('returns at the ask are over runs', () => {
    expect(company?.returns.lossShare.estimate).toBe(0.5)
    expect(company?.returns.moic.count).toBe(4)
  })
})

it('a market study has no company', () => {
  const market = new StudyAccumulator(fakeScenario({ runs: 1, expect: [] }))
  market.addRun(fakeRun({ run: 1 }), 1)
  expect(market.summarise(identity)).not.toHaveProperty('company')
})
