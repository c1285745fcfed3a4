import type { CompanyRecord, RunRecord } from '../../agents/records.ts'
import type { Company, Gate, Scenario } from '../../scenarios/scenario.ts'
import { fakeRun, makeUniform, type FakeRound, type FakeStartup } from './fake-records.ts'

const company: Company = {
  name: 'Northlight',
  direction: 'technology_innovator',
  businessModel: 'subscription',
  industry: 'software',
  jurisdiction: 'US',
  cashUsd: 4e6,
  arrUsd: 14e6,
  growthPerMonth: 0.05,
  burnUsdPerMonth: 4.35e6,
  grossMargin: 0.5,
  team: { researchers: 12, engineers: 30, goToMarket: 15 },
  lastRound: null,
  ask: { amountUsd: 60e6, postMoneyUsd: 420e6 },
  capTable: null,
}

const gates: readonly Gate[] = [
  {
    text: 'survival(36 months) >= 70%',
    metric: { kind: 'survival', months: 36 },
    comparison: '>=',
    threshold: 0.7,
  },
  {
    text: 'P(moic < 1) <= 60%',
    metric: { kind: 'moic_below', multiple: 1 },
    comparison: '<=',
    threshold: 0.6,
  },
  { text: 'value(P50) >= $1M', metric: { kind: 'value', percentile: 50 }, comparison: '>=', threshold: 1e6 },
]

interface FakeScenario {
  readonly runs: number
  readonly horizon?: number
  readonly withCompany?: boolean
  readonly expect?: readonly Gate[]
}

/** A scenario as far as summaries read it: they never look at the market's parameters. */
export const fakeScenario = ({
  runs,
  horizon = 120,
  withCompany = false,
  expect = gates,
}: FakeScenario): Scenario => ({
  name: withCompany ? 'northlight' : 'book',
  seed: 42,
  runs,
  horizonMonths: horizon,
  parameters: {} as Scenario['parameters'],
  company: withCompany ? company : null,
  shocks: [],
  expect,
  uncertain: [],
})

export const identity = { id: '7f3a91c04d22', scenarioSha256: 'c0ffee' } as const

/** Outcome code by a uniform number: private, closed, acqui-hired, acquired, listed. */
const outcomeOf = (u: number): number => {
  const limits = [0.4, 0.75, 0.8, 0.94]
  const code = limits.findIndex((limit) => u < limit)
  return code < 0 ? 4 : code
}

const makeCompany = (draw: () => number, normal: () => number): CompanyRecord => {
  const isClosed = draw() < 0.35
  const hasRound = draw() < 0.6
  return {
    outcome: isClosed ? 1 : 0,
    outcomeMonth: isClosed ? 120 * draw() : Number.NaN,
    cause: isClosed ? 2 : -1,
    runwayMonthsAt12: 8 + 4 * draw(),
    nextRoundMonth: hasRound ? 30 * draw() : Number.NaN,
    nextRoundPostMoneyUsd: hasRound ? 4e8 * Math.exp(normal()) : Number.NaN,
    nextRoundAmountUsd: hasRound ? 6e7 * Math.exp(0.3 * normal()) : Number.NaN,
    fundamentalValueUsd: 1e8 * Math.exp(normal()),
    horizonValueUsd: isClosed ? 0 : 3e8 * Math.exp(1.3 * normal()),
    classes: [],
    moicAtAsk: isClosed ? 0 : Math.exp(1.2 * normal() - 0.3),
    cashUsd: new Float64Array(120),
    arrUsd: new Float64Array(120),
  }
}

/** A made-up run of 120 months: skewed values, outcomes that depend on the run, months on a grid of 1/64. */
export const makeRun = (run: number, startupCount: number, withCompany = false): RunRecord => {
  const draw = makeUniform(1000 + run)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw())
  const onGrid = (month: number): number => Math.round(64 * month) / 64
  const boom = normal()
  const startups = Array.from({ length: startupCount }, (): FakeStartup => {
    const founded = onGrid(180 * draw() - 60)
    const outcome = outcomeOf(Math.min(0.99, Math.max(0, draw() - 0.05 * boom)))
    const start = Math.max(0, founded)
    const end = outcome === 0 ? {} : { end: onGrid(start + (120 - start) * draw()) }
    const exit = outcome >= 2 ? { exit: Math.exp(17 + 2 * normal()) } : {}
    const postMoney = draw() < 0.7 ? { postMoney: Math.exp(16 + boom / 2 + 2 * normal()) } : {}
    const fairValue = outcome <= 1 ? { fairValue: outcome === 1 ? 0 : Math.exp(15 + 2 * normal()) } : {}
    return { founded, outcome, ...end, ...exit, ...postMoney, ...fairValue }
  })
  const rounds = Array.from({ length: Math.floor(1.3 * startupCount) }, (_, i): FakeRound => {
    const amount = 1e6 + 1e8 * draw()
    const post = amount * (4 + 6 * draw())
    return {
      startup: 1 + (i % startupCount),
      amount,
      post,
      returned: draw() < 0.5 ? 0 : amount * Math.exp(1.5 * normal()),
      month: 120 * draw(),
    }
  })
  const collapses = draw() < 0.4
  return fakeRun({
    run,
    startups,
    rounds,
    marketMonths: 120,
    totals: {
      drawdown: draw(),
      peakMispricing: 0.5 + 0.4 * normal(),
      residualMultiple: Math.exp(0.5 * normal()),
      collapseMonth: collapses ? 60 : Number.NaN,
      verdict: Math.floor(4 * draw() * draw()),
      gpuHours: 1e6 * draw(),
      gpuSpendUsd: 3e8 * draw(),
      costsUsd: 1e9,
      investedUsd: 5e9 * Math.exp(normal()),
    },
    ...(withCompany ? { company: makeCompany(draw, normal) } : {}),
  })
}
