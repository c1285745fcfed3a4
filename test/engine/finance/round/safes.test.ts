import { describe, expect, it } from 'vitest'
import type { CapTable, RoundSolution } from '../../../../engine/finance/index.ts'
import { distance, safe, solved, tableWith } from './round-tables.ts'

/** What the round leaves to common, SAFEs, new money and pool, as shares of the whole. */
const ownership = (table: CapTable, solution: RoundSolution): number[] =>
  [
    table.commonShares,
    ...solution.convertibleShares,
    solution.newShares,
    table.availableShares + solution.poolIncreaseShares,
  ].map((shares) => shares / solution.fullyDilutedShares)

const added = (addedShares: number) => ({ targetShare: 0, addedShares, isAfterMoney: false })

// Hand rule; same numbers as docs/fixtures.md (S-series) of
// https://github.com/ogulcan-ozyavuz/algorithmic-game-theory-for-private-equity. Status: derived (agrees with seen).
describe('caps and discounts', () => {
  it('a cap below the price binds: 72 %, 8 %, 20 %', () => {
    // safe-cap-binds
    const table = tableWith(8e6, safe({ capUsd: 10e6 }))
    const s = solved(table, {})
    expect(
      distance(
        [s.priceUsd, s.convertibleShares[0], s.newShares, s.fullyDilutedShares],
        [1.35, 888888.8888888889, 2222222.222222222, 11111111.111111112],
      ),
    ).toBeLessThan(1e-9)
    expect(distance(ownership(table, s).slice(0, 3), [0.72, 0.08, 0.2])).toBeLessThan(1e-9)
  })

  it('a cap is a ceiling and never a floor: below it a SAFE converts at the price', () => {
    // safe-down-round-price-beats-cap
    const table = tableWith(8e6, safe({ capUsd: 10e6 }))
    const s = solved(table, { preMoneyUsd: 4e6, amountUsd: 1e6 })
    expect(
      distance(
        [s.priceUsd, s.convertibleShares[0], s.newShares, s.fullyDilutedShares],
        [0.375, 2666666.6666666665, 2666666.6666666665, 13333333.333333334],
      ),
    ).toBeLessThan(1e-9)
    expect(distance(ownership(table, s).slice(0, 3), [0.6, 0.2, 0.2])).toBeLessThan(1e-9)
  })

  it('a pre-money SAFE of the same terms gets less', () => {
    // safe-premoney-same-terms
    const table = tableWith(8e6, safe({ capUsd: 10e6, capBasis: 'pre_money' }))
    const s = solved(table, {})
    expect(
      distance(
        [s.priceUsd, s.convertibleShares[0], s.newShares, s.fullyDilutedShares],
        [1.3636363636363635, 800000, 2200000, 11000000],
      ),
    ).toBeLessThan(1e-9)
    const wanted = [0.7272727272727273, 0.07272727272727272, 0.2]
    expect(distance(ownership(table, s).slice(0, 3), wanted)).toBeLessThan(1e-9)
  })

  it('a post-money cap counts the shares of a discount SAFE beside it', () => {
    // safe-discount-beside-cap
    const table = tableWith(8e6, safe({ capUsd: 10e6 }), safe({ discount: 0.2 }))
    const s = solved(table, {})
    expect(
      distance(
        [s.priceUsd, ...s.convertibleShares, s.newShares, s.fullyDilutedShares],
        [1.19375, 1005235.6020942408, 1047120.4188481675, 2513089.005235602, 12565445.02617801],
      ),
    ).toBeLessThan(1e-9)
    const wanted = [0.6366666666666667, 0.08, 0.08333333333333333, 0.2]
    expect(distance(ownership(table, s).slice(0, 4), wanted)).toBeLessThan(1e-9)
  })

  it('one with both takes the better of the two', () => {
    for (const preMoneyUsd of [12e6, 48e6]) {
      const both = solved(tableWith(8e6, safe({ capUsd: 15e6, discount: 0.2 })), { preMoneyUsd })
      const cap = solved(tableWith(8e6, safe({ capUsd: 15e6 })), { preMoneyUsd })
      const discount = solved(tableWith(8e6, safe({ discount: 0.2 })), { preMoneyUsd })
      const better = Math.max(cap.convertibleShares[0], discount.convertibleShares[0])
      expect(both.convertibleShares[0]).toBeCloseTo(better, 6)
    }
  })

  it('a pre-money cap counts the increase of the pool and a post-money cap does not', () => {
    // By hand: by percentage ownership the 1 million of options are in both pre-money counts of 8 + 1 million; the
    // pre-money SAFE gets 1/10 of 9 million shares, the post-money one 1/9 of 8 million.
    const pool = added(1e6)
    const pre = solved(tableWith(8e6, safe({ capUsd: 10e6, capBasis: 'pre_money' })), { pool })
    const post = solved(tableWith(8e6, safe({ capUsd: 10e6 })), { pool })
    expect(pre.convertibleShares[0]).toBeCloseTo(900_000, 6)
    expect(post.convertibleShares[0]).toBeCloseTo(8e6 / 9, 6)
  })

  it('both forms in one round with a pool target solve together', () => {
    // By hand (with T all shares after): post 0.07 T, pre 0.1 (8e6 + 0.1 T), so 0.62 T = 8.8e6.
    const table = tableWith(
      8e6,
      safe({ capUsd: 10e6 }),
      safe({ owedUsd: 5e5, capUsd: 5e6, capBasis: 'pre_money' }),
    )
    const pool = { targetShare: 0.1, addedShares: 0, isAfterMoney: false }
    const s = solved(table, { preMoneyUsd: 16e6, amountUsd: 4e6, pool })
    const wanted = [31 / 22, 30.8e6 / 31, 29.2e6 / 31, 88e6 / 31, 44e6 / 31, 440e6 / 31]
    const got = [s.priceUsd, ...s.convertibleShares, s.newShares, s.poolIncreaseShares, s.fullyDilutedShares]
    expect(distance(got, wanted)).toBeLessThan(1e-12)
  })
})
