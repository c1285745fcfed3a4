import { describe, expect, it } from 'vitest'
import { safeOf, splitOf, tableOf } from './exit-tables.ts'

const seriesA = { shares: 2_000_000, investedUsd: 5_000_000 }

/** 8M common and one $1M SAFE, or what else is owed. */
function withSafes(...safes: readonly ReturnType<typeof safeOf>[]) {
  const table = tableOf(8_000_000, [])
  table.convertibles.push(...safes)
  return table
}

// Expected values are hand calculations from the forms: Y Combinator, post-money Safe, sections 1(b) and 1(d).
describe('SAFEs and notes that are outstanding at an exit', () => {
  it('a post-money SAFE of $1M at a cap of $10M is a tenth of the company above its cap', () => {
    const split = splitOf(withSafes(safeOf({ capUsd: 10e6 })), 50e6)
    expect(split.convertiblesUsd[0]).toBeCloseTo(5e6, 4)
    expect(split.convertibleShares[0]).toBeCloseTo(8e6 / 9, 4)
    expect(split.convertibleConverts).toEqual([true])
  })

  it('gets its money back below the cap, and all there is below its money', () => {
    const table = withSafes(safeOf({ capUsd: 10e6 }))
    expect(splitOf(table, 6e6).convertiblesUsd).toEqual([1e6])
    expect(splitOf(table, 6e6).convertibleConverts).toEqual([false])
    expect(splitOf(table, 4e5).convertiblesUsd).toEqual([4e5])
  })

  it('two post-money SAFEs own what their caps promise, whatever the other does', () => {
    const split = splitOf(withSafes(safeOf({ capUsd: 10e6 }), safeOf({ owedUsd: 2e6, capUsd: 10e6 })), 100e6)
    expect(split.convertiblesUsd[0]).toBeCloseTo(10e6, 4)
    expect(split.convertiblesUsd[1]).toBeCloseTo(20e6, 4)
  })

  it('a pre-money cap counts no converting security', () => {
    const split = splitOf(withSafes(safeOf({ capUsd: 8e6, capBasis: 'pre_money' })), 90e6)
    expect(split.convertibleShares).toEqual([1e6])
    expect(split.convertiblesUsd[0]).toBeCloseTo(10e6, 4)
  })

  it('a discount buys common at less than it is worth', () => {
    expect(splitOf(withSafes(safeOf({ discount: 0.2 })), 50e6).convertiblesUsd[0]).toBeCloseTo(1.25e6, 4)
  })

  it('a most-favoured SAFE takes the lowest cap that was given after it', () => {
    const safes = [safeOf({ isMostFavoured: true, favours: [1] }), safeOf({ capUsd: 10e6 })]
    const split = splitOf(withSafes(...safes), 100e6)
    expect(split.convertiblesUsd[0]).toBeCloseTo(10e6, 4)
  })

  it('a most-favoured SAFE takes what another has taken: three in a chain get the same', () => {
    const favours = (...places: readonly number[]) => safeOf({ isMostFavoured: true, favours: places })
    const split = splitOf(withSafes(safeOf({ capUsd: 5e6 }), favours(0), favours(1)), 50e6)
    split.convertiblesUsd.forEach((usd) => expect(usd).toBeCloseTo(10e6, 4))
    expect(split.commonUsd).toBeCloseTo(20e6, 4)
    const backwards = splitOf(withSafes(favours(1), favours(2), safeOf({ capUsd: 5e6 })), 50e6)
    backwards.convertiblesUsd.forEach((usd) => expect(usd).toBeCloseTo(10e6, 4))
  })

  it('a most-favoured SAFE takes a discount, and beside a cap of its own the better of the two', () => {
    const discounted = safeOf({ discount: 0.2 })
    const plain = withSafes(discounted, safeOf({ isMostFavoured: true, favours: [0] }))
    splitOf(plain, 50e6).convertiblesUsd.forEach((usd) => expect(usd).toBeCloseTo(1.25e6, 4))
    const capped = withSafes(discounted, safeOf({ capUsd: 10e6, isMostFavoured: true, favours: [0] }))
    expect(splitOf(capped, 11e6).convertiblesUsd[1]).toBeCloseTo(1.25e6, 4)
    expect(splitOf(capped, 100e6).convertiblesUsd[1]).toBeCloseTo(10e6 - 0.125e6, 4)
  })

  it('a most-favoured SAFE takes the cap that gives most shares, not the one with the lowest number', () => {
    const split = splitOf(
      withSafes(
        safeOf({ owedUsd: 3e6, capUsd: 9.5e6, capBasis: 'pre_money' }),
        safeOf({ owedUsd: 3e6, capUsd: 10e6 }),
        safeOf({ isMostFavoured: true, favours: [0, 1] }),
      ),
      100e6,
    )
    // Counted: (8 + 8 * 3 / 9.5) / (1 - 0.3 - 0.1) million.
    expect(split.convertibleShares[1] / split.convertibleShares[2]).toBeCloseTo(3, 12)
    expect(split.convertibleShares[2]).toBeCloseTo(((8e6 * 12.5) / 9.5 / 0.6) * 0.1, 4)
    expect(split.convertibleShares[0]).toBeCloseTo((8e6 * 3) / 9.5, 4)
  })

  it('two most-favoured SAFEs that favour each other hold what the better of them has', () => {
    const safes = [
      { capUsd: 10e6, favours: [1] },
      { discount: 0.2, favours: [0] },
    ]
    const table = withSafes(...safes.map((one) => safeOf({ ...one, isMostFavoured: true })))
    for (const priceUsd of [5e6, 11e6, 100e6]) {
      const { convertiblesUsd } = splitOf(table, priceUsd)
      expect(convertiblesUsd[0]).toBeCloseTo(convertiblesUsd[1], 6)
    }
  })

  it("a note is paid back or converts at its cap; its discount is a round's", () => {
    const split = splitOf(withSafes(safeOf({ discount: 0.2, isDebt: true })), 1.1e6)
    expect([split.convertiblesUsd[0], split.commonUsd]).toEqual([1e6, 1e5])
    expect(split.convertibleConverts).toEqual([false])
    const capped = withSafes(safeOf({ discount: 0.2, isDebt: true, capUsd: 10e6 }))
    expect(splitOf(capped, 10.5e6).convertiblesUsd[0]).toBeCloseTo(1.05e6, 4)
    expect(splitOf(capped, 10.5e6).convertibleConverts).toEqual([true])
  })

  it('a most-favoured SAFE takes no discount from a note, nor a most-favoured note one from a SAFE', () => {
    const note = { discount: 0.2, isDebt: true }
    const safe = withSafes(safeOf(note), safeOf({ isMostFavoured: true, favours: [0] }))
    expect(splitOf(safe, 50e6).convertiblesUsd).toEqual([1e6, 1e6])
    const debt = withSafes(
      safeOf({ discount: 0.2 }),
      safeOf({ isDebt: true, isMostFavoured: true, favours: [0] }),
    )
    expect(splitOf(debt, 50e6).convertiblesUsd).toEqual([1.25e6, 1e6])
  })

  it('a cap counts preferred that holds: 2.857M, where the printed form would pay 2.0M', () => {
    const table = tableOf(8_000_000, [{ shares: 4_000_000, investedUsd: 20_000_000 }])
    table.convertibles.push(safeOf({ capUsd: 10e6 }))
    const split = splitOf(table, 40e6)
    expect(split.seriesConverts).toEqual([false])
    expect(split.convertiblesUsd[0]).toBeCloseTo(20e6 / 7, 4)
  })

  it('a note is paid before preferred stock, a SAFE on par with the most senior', () => {
    const table = tableOf(8_000_000, [seriesA, { shares: 1e6, investedUsd: 4e6, rank: 1 }])
    table.convertibles.push(safeOf({ owedUsd: 1e6 }), safeOf({ owedUsd: 2e6, isDebt: true }))
    const split = splitOf(table, 4.5e6)
    expect(split.convertiblesUsd).toEqual([5e5, 2e6])
    expect(split.seriesUsd).toEqual([0, 2e6])
  })

  it('refuses caps that promise the whole company', () => {
    const table = withSafes(safeOf({ owedUsd: 6e6, capUsd: 10e6 }), safeOf({ owedUsd: 5e6, capUsd: 10e6 }))
    expect(() => splitOf(table, 50e6)).toThrow(/splitExit: post-money caps must leave something to others/)
  })
})
