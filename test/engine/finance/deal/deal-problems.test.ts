import { describe, expect, test } from 'vitest'
import {
  DealProblemError,
  makeTable,
  playDeal,
  usualTerms,
  type Deal,
} from '../../../../engine/finance/index.ts'
import { deal, round, safe, series } from './deals.ts'

const problemOf = (given: Deal): DealProblemError => {
  try {
    playDeal(given)
  } catch (error) {
    if (error instanceof DealProblemError) return error
    throw error
  }
  throw new Error('the deal plays')
}

describe('a deal that cannot be played', () => {
  test('names the round whose discount money eats its value', () => {
    const rounds = [round({ name: 'Series A', preMoneyUsd: 1e6 })]
    const found = problemOf(deal({ convertibles: [safe({ amountUsd: 5e6, discount: 0.2 })], rounds }))
    expect(found).toMatchObject({ kind: 'no_price', round: 0, roundName: 'Series A' })
    expect(found.message).toMatch(/\d/u)
  })

  test('names the round that is over-subscribed by its pro-rata parts', () => {
    const full = round({
      name: 'B',
      investors: [{ holder: 'Fund', amountUsd: 3e6 }],
      proRata: ['new investors'],
    })
    const found = problemOf(deal({ rounds: [round({}), full] }))
    expect(found).toMatchObject({ kind: 'overfull_round', round: 1, roundName: 'B' })
    expect(found.message).toContain('3600000')
  })

  test('names who sells more than is held, and of what', () => {
    const sale = { seller: 'Ben', buyer: 'Fund', security: 'common', shares: 3e6, priceUsd: 1 }
    const found = problemOf(deal({ rounds: [round({ secondary: [sale] })] }))
    expect(found).toMatchObject({ kind: 'not_held' })
    expect(found.message).toMatch(/Ben has 2000000 shares of common/u)
  })

  test('names a security that is not there', () => {
    const sale = { seller: 'Ben', buyer: 'Fund', security: 'Series Z', shares: 1, priceUsd: 1 }
    const found = problemOf(deal({ rounds: [round({ secondary: [sale] })] }))
    expect(found).toMatchObject({ kind: 'unknown_security' })
    expect(found.message).toContain('Series Z')
  })

  test('without a common share is no company', () => {
    expect(() => makeTable(deal({ common: [] }), null)).toThrow(/makeTable: common shares must be positive/u)
  })

  test('cannot favour a security that is not there', () => {
    const convertibles = [safe({ isMostFavoured: true, favours: ['Nobody'] })]
    expect(() => makeTable(deal({ convertibles }), null)).toThrow(/SAFE favours/u)
  })
})

describe('a holder who both sits a round out and invests in it', () => {
  const plays = { terms: { ...usualTerms, paysToPlay: true } }

  test.each([
    ['investors', { investors: [{ holder: 'Fund', amountUsd: 5e5 }] }],
    ['pro_rata', { proRata: ['Fund'] }],
  ])('is refused by name: in declines and in %s', (field, parts) => {
    const rounds = [round({}), round({ name: 'B', declines: ['Fund'], ...parts })]
    const found = problemOf(deal({ series: [series(plays)], rounds }))
    expect(found).toMatchObject({ kind: 'contradiction', round: 1, roundName: 'B' })
    expect(found.message).toBe(`Fund both declines and invests: take Fund out of declines or out of ${field}`)
  })

  test('is told apart from one who declines without pay-to-play shares', () => {
    const rounds = [round({ declines: ['Fund', 'Ada'] })]
    const played = playDeal(deal({ series: [series(plays)], rounds })).stages[1].round
    expect(played?.forced).toMatchObject([{ holder: 'Fund' }])
    expect(played?.declinedForNothing).toEqual(['Ada'])
  })
})
