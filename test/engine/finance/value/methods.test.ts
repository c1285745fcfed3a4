import { describe, expect, it } from 'vitest'
import { blackScholesCall, blackScholesPut } from '../../../../engine/finance/value/black-scholes.ts'
import { discountedCashFlow } from '../../../../engine/finance/value/discounted-cash-flow.ts'
import { firstChicago } from '../../../../engine/finance/value/first-chicago.ts'
import { chaffeDiscount, finnertyDiscount } from '../../../../engine/finance/value/marketability-discount.ts'
import { comparablesValue, valueRange } from '../../../../engine/finance/value/value-range.ts'
import {
  ownershipBeforeDilution,
  ventureCapitalMethod,
} from '../../../../engine/finance/value/venture-capital-method.ts'

describe('Black-Scholes', () => {
  // Vector bs-opm-calls: Black and Scholes 1973; recomputed with mpmath (40 digits) and QuantLib 1.29; also in
  // https://github.com/ogulcan-ozyavuz/algorithmic-game-theory-for-private-equity docs/opm.md.
  it('prices the calls of an option-pricing table', () => {
    const terms = { volatility: 0.6, riskFreeRate: 0.04, years: 3, dividendYield: 0 }
    const calls = [0, 5e6, 25e6, 30e6, 50e6].map((strike) => blackScholesCall(2e7, strike, terms))
    const expected = [2e7, 15857444.32935157, 7315389.56017448, 6253895.257824942, 3650785.9629918113]
    calls.forEach((call, i) => expect(call).toBeCloseTo(expected[i], 5))
  })

  // Vector bs-hull: Hull, Options, Futures and Other Derivatives, standard example (published 4.76 and 0.81); digits
  // executed in QuantLib.
  it('prices call and put of the textbook', () => {
    const terms = { volatility: 0.2, riskFreeRate: 0.1, years: 0.5, dividendYield: 0 }
    expect(blackScholesCall(42, 40, terms)).toBeCloseTo(4.759422392871533, 12)
    expect(blackScholesPut(42, 40, terms)).toBeCloseTo(0.8085993729000935, 12)
  })

  // Vector bs-atm: standard example, executed.
  it('prices a call at the money', () => {
    const terms = { volatility: 0.2, riskFreeRate: 0.05, years: 1, dividendYield: 0 }
    expect(blackScholesCall(100, 100, terms)).toBeCloseTo(10.450583572185566, 11)
  })

  it('keeps call less put at the forward less the strike, with a dividend yield too', () => {
    const terms = { volatility: 0.8, riskFreeRate: 0.03, years: 4, dividendYield: 0.02 }
    for (const strike of [1, 50, 100, 900]) {
      const forward = 100 * Math.exp(-0.08) - strike * Math.exp(-0.12)
      expect(blackScholesCall(100, strike, terms) - blackScholesPut(100, strike, terms)).toBeCloseTo(
        forward,
        11,
      )
    }
  })

  it('pays what is certain without time or volatility', () => {
    const still = { volatility: 0, riskFreeRate: 0, years: 3, dividendYield: 0 }
    expect([blackScholesCall(9, 5, still), blackScholesPut(9, 5, still)]).toEqual([4, 0])
    expect([blackScholesCall(0, 5, still), blackScholesPut(0, 5, still)]).toEqual([0, 5])
  })

  it('refuses a negative volatility and says so', () => {
    const terms = { volatility: -0.1, riskFreeRate: 0, years: 1, dividendYield: 0 }
    expect(() => blackScholesCall(1, 1, terms)).toThrow(
      'priceOptions: volatility must be at least 0 and finite, got -0.1',
    )
  })
})

describe('a discount for lack of marketability', () => {
  // Vector dlom-finnerty: average-strike put, formula recalled, value derived.
  it('is an average-strike put', () => {
    expect(finnertyDiscount(0.6, 2, 0)).toBeCloseTo(0.1820020969288263, 13)
  })

  // Limits: 2 N(sqrt(ln 2) / 2) - 1 for a long time; sqrt(s / 3) / sqrt(2 pi) for a short one, s = variance.
  it('has the limits of the average-strike put', () => {
    expect(finnertyDiscount(0.9, 100, 0)).toBeCloseTo(0.3227929, 7)
    for (const variance of [1e-4, 1e-7, 1.0001e-8, 1e-9, 1e-12])
      expect(finnertyDiscount(1, variance, 0) / Math.sqrt(variance / 6 / Math.PI)).toBeCloseTo(1, 4)
    expect(finnertyDiscount(0.6, 0, 0)).toBe(0)
  })

  it('rises with volatility and time, and falls with dividends', () => {
    expect(finnertyDiscount(0.7, 2, 0)).toBeGreaterThan(finnertyDiscount(0.6, 2, 0))
    expect(finnertyDiscount(0.6, 3, 0)).toBeGreaterThan(finnertyDiscount(0.6, 2, 0))
    expect(finnertyDiscount(0.6, 2, 0.1)).toBeCloseTo(finnertyDiscount(0.6, 2, 0) * Math.exp(-0.2), 14)
    // The European put on 1 at 1.
    expect(chaffeDiscount(0.2, 1, 0.05)).toBeCloseTo(0.05573526022256971, 13)
  })
})

describe('the venture capital method', () => {
  // Vector vc-method-dilution: vcmethod.com, Venture Capital Method (w/ Dilution),
  // https://docs.google.com/spreadsheets/d/1_rRmZqlknUQcfexT4iDraq4ryi8jT7UnKfX6tHdIIZ0/edit; seen, recomputed
  // (published: 515055, 124077 and 56522 shares, pre-money 2912312.76, post-money 4412312.76, 22.12 a share).
  it('works back through three rounds', () => {
    const value = ventureCapitalMethod(15 * 2.5e6, 5, 1e6, [
      { amountUsd: 1.5e6, years: 0, requiredReturn: 0.5 },
      { amountUsd: 1e6, years: 2, requiredReturn: 0.4 },
      { amountUsd: 1e6, years: 4, requiredReturn: 0.25 },
    ])
    const column = (name: keyof (typeof value.rounds)[number]) => value.rounds.map((round) => round[name])
    const expected = {
      finalOwnership: [0.30375, 0.07317333333333333, 0.03333333333333333],
      retention: [0.8934933333333334, 0.9666666666666667, 1],
      currentOwnership: [0.33995776875783446, 0.07569655172413792, 0.03333333333333333],
      newShares: [515054.5717628574, 124076.57568546769, 56521.76370511465],
      priceUsd: [2.9123127572016454, 8.059538994169097, 17.6923],
    } as const
    for (const [name, numbers] of Object.entries(expected))
      column(name as keyof typeof expected).forEach((number, i) =>
        expect(number / numbers[i]).toBeCloseTo(1, 12),
      )
    expect(value.rounds[0].postMoneyUsd).toBeCloseTo(4412312.7572016455, 6)
    expect(value.rounds[0].preMoneyUsd).toBeCloseTo(2912312.7572016455, 6)
    expect(value.finalShares).toBeCloseTo(1695652.9111534397, 6)
    expect(value.exitPriceUsd).toBeCloseTo(22.115375, 9)
  })

  // Vector vc-method-oconnell: Ryan O'Connell CFA, https://ryanoconnellfinance.com/?p=13645; seen, recomputed
  // (published 0.1076 and 0.1537).
  it('grosses up a stake for what later rounds leave of it', () => {
    const final = 5e6 / 46.48e6
    expect(final).toBeCloseTo(0.10757314974182444, 14)
    expect(ownershipBeforeDilution(final, 0.7)).toBeCloseTo(0.15367592820260637, 14)
  })

  it('gives the last investors their required return at the exit', () => {
    const value = ventureCapitalMethod(1e8, 6.5, 1e6, [{ amountUsd: 4e6, years: 1.25, requiredReturn: 0.35 }])
    const [{ newShares }] = value.rounds
    expect((newShares * value.exitPriceUsd) / 4e6).toBeCloseTo(Math.exp(5.25 * Math.log(1.35)), 10)
  })

  it('refuses rounds that need the whole company', () => {
    const rounds = [{ amountUsd: 5e6, years: 0, requiredReturn: 0.6 }]
    expect(() => ventureCapitalMethod(2e7, 5, 1e6, rounds)).toThrow(
      /stakes at the exit must sum below 1, got 2\.6/,
    )
    expect(() => ownershipBeforeDilution(0.8, 0.7)).toThrow(RangeError)
  })
})

describe('the First Chicago method', () => {
  // Vector first-chicago: by definition of the probability-weighted scenario value; derived.
  it('weighs success, sideways and failure', () => {
    const value = firstChicago(
      [
        { valueUsd: 1e8, probability: 0.3, years: 5 },
        { valueUsd: 2e7, probability: 0.5, years: 5 },
        { valueUsd: 0, probability: 0.2, years: 5 },
      ],
      0.25,
    )
    expect(value.expectedUsd).toBeCloseTo(4e7, 6)
    expect(value.presentUsd).toBeCloseTo(13107200, 6)
  })

  it('refuses probabilities that leave something out', () => {
    expect(() => firstChicago([{ valueUsd: 1, probability: 0.9, years: 1 }], 0.2)).toThrow(
      'firstChicago: probabilities must sum to 1, got 0.9: give the rest to a scenario',
    )
  })
})

describe('discounted cash flow', () => {
  const flows = [10, 12, 14, 16, 18]
  const growth = { kind: 'growth', growthRate: 0.03, nextFlowUsd: null } as const

  // Vector dcf-gordon: Gordon terminal value on the last flow; derived.
  it('adds a Gordon terminal value on the last flow', () => {
    const value = discountedCashFlow(flows, 0.12, growth, 'end_of_year')
    expect(value.flowsUsd).toBeCloseTo(48.8417940859835, 12)
    expect(value.terminalUsd).toBeCloseTo(206, 11)
    expect(value.enterpriseUsd).toBeCloseTo(165.73172636401492, 11)
  })

  it('takes the next flow as it is given', () => {
    const value = discountedCashFlow(flows, 0.12, { ...growth, nextFlowUsd: 18 * 1.03 }, 'end_of_year')
    expect(value.terminalUsd).toBeCloseTo(206, 11)
  })

  it('brings mid-year flows half a year nearer, a growing rest with them and a sale not', () => {
    const late = discountedCashFlow(flows, 0.21, growth, 'end_of_year')
    const early = discountedCashFlow(flows, 0.21, growth, 'mid_year')
    expect(early.enterpriseUsd / late.enterpriseUsd).toBeCloseTo(1.1, 12)
    const sale = { kind: 'multiple', multiple: 8, metricUsd: 20 } as const
    expect(discountedCashFlow(flows, 0.21, sale, 'mid_year').terminalPresentUsd).toBe(
      discountedCashFlow(flows, 0.21, sale, 'end_of_year').terminalPresentUsd,
    )
  })

  it('refuses growth that no discount rate outruns', () => {
    expect(() => discountedCashFlow(flows, 0.03, growth, 'end_of_year')).toThrow(
      'discountedCashFlow: growthRate must be below the discount rate 0.03, got 0.03',
    )
  })
})

describe('a football field', () => {
  // Type 7 quantiles of 1..6 by hand: 2.25, 3.5, 4.75.
  it('has the quartiles of comparable companies as a bar', () => {
    expect(valueRange([6, 1, 5, 2, 4, 3])).toEqual({ lowUsd: 2.25, middleUsd: 3.5, highUsd: 4.75 })
    expect(comparablesValue(1e6, [10], 2e6)).toEqual({ lowUsd: 8e6, middleUsd: 8e6, highUsd: 8e6 })
  })

  it('refuses to be drawn from nothing', () => {
    expect(() => comparablesValue(1e6, [], 0)).toThrow(
      'valueRange: values must be finite and at least one, got []',
    )
  })
})
