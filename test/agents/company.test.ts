import { describe, expect, test } from 'vitest'
import type { Company } from '../../scenarios/scenario.ts'
import { defaultScenario, meanOf, pairedDifference, simulate } from './default-scenario.ts'

const northlight: Company = {
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
  lastRound: { stage: 'A', amountUsd: 20e6, postMoneyUsd: 120e6, month: -9 },
  ask: { amountUsd: 60e6, postMoneyUsd: 420e6 },
}
const horizonMonths = 36
const study = (company: Company, runs = 30) => simulate(defaultScenario({}, { company, horizonMonths }), runs)

describe("the scenario's own company", () => {
  test('is one startup among the others, followed from month 0', () => {
    for (const { company, startups: s } of study(northlight, 6)) {
      if (company === null) throw new Error('no company record')
      expect(s.isCompany.filter((flag) => flag === 1)).toHaveLength(1)
      const row = s.isCompany.indexOf(1)
      expect(s.foundedMonth[row]).toBe(-21)
      expect(s.outcome[row]).toBe(company.outcome)
      expect(company.cashUsd).toHaveLength(horizonMonths)
      expect(company.moicAtAsk).toBeGreaterThanOrEqual(0)
      if (company.outcome === 1) expect(company.horizonValueUsd).toBe(0)
    }
  })

  // 30 paired runs, seed 1: six standard errors, a false alarm below 1e-5.
  test('more cash means more companies still standing after three years', () => {
    const standing = (company: Company) => study(company).map((r) => (r.company?.outcome === 1 ? 0 : 1))
    const poor = { ...northlight, ask: null, cashUsd: 5e6, burnUsdPerMonth: 5e6, arrUsd: 2e6 }
    const { mean, error } = pairedDifference(standing(poor), standing({ ...poor, cashUsd: 200e6 }))
    expect(mean).toBeGreaterThan(3 * error)
    expect(mean).toBeGreaterThan(0.2)
  })

  test('reported growth is what the first year brings to those that stay, on average, within a factor of two', () => {
    const rich = { ...northlight, cashUsd: 300e6, ask: null, growthPerMonth: 0.04 }
    const yearly = study(rich)
      .map((r) => (r.company?.arrUsd[11] ?? 0) / 14e6)
      .filter((ratio) => ratio > 0)
    const mean = meanOf(yearly)
    expect(mean).toBeGreaterThan(1 + 0.6 / 2)
    expect(mean).toBeLessThan(1 + 0.6 * 2)
  })

  test('an uncertain input is drawn anew each run, and the same way in every scenario', () => {
    const distribution = { family: 'pert', low: 2e6, mid: 4e6, high: 9e6 } as const
    const uncertain = [{ path: 'company.cash', distribution, min: 0, max: 1e12 }]
    const cash = (seed: number) =>
      simulate(
        defaultScenario({}, { company: { ...northlight, ask: null }, horizonMonths: 2, uncertain, seed }),
        5,
      ).map((r) => r.company?.cashUsd[0] ?? 0)
    expect(new Set(cash(1)).size).toBe(5)
    expect(cash(1)).toEqual(cash(1))
    expect(cash(2)).not.toEqual(cash(1))
  })
})
