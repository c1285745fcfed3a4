import { describe, expect, test } from 'vitest'
import { dealShape } from '../../../scenarios/deal-file/deal-shape.ts'
import { dayOf, dealJsonSchema } from '../../../scenarios/index.ts'
import type { JsonSchema, Shape } from '../../../scenarios/load/shape.ts'
import { usualTerms } from '../../../engine/finance/table/preferred-series.ts'
import { usualTerms as usualHere } from '../../../scenarios/deal-file/usual-terms.ts'
import { soundDeal } from './load-text.ts'

const file = `froth: deal/1
name: Aurora
common: { Ada: 4M, Ben: 4_000_000, Angel: { shares: 100k, paid: $10k } }
options:
  granted: [{ holder: Cara, shares: 200k, strike: $0.10 }]
  promised: 100k
  available: 600,000
warrants: [{ name: Bank warrant, holder: Bank, shares: 50k, strike: $0.50 }]
series:
  - name: Seed
    date: 2021-03-15
    amount: $2M
    price: $1
    holders: { Fund One: $1.5M, Angel: 500k }
    participation: 3x
    dividend: { rate: 8%/year, kind: compounding }
    conversion_ratio: 2
safes:
  - { holder: YC, amount: $500k, cap: $10M, date: 2022-01-01, mfn: true, pro_rata: true }
  - { name: Friends, holder: Friend, amount: $100k, discount: 20%, type: pre_money }
notes:
  - { holder: Lender, principal: $300k, interest: 6%/year, date: 2022-06-01, maturity: 2024-06-01, cap: $12M }
rounds:
  - name: Series A
    date: 2023-01-31
    post_money: $25M
    amount: $5M
    pool: { target: 10% }
    investors: { Fund Two: $4M }
    pro_rata: [YC]
    rounding: 4 decimals
  - { name: Bridge, date: 2024-02-01, price: $1.20, investors: { Fund One: $1M }, pari_passu_with: Series A }
exit:
  prices: [$20M, 60M, $1B]
  debt: $1M
  costs_share: 3%
  carve_out: 10%
  carve_out_most: $2M
  date: 2026-12-31
  qualified_listing: { value: $100M, multiple: 3x }
valuation:
  volatility: 80%
  scenarios:
    - { name: IPO, kind: listing, price: $200M, probability: 25%, time: 2 years }
    - { name: Sale, price: $60M, probability: 75%, time: 18 months }
`

describe('a deal file', () => {
  test('is read into a deal, every number in its base unit', async () => {
    const deal = await soundDeal(file)
    expect(deal.name).toBe('Aurora')
    expect(deal.common).toEqual([
      { holder: 'Ada', shares: 4e6, paidUsd: 0 },
      { holder: 'Ben', shares: 4e6, paidUsd: 0 },
      { holder: 'Angel', shares: 1e5, paidUsd: 1e4 },
    ])
    expect(deal.rights).toEqual([
      { name: 'Options 1', kind: 'option', holder: 'Cara', shares: 2e5, strikeUsd: 0.1 },
      { name: 'Bank warrant', kind: 'warrant', holder: 'Bank', shares: 5e4, strikeUsd: 0.5 },
    ])
    expect(deal.pool).toEqual({ promisedShares: 1e5, availableShares: 6e5 })
    expect(deal.series).toEqual([
      {
        name: 'Seed',
        shares: 2e6,
        issuePriceUsd: 1,
        conversionPriceUsd: 0.5,
        accruedDividendUsd: 0,
        terms: {
          ...usualTerms,
          participation: 'capped',
          participationCapMultiple: 3,
          dividendKind: 'compounding',
          dividendRate: 0.08,
        },
        day: dayOf('2021-03-15'),
        holders: [
          { holder: 'Fund One', shares: 1.5e6 },
          { holder: 'Angel', shares: 5e5 },
        ],
      },
    ])
    expect(
      deal.convertibles.map(({ name, kind, capBasis, favours }) => [name, kind, capBasis, favours]),
    ).toEqual([
      ['SAFE 1', 'safe', 'post_money', ['Friends', 'Note 1']],
      ['Friends', 'safe', 'pre_money', []],
      ['Note 1', 'note', 'pre_money', []],
    ])
    expect(deal.rounds).toMatchObject([
      {
        name: 'Series A',
        preMoneyUsd: 20e6,
        pricePerShareUsd: null,
        amountUsd: 5e6,
        convention: 'percentage_ownership',
        pool: { targetShare: 0.1, addedShares: 0, isAfterMoney: false },
        terms: { rank: 1 },
        rounding: { priceDecimals: 4 },
        investors: [{ holder: 'Fund Two', amountUsd: 4e6 }],
        proRata: ['YC'],
      },
      {
        name: 'Bridge',
        preMoneyUsd: null,
        pricePerShareUsd: 1.2,
        amountUsd: 1e6,
        terms: { rank: 1 },
        rounding: null,
      },
    ])
    expect(deal.exitPricesUsd).toEqual([20e6, 60e6, 1e9])
    expect(deal.exit).toEqual({
      kind: 'sale',
      priceUsd: 0,
      debtUsd: 1e6,
      costsUsd: 0,
      costsShare: 0.03,
      carveOutShare: 0.1,
      carveOutMostUsd: 2e6,
    })
    expect(deal.qualifiedListing).toEqual({ leastPriceUsd: 1e8, leastMultiple: 3 })
    expect(deal.valuation).toMatchObject({ volatility: 0.8, riskFreeRate: 0.025, years: 4, exitRate: 0.25 })
    expect(deal.valuation.scenarios.map(({ years }) => years)).toEqual([2, 1.5])
  })

  test('takes the terms of the engine where it is silent', () => {
    expect(usualHere).toEqual(usualTerms)
  })
})

describe('a round', () => {
  const withRound = (text: string): string =>
    `froth: deal/1\ncommon: { Ada: 8M }\nrounds: [{ name: A, ${text} }]\n`

  test('raises what its investors put in, if no amount is said', async () => {
    const { rounds } = await soundDeal(withRound('price: $1, investors: { X: $2M, Y: $500k }'))
    expect(rounds[0]).toMatchObject({ amountUsd: 2.5e6, pricePerShareUsd: 1, preMoneyUsd: null })
  })

  test('is worth before the money what it is worth with it, less the money', async () => {
    const { rounds } = await soundDeal(withRound('post_money: $25M, investors: { X: $5M }'))
    expect(rounds[0].preMoneyUsd).toBe(20e6)
    const both = await soundDeal(withRound('pre_money: $20M, post_money: $25M, amount: $5M'))
    expect(both.rounds[0].preMoneyUsd).toBe(20e6)
  })

  test('may leave its pool to be borne by everyone, and its older series without protection', async () => {
    const { rounds } = await soundDeal(
      withRound(
        'pre_money: $20M, amount: $5M, pool: { add: 1M, borne_by: everyone }, waives_anti_dilution: true',
      ),
    )
    expect(rounds[0].pool).toEqual({ targetShare: 0, addedShares: 1e6, isAfterMoney: true })
    expect(rounds[0].protectsOlder).toBe(false)
  })
})

describe('seniority', () => {
  const ranks = async (...texts: readonly string[]): Promise<readonly number[]> => {
    const [last = '', ...series] = [...texts].reverse()
    const lines = [...series]
      .reverse()
      .map((text, index) => `  - { name: S${index}, shares: 1M, price: $1${text} }\n`)
    const { series: all } = await soundDeal(
      `froth: deal/1\ncommon: { Ada: 1M }\nseries:\n${lines.join('')}${last}`,
    )
    return all.map(({ terms }) => terms.rank)
  }

  test('is newest first unless the file says that all are equal', async () => {
    expect(await ranks('', '', '', '')).toEqual([0, 1, 2])
    expect(await ranks('', '', '', 'seniority: pari_passu\n')).toEqual([0, 0, 0])
  })

  test('makes the exceptions that a series names', async () => {
    expect(await ranks('', ', pari_passu_with: S0', '', '')).toEqual([0, 0, 1])
    expect(await ranks(', senior_to: [S1, S2]', '', '', '')).toEqual([2, 0, 1])
    expect(await ranks('', '', ', senior_to: S0', 'seniority: pari_passu\n')).toEqual([0, 0, 1])
  })

  test('is what the ranks say, where they are given', async () => {
    expect(await ranks(', rank: 5', ', rank: 5', ', rank: 1', '')).toEqual([5, 5, 1])
  })
})

describe('a series', () => {
  const one = async (text: string) =>
    (await soundDeal(`froth: deal/1\ncommon: { Ada: 1M }\nseries: [{ name: A, ${text} }]\n`)).series[0]

  test.each([
    ['shares: 2M, price: $1.50', 2e6, 1.5],
    ['shares: 2M, amount: $3M', 2e6, 1.5],
    ['amount: $3M, price: $1.50', 2e6, 1.5],
    ['price: $1.50, holders: { X: $1.5M, Y: $1.5M }', 2e6, 1.5],
    ['amount: $3M, holders: { X: 500k, Y: 1.5M }', 2e6, 1.5],
  ])('of %s has its size from two numbers', async (text, shares, price) => {
    expect(await one(text)).toMatchObject({ shares, issuePriceUsd: price, conversionPriceUsd: price })
  })

  test('without holders belongs to investors named after it', async () => {
    expect((await one('shares: 2M, price: $1')).holders).toEqual([{ holder: 'A investors', shares: 2e6 }])
  })

  test('whose price is printed with few digits has the shares of its holders', async () => {
    // YC Post-Money Safe User Guide, appendix II: $5M at $1.1144 are 4,486,719 shares.
    const series = await one('amount: $5M, price: $1.1144, holders: { X: 4_486_719 }')
    expect(series.shares).toBe(4_486_719)
  })
})

describe('most-favoured terms', () => {
  const favours = async (text: string) =>
    (await soundDeal(`froth: deal/1\ncommon: { Ada: 1M }\nsafes:\n${text}`)).convertibles.map((one) => [
      one.isMostFavoured,
      one.favours,
    ])

  test('look at what was sold later, by date and then by place', async () => {
    expect(
      await favours(
        '  - { holder: X, amount: $1M, mfn: true, date: 2024-02-01 }\n  - { holder: Y, amount: $1M, date: 2024-01-01 }\n  - { holder: Z, amount: $1M }\n',
      ),
    ).toEqual([
      [true, ['SAFE 3']],
      [false, []],
      [false, []],
    ])
  })

  test('or at what is named', async () => {
    expect(
      await favours('  - { holder: X, amount: $1M }\n  - { holder: Y, amount: $1M, mfn: [SAFE 1] }\n'),
    ).toEqual([
      [false, []],
      [true, ['SAFE 1']],
    ])
  })
})

describe('flags of a deal', () => {
  test('give exit prices in place of those of the file', async () => {
    const { exitPricesUsd } = await soundDeal(file, { exit: ['30M,$1B', '2000万'] })
    expect(exitPricesUsd).toEqual([30e6, 1e9, 20e6])
  })

  test('change a field by its path, an entry of a list by its name or its number', async () => {
    const deal = await soundDeal(file, {
      set: ['rounds.Series A.post_money=$30M', 'safes.0.cap=$12M', 'exit.debt=0', 'common.Ada=5M'],
    })
    expect(deal.rounds[0].preMoneyUsd).toBe(25e6)
    expect(deal.convertibles[0].capUsd).toBe(12e6)
    expect(deal.exit.debtUsd).toBe(0)
    expect(deal.common[0].shares).toBe(5e6)
  })

  test('leave the exit prices open where nobody gives them', async () => {
    expect((await soundDeal('froth: deal/1\ncommon: { Ada: 1M }\n')).exitPricesUsd).toEqual([])
  })
})

describe('the methods of a football field', () => {
  const methodsOf = async (text: string, flags = {}) =>
    (await soundDeal(`froth: deal/1\ncommon: { Ada: 1M }\nvaluation: { ${text} }\n`, flags)).valuation.methods

  test('are left out of a deal that names none', async () => {
    expect((await soundDeal(file)).valuation).not.toHaveProperty('methods')
  })

  test('take the value at an exit as it is, or as a multiple, in years that may be written either way', async () => {
    const methods = await methodsOf(
      'vc_method: { net_income: $6M, pe: 20x, years: 60 months, required_return: 40%/year, later_rounds: [{ amount: $5M, year: 2, required_return: 0.3/year }] }',
    )
    expect(methods?.ventureCapital).toEqual({
      basis: 'net_income',
      exitValueUsd: 120e6,
      metricUsd: 6e6,
      multiple: 20,
      years: 5,
      requiredReturn: 0.4,
      laterRounds: [{ amountUsd: 5e6, years: 2, requiredReturn: 0.3 }],
    })
    const plain = await methodsOf('vc_method: { exit_value: $40M, years: 4, required_return: 50%/year }')
    expect(plain?.ventureCapital).toMatchObject({ exitValueUsd: 40e6, metricUsd: null, years: 4 })
  })

  test('give each First Chicago scenario the years of all unless it has its own', async () => {
    const methods = await methodsOf(
      'first_chicago: { years: 5, discount: 30%/year, scenarios: [{ name: A, value: $9M, probability: 0.5 }, { name: B, value: 0, probability: 50%, years: 18 months }] }',
    )
    expect(methods?.firstChicago).toEqual({
      discountRate: 0.3,
      scenarios: [
        { name: 'A', valueUsd: 9e6, probability: 0.5, years: 5 },
        { name: 'B', valueUsd: 0, probability: 0.5, years: 1.5 },
      ],
    })
  })

  test('let flows be negative, grow or be sold at a multiple of the last or of something else', async () => {
    const flows = 'flows: [-$2M, $4M], discount: 20%/year'
    const terminal = async (text: string) =>
      (await methodsOf(`cash_flows: { ${flows}, ${text} }`))?.cashFlows?.terminal
    expect(await terminal('growth: -2%/year')).toMatchObject({ kind: 'growth', growthRate: -0.02 })
    expect(await terminal('exit_multiple: 8x')).toMatchObject({
      kind: 'multiple',
      multiple: 8,
      metricUsd: 4e6,
    })
    expect(await terminal('exit_multiple: 8x, exit_metric: $9M')).toMatchObject({ metricUsd: 9e6 })
    const methods = await methodsOf(`cash_flows: { ${flows}, growth: 0, mid_year: true, net_debt: -$1M }`)
    expect(methods?.cashFlows).toMatchObject({ flowsUsd: [-2e6, 4e6], timing: 'mid_year', netDebtUsd: -1e6 })
  })

  test('take multiples of companies, or a range', async () => {
    const listed = await methodsOf('comparables: { arr: $14M, multiples: [20x, 8x, 12x] }')
    expect(listed?.comparables).toEqual({
      metric: 'arr',
      metricUsd: 14e6,
      multiples: [20, 8, 12],
      isRange: false,
      netDebtUsd: 0,
    })
    const range = await methodsOf('comparables: { ebitda: $1M, low: 8x, mid: 12x, high: 20x }')
    expect(range?.comparables).toMatchObject({ metric: 'ebitda', multiples: [8, 12, 20], isRange: true })
  })

  test('are changed by flags like any other field', async () => {
    const set = ['valuation.comparables.arr=$2M']
    const methods = await methodsOf('comparables: { arr: $14M, multiples: [3x] }', { set })
    expect(methods?.comparables?.metricUsd).toBe(2e6)
  })
})

const missingIn = (shape: Shape, schema: JsonSchema, path: string): readonly string[] => {
  if (shape.kind === 'leaf') return typeof schema['title'] === 'string' ? [] : [path]
  if (shape.kind === 'list') return missingIn(shape.item, schema['items'] as JsonSchema, `${path}[]`)
  const properties = schema['properties'] as Readonly<Record<string, JsonSchema>>
  return Object.entries(shape.fields).flatMap(([name, field]) =>
    Object.hasOwn(properties, name)
      ? missingIn(field, properties[name], `${path}.${name}`)
      : [`${path}.${name}`],
  )
}

test('the JSON Schema describes every field, and closes every group', async () => {
  const schema = await dealJsonSchema()
  expect(schema).toMatchObject({ $id: 'froth.deal.schema.json', additionalProperties: false })
  expect(missingIn(dealShape, schema, '')).toEqual([])
})
