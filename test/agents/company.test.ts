import { describe, expect, test } from 'vitest'
import { usualTerms } from '../../engine/finance/index.ts'
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
  capTable: null,
}

/** A cap table with something of everything: its SAFE has no discount, its note no cap. */
const angelTable: NonNullable<Company['capTable']> = {
  common: [{ holder: 'founders', shares: 8e6, paidUsd: 0 }],
  rights: [{ name: 'CTO options', holder: 'CTO', kind: 'option', shares: 4e5, strikeUsd: 0.5 }],
  pool: { promisedShares: 0, availableShares: 6e5 },
  series: [
    {
      name: 'Series A',
      shares: 2e6,
      issuePriceUsd: 10,
      conversionPriceUsd: 10,
      accruedDividendUsd: 0,
      terms: usualTerms,
      day: null,
      holders: [{ holder: 'fund', shares: 2e6 }],
    },
  ],
  convertibles: [
    { ...convertible('angel SAFE', 'safe'), capUsd: 100e6 },
    { ...convertible('angel note', 'note'), discount: 0.2, interestRate: 0.08 },
  ],
}

function convertible(name: string, kind: 'safe' | 'note') {
  return {
    name,
    holder: 'angel',
    kind,
    amountUsd: 1e6,
    day: null,
    capUsd: Infinity,
    capBasis: 'post_money' as const,
    discount: 0,
    favours: [],
    isMostFavoured: false,
    interestRate: 0,
    interestCompounds: false,
    maturityDay: null,
    hasProRata: false,
  }
}

function withMultiple(liquidationMultiple: number): NonNullable<Company['capTable']> {
  const [series] = angelTable.series
  return { ...angelTable, series: [{ ...series, terms: { ...usualTerms, liquidationMultiple } }] }
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

  test('starts with its own cap table: its SAFEs convert at its next priced round, and every class is followed', () => {
    const studied = study({ ...northlight, capTable: angelTable }, 30)
    for (const { company, rounds: r } of studied) {
      if (company === null) throw new Error('no company record')
      const names = company.classes.map(({ name }) => name)
      expect(names).toEqual(['common', 'CTO options', 'Series A', 'angel SAFE', 'angel note'])
      const total = company.classes.reduce((sum, { proceedsUsd }) => sum + proceedsUsd, 0)
      for (const { proceedsUsd, presentValueUsd } of company.classes) {
        expect(presentValueUsd).toBeLessThanOrEqual(proceedsUsd)
        expect(presentValueUsd).toBeGreaterThanOrEqual(0)
      }
      if (company.outcome >= 2) expect(total).toBeLessThanOrEqual(company.horizonValueUsd * (1 + 1e-9))
      if (company.outcome === 1) expect(total).toBe(0)
      for (let i = 0; i < r.count; i++) expect(r.postMoneyUsd[i]).toBeGreaterThan(r.amountUsd[i])
    }
    expect(studied.some(({ company }) => (company?.nextRoundMonth ?? 0) > 0)).toBe(true)
  })

  test('stronger terms of its old series take from its founders and not from the whole', () => {
    const worth = (multiple: number) =>
      study({ ...northlight, ask: null, capTable: withMultiple(multiple) }, 40).map(({ company }) => {
        const classes = company?.classes ?? []
        return {
          common: classes[0].presentValueUsd,
          series: classes[2].presentValueUsd,
          all: company?.fundamentalValueUsd ?? 0,
        }
      })
    const plain = worth(1)
    const strong = worth(3)
    plain.forEach((one, i) => {
      expect(strong[i].common).toBeLessThanOrEqual(one.common * (1 + 1e-9))
      expect(strong[i].series).toBeGreaterThanOrEqual(one.series * (1 - 1e-9))
      expect(strong[i].all).toBe(one.all)
    })
    expect(meanOf(strong.map(({ common }) => common))).toBeLessThan(meanOf(plain.map(({ common }) => common)))
  })
})
