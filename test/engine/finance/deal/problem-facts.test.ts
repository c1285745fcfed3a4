import { describe, expect, test } from 'vitest'
import {
  DealProblemError,
  playDeal,
  usualTerms,
  type Deal,
  type DealProblemFacts,
} from '../../../../engine/finance/index.ts'
import { deal, round, safe, series } from './deals.ts'

const factsOf = (given: Deal): DealProblemFacts | null => {
  try {
    playDeal(given)
  } catch (error) {
    if (error instanceof DealProblemError) return error.facts
    throw error
  }
  throw new Error('the deal plays')
}
const ratchet = { ...usualTerms, antiDilution: 'full_ratchet' } as const

describe('what claims the value of a round', () => {
  test('is named with its money: 5 million at 20 % off is worth 6.25 million', () => {
    const convertibles = [safe({ name: 'S1', amountUsd: 5e6, discount: 0.2 })]
    expect(factsOf(deal({ convertibles, rounds: [round({ preMoneyUsd: 4e6 })] }))).toEqual({
      kind: 'value',
      valueUsd: 4e6,
      claimedUsd: 6.25e6,
      claims: [{ of: 'convertible', name: 'S1', owedUsd: 5e6, discount: 0.2, usd: 6.25e6 }],
    })
  })

  test('is named by series where anti-dilution claims it', () => {
    const given = deal({
      series: [series({ name: 'A', terms: ratchet })],
      rounds: [round({ preMoneyUsd: 4e6 })],
    })
    expect(factsOf(given)).toMatchObject({
      claims: [{ of: 'anti_dilution', name: 'A', usd: 5e6 }],
      claimedUsd: 5e6,
    })
  })

  // The ratchet alone does not stop the first step of the solver: all claims count those that start later.
  test.each([
    ['a ratchet beside a discount', { protectsOlder: true }],
    ['a pool target on top', { pool: { targetShare: 0.2, addedShares: 0, isAfterMoney: false } }],
    ['the converting money in the value', { convention: 'dollars_invested' }],
    ['an option pool beside the value', { convention: 'pre_money' }],
  ] as const)('comes to the least value that has a price, with %s', (_, terms) => {
    const at = (preMoneyUsd: number): Deal =>
      deal({
        series: [series({ name: 'A', terms: ratchet })],
        convertibles: [
          safe({ name: 'S1', amountUsd: 2e6, discount: 0.2 }),
          safe({ name: 'S2', amountUsd: 1e6, capUsd: 10e6 }),
        ],
        rounds: [round({ ...terms, preMoneyUsd })],
      })
    const facts = factsOf(at(1e6))
    if (facts?.kind !== 'value') throw new Error('another problem')
    const enough = facts.claimedUsd - (facts.valueUsd - 1e6)
    expect(() => playDeal(at(enough * (1 + 1e-6)))).not.toThrow()
    expect(factsOf(at(enough * (1 - 1e-6)))?.kind).toBe('value')
    const claimed = facts.claims.reduce((sum, { usd }) => sum + usd, 0)
    expect(claimed / facts.claimedUsd).toBeCloseTo(1, 9)
  })

  test('is a list of shares where caps own the whole company', () => {
    const convertibles = [
      safe({ name: 'S1', amountUsd: 6e6, capUsd: 10e6 }),
      safe({ name: 'S2', amountUsd: 4e6, capUsd: 8e6 }),
    ]
    expect(factsOf(deal({ convertibles, rounds: [round({})] }))).toEqual({
      kind: 'caps',
      countsPool: false,
      claims: [
        { name: 'S1', owedUsd: 6e6, capUsd: 10e6, share: 0.6 },
        { name: 'S2', owedUsd: 4e6, capUsd: 8e6, share: 0.5 },
      ],
    })
  })
})

test('who puts more into a round than it raises is named with the part', () => {
  const full = round({ investors: [{ holder: 'Fund', amountUsd: 3e6 }], proRata: ['Ada'] })
  const facts = factsOf(deal({ rounds: [full] }))
  if (facts?.kind !== 'money') throw new Error('another problem')
  expect(facts.amountUsd).toBe(3e6)
  expect(facts.parts.map(({ holder, isProRata }) => [holder, isProRata])).toEqual([
    ['Ada', true],
    ['Fund', false],
  ])
})

test('who sells more than is held is named with what is held', () => {
  const sale = { seller: 'Ben', buyer: 'Fund', security: 'common', shares: 3e6, priceUsd: 1 }
  expect(factsOf(deal({ rounds: [round({ secondary: [sale] })] }))).toEqual({
    kind: 'shares',
    holder: 'Ben',
    security: 'common',
    held: 2e6,
    shares: 3e6,
  })
})

test('a price that vanishes by rounding is named with its decimals', () => {
  const given = deal({ rounds: [round({ preMoneyUsd: 8e3, rounding: { priceDecimals: 2 } })] })
  expect(factsOf(given)).toEqual({ kind: 'rounding', priceUsd: 0.001, decimals: 2 })
})

test('what lies between pre-money and post-money is told', () => {
  const pool = { targetShare: 0.1, addedShares: 0, isAfterMoney: true }
  const convertibles = [safe({ amountUsd: 1e6, capUsd: 100e6 })]
  for (const convention of ['percentage_ownership', 'pre_money', 'dollars_invested'] as const) {
    const { stages } = playDeal(deal({ convertibles, rounds: [round({ convention, pool })] }))
    const played = stages[1].round!
    const { preMoneyUsd, amountUsd, convertingOutsideUsd, poolOutsideUsd, postMoneyUsd } = played
    expect((preMoneyUsd + amountUsd + convertingOutsideUsd + poolOutsideUsd) / postMoneyUsd).toBeCloseTo(
      1,
      12,
    )
    expect(poolOutsideUsd / postMoneyUsd).toBeCloseTo(0.1, 12)
    expect(convertingOutsideUsd > 0).toBe(convention !== 'percentage_ownership')
  }
})
