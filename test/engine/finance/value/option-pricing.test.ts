import { describe, expect, it } from 'vitest'
import { plainSale } from '../../../../engine/finance/exit/make-exit-split.ts'
import { convertToCommon } from '../../../../engine/finance/table/convert-to-common.ts'
import { makeCapTable, type CapTable } from '../../../../engine/finance/table/cap-table.ts'
import {
  PreferredSeries,
  usualTerms,
  type PreferredTerms,
} from '../../../../engine/finance/table/preferred-series.ts'
import { backSolveCompanyUsd, optionPricingValue } from '../../../../engine/finance/value/option-pricing.ts'
import { probabilityWeightedValue } from '../../../../engine/finance/value/scenario-classes.ts'

const world = { volatility: 0.6, riskFreeRate: 0.04, years: 3, dividendYield: 0 }

/** 8 M common, A: 2 M shares at $2.50. */
function tableOfA(terms: Partial<PreferredTerms>): CapTable {
  const table = makeCapTable(8e6, 0)
  table.series.push(new PreferredSeries(2e6, 2.5, { ...usualTerms, ...terms }))
  return table
}

describe('the option-pricing method', () => {
  // Vectors opm-1x-nonpart and opm-part-uncapped: fixtures O1-O3 of docs/opm.md in
  // https://github.com/ogulcan-ozyavuz/algorithmic-game-theory-for-private-equity; seen and executed.
  it('values a non-participating series and common', () => {
    const value = optionPricingValue(tableOfA({}), plainSale, 2e7, world)
    expect(value.seriesUsd[0]).toBeCloseTo(5605633.582683326, 6)
    expect(value.commonUsd).toBeCloseTo(14394366.417316673, 6)
    expect(value.seriesPerShareUsd[0]).toBeCloseTo(2.8028167913416633, 12)
    expect(value.commonPerShareUsd).toBeCloseTo(1.7992958021645842, 12)
  })

  it('values a series that participates without cap', () => {
    const value = optionPricingValue(tableOfA({ participation: 'full' }), plainSale, 2e7, world)
    expect(value.seriesUsd[0]).toBeCloseTo(7314044.536518744, 6)
    expect(value.commonUsd).toBeCloseTo(12685955.463481257, 6)
    expect(value.seriesPerShareUsd[0]).toBeCloseTo(3.657022268259372, 12)
    expect(value.commonPerShareUsd).toBeCloseTo(1.5857444329351569, 12)
  })

  // Capped at 2x: calls at 0, 5, 30 and 50 M of vector bs-opm-calls by hand: A gets all to 5 M, a fifth to 30 M,
  // nothing to 50 M and a fifth beyond.
  it('values a series whose participation is capped', () => {
    const terms = { participation: 'capped', participationCapMultiple: 2 } as const
    const value = optionPricingValue(tableOfA(terms), plainSale, 2e7, world)
    const [at0, at5, at30, at50] = [2e7, 15857444.32935157, 6253895.257824942, 3650785.9629918113]
    expect(value.seriesUsd[0]).toBeCloseTo(at0 - at5 + 0.2 * (at5 - at30) + 0.2 * at50, 6)
  })

  // Vector opm-backsolve: root of the option-pricing method in the value of the company; derived.
  it('solves back from the price of a round to the company', () => {
    const table = tableOfA({})
    const companyUsd = backSolveCompanyUsd(table, plainSale, 0, 2.5, world)
    expect(companyUsd).toBeCloseTo(16120936.93802442, 4)
    const value = optionPricingValue(table, plainSale, companyUsd, world)
    expect(value.commonPerShareUsd).toBeCloseTo(1.3901171172530526, 10)
    expect(value.seriesPerShareUsd[0]).toBeCloseTo(2.5, 13)
    expect(25e6 / companyUsd - 1).toBeCloseTo(0.5507783509178399, 10)
  })

  it('shares out the whole value, debt, options and notes among it', () => {
    const table = tableOfA({ rank: 1 })
    table.rights.push({ shares: 1e6, strikeUsd: 0.8 })
    table.series.push(new PreferredSeries(1e6, 4, usualTerms))
    table.convertibles.push({
      owedUsd: 1e6,
      capUsd: 2e7,
      capBasis: 'post_money',
      discount: 0.1,
      isMostFavoured: false,
      favours: [],
      isDebt: true,
    })
    const exit = { ...plainSale, debtUsd: 2e6, costsShare: 0.03, carveOutShare: 0.1, carveOutMostUsd: 1e6 }
    for (const companyUsd of [1e5, 3e6, 2e7, 1e9]) {
      const value = optionPricingValue(table, exit, companyUsd, world)
      expect(value.companyUsd / companyUsd).toBeCloseTo(1, 11)
      expect(value.otherUsd).toBeGreaterThan(0.03 * companyUsd)
    }
  })

  it('gives a series that has converted in full nothing a share, and solves back from no price of it', () => {
    const table = tableOfA({})
    table.series.push(new PreferredSeries(1e6, 4, usualTerms))
    convertToCommon(table, 0, 1)
    expect(optionPricingValue(table, plainSale, 2e7, world).seriesPerShareUsd[0]).toBe(0)
    const scenario = { exit: { ...plainSale, priceUsd: 2e7 }, probability: 1, years: 1 }
    expect(probabilityWeightedValue(table, [scenario], 0.2).seriesPerShareUsd[0]).toBe(0)
    expect(() => backSolveCompanyUsd(table, plainSale, 0, 2.5, world)).toThrow(
      'backSolveCompanyUsd: series 0 must have shares, got 0',
    )
  })

  it('refuses a series that is not there', () => {
    expect(() => backSolveCompanyUsd(tableOfA({}), plainSale, 1, 2.5, world)).toThrow(
      "backSolveCompanyUsd: series must be a place in the table's 1, got 1",
    )
  })
})

describe('the probability-weighted method', () => {
  const table = tableOfA({})
  table.series.push(new PreferredSeries(1.5e6, 6, { ...usualTerms, rank: 1 }))
  const listing = { ...plainSale, kind: 'listing', priceUsd: 2e8 } as const

  // Vector pwerm-3-scenarios: definition, https://faq.preferredreturn.com/article/67; derived.
  it('weighs a listing, a sale and a dissolution', () => {
    const value = probabilityWeightedValue(
      table,
      [
        { exit: listing, probability: 0.25, years: 2 },
        { exit: { ...plainSale, priceUsd: 6e7 }, probability: 0.5, years: 2 },
        { exit: { ...plainSale, priceUsd: 8e6 }, probability: 0.25, years: 2 },
      ],
      0.2,
    )
    expect(value.commonPerShareUsd).toBeCloseTo(4.790157004830918, 13)
    expect(value.commonUsd + value.seriesUsd[0] + value.seriesUsd[1]).toBeCloseTo(value.companyUsd, 6)
  })

  it.each([
    [listing, 17.391304347826086],
    [{ ...plainSale, priceUsd: 6e7 }, 5.1],
    [{ ...plainSale, priceUsd: 8e6 }, 0],
  ])('gives common its share of one scenario alone', (exit, perShareUsd) => {
    const value = probabilityWeightedValue(table, [{ exit, probability: 1, years: 0 }], 0.2)
    expect(value.commonPerShareUsd).toBeCloseTo(perShareUsd, 12)
  })
})
