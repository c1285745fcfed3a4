import { describe, expect, it } from 'vitest'
import { makeCapTable, preMoneyAtPrice, makeRoundSolution } from '../../../../engine/finance/index.ts'
import type { RoundConvention, RoundSolution } from '../../../../engine/finance/index.ts'
import { distance, round, safe, series, solved, solvedAtPrice, tableWith } from './round-tables.ts'

// Cooley GO, Calculating Share Price With Outstanding Convertible Notes or Safes,
// https://www.cooleygo.com/calculating-share-price-outstanding-convertible-notes-or-safes/ (figures read via
// https://github.com/ogulcan-ozyavuz/algorithmic-game-theory-for-private-equity docs/rounds.md).
// Status: seen (secondary) and derived: 1 million shares, 8 million pre-money, 2 million new, 1 million at 30 % off.
const cooley = (convention: RoundConvention): RoundSolution =>
  solved(tableWith(1e6, safe({ discount: 0.3 })), { preMoneyUsd: 8e6, amountUsd: 2e6, convention })
const figures = (s: RoundSolution): number[] => [
  s.priceUsd,
  s.convertiblePriceUsd[0],
  s.convertibleShares[0],
  s.newShares,
  s.fullyDilutedShares,
  s.postMoneyUsd,
]

describe('one round under the three conventions', () => {
  it('the pre-money method keeps the price and dilutes everybody', () => {
    // round-cooley-pre_money
    const wanted = [8, 5.6, 178571.42857142858, 250000, 1428571.4285714286, 11428571.42857143]
    expect(distance(figures(cooley('pre_money')), wanted)).toBeLessThan(1e-12)
  })

  it('percentage ownership keeps the share of the new money', () => {
    // round-cooley-percentage_ownership
    const wanted = [6.571428571428571, 4.6, 217391.30434782608, 304347.82608695654, 1521739.1304347827, 1e7]
    const s = cooley('percentage_ownership')
    expect(distance(figures(s), wanted)).toBeLessThan(1e-12)
    expect(s.newShares / s.fullyDilutedShares).toBeCloseTo(0.2, 12)
  })

  it('dollars invested adds the converting money to the post-money value', () => {
    // The third method of the article on the same terms, by hand: price (1e6 + 1e6 / (0.7 price)) = 9e6, so the price
    // is 9 - 10/7 = 53/7 = 7.571428..., the SAFE gets 10e6/53 shares, the new money 14e6/53. Cooley prints $7.57.
    const wanted = [53 / 7, 5.3, 10e6 / 53, 14e6 / 53, 77e6 / 53, 11e6]
    expect(distance(figures(cooley('dollars_invested')), wanted)).toBeLessThan(1e-12)
  })

  it('leaves a SAFE at its post-money cap the same shares', () => {
    for (const convention of ['pre_money', 'percentage_ownership', 'dollars_invested'] as const) {
      const s = solved(tableWith(8e6, safe({ capUsd: 10e6 })), { convention })
      expect(s.convertibleShares[0]).toBeCloseTo(8e6 / 9, 6)
    }
  })

  it('is one round where nothing converts', () => {
    const prices = (['pre_money', 'percentage_ownership', 'dollars_invested'] as const).map(
      (convention) => solved(tableWith(8e6), { convention }).priceUsd,
    )
    expect(prices).toEqual([1.5, 1.5, 1.5])
  })
})

describe('the pool', () => {
  const tenPercent = { targetShare: 0.1, addedShares: 0, isAfterMoney: false }

  it('in the pre-money value is paid for by the old holders alone', () => {
    const s = solved(tableWith(8e6), { pool: tenPercent })
    expect(s.newShares / s.fullyDilutedShares).toBeCloseTo(0.2, 12)
    expect(s.poolIncreaseShares / s.fullyDilutedShares).toBeCloseTo(0.1, 12)
  })

  it('after the money leaves the price alone and dilutes the new investors too', () => {
    const s = solved(tableWith(8e6), { pool: { ...tenPercent, isAfterMoney: true } })
    expect(s.priceUsd).toBe(1.5)
    expect(s.poolIncreaseShares / s.fullyDilutedShares).toBeCloseTo(0.1, 12)
    expect(s.newShares / s.fullyDilutedShares).toBeCloseTo(0.18, 12)
  })

  it('counts towards its target only what nobody has been granted or promised', () => {
    const table = makeCapTable(8e6, 1e6)
    table.promisedShares = 5e5
    table.rights.push({ shares: 5e5, strikeUsd: 1 })
    const s = solved(table, { pool: tenPercent })
    expect((1e6 + s.poolIncreaseShares) / s.fullyDilutedShares).toBeCloseTo(0.1, 12)
  })

  it('is never cut down to its target', () => {
    expect(solved(makeCapTable(8e6, 4e6), { pool: tenPercent }).poolIncreaseShares).toBe(0)
  })

  it('gains at least what is agreed, and more if the target asks for it', () => {
    const increase = (addedShares: number): number =>
      solved(tableWith(8e6), { pool: { ...tenPercent, addedShares } }).poolIncreaseShares
    expect(increase(3e6)).toBe(3e6)
    expect(increase(1e5)).toBeCloseTo(increase(0), 6)
  })
})

describe('a round at an agreed price', () => {
  const table = () => {
    const made = makeCapTable(8e6, 1e6)
    made.series.push(series(2e6, 1.5, 'broad_based'))
    made.convertibles.push(safe({ capUsd: 20e6 }), safe({ discount: 0.2 }))
    return made
  }

  it('at the last price is worth the last post-money value when nothing converts', () => {
    const flat = makeCapTable(8e6, 0)
    flat.series.push(series(2e6, 1.5, 'full_ratchet'))
    const s = solvedAtPrice(flat, { amountUsd: 1.5e6 }, 1.5)
    expect(s.preMoneyUsd).toBe(15e6)
    expect(s.newShares).toBe(1e6)
    expect(s.convertedShares).toEqual([2e6])
  })

  it.each(['pre_money', 'percentage_ownership', 'dollars_invested'] as const)(
    'comes to the pre-money value which gives that price back, by %s',
    (convention) => {
      for (const priceUsd of [0.9, 1.5, 4]) {
        const terms = { convention, pool: { targetShare: 0.15, addedShares: 0, isAfterMoney: false } }
        const atPrice = solvedAtPrice(table(), terms, priceUsd)
        const preMoneyUsd = preMoneyAtPrice(table(), round(terms), priceUsd, makeRoundSolution())
        expect(preMoneyUsd).toBe(atPrice.preMoneyUsd)
        const back = solved(table(), { ...terms, preMoneyUsd })
        expect(
          distance([back.priceUsd, back.fullyDilutedShares], [priceUsd, atPrice.fullyDilutedShares]),
        ).toBeLessThan(1e-12)
      }
    },
  )

  it('keeps the price to the last bit', () => {
    for (const priceUsd of [0.1, 1 / 3, 49])
      expect(solvedAtPrice(table(), {}, priceUsd).priceUsd).toBe(priceUsd)
  })
})
