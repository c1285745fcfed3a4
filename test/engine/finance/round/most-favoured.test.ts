import { describe, expect, it } from 'vitest'
import type { CapTable } from '../../../../engine/finance/index.ts'
import { distance, safe, solved, tableWith } from './round-tables.ts'

describe('a most-favoured SAFE', () => {
  // By hand: a most-favoured SAFE of 500,000 dollars issued before one of 1 million at a cap of 10 million and one of
  // 1 million at 20 % off; 8 million common. T all shares after: cap 0.08 T; discount T / 12.
  const table = (...favours: number[]): CapTable =>
    tableWith(
      8e6,
      safe({ owedUsd: 5e5, isMostFavoured: true, favours }),
      safe({ capUsd: 10e6 }),
      safe({ discount: 0.2 }),
    )
  it.each([
    ['converts at the price if nobody is favoured', [], 2400e6 / 181, 1 / 30, 0],
    ['takes a later cap', [1], 2400e6 / 179, 1 / 25, 1],
    ['takes a later discount', [2], 1600e6 / 119, 1 / 24, 2],
    ['takes the better of several', [1, 2], 1600e6 / 119, 1 / 24, 2],
  ])('%s', (_, favours, whole, share, taken) => {
    const s = solved(table(...favours), {})
    expect(
      distance([s.fullyDilutedShares, s.convertibleShares[0] / s.fullyDilutedShares], [whole, share]),
    ).toBeLessThan(1e-12)
    expect(s.convertibleTerms).toEqual([taken, 1, 2])
  })

  it('takes what another most-favoured one has taken', () => {
    const chain = tableWith(
      8e6,
      safe({ isMostFavoured: true, favours: [1] }),
      safe({ isMostFavoured: true, favours: [2] }),
      safe({ capUsd: 5e6 }),
    )
    const s = solved(chain, {})
    expect(s.convertibleTerms).toEqual([2, 2, 2])
    expect(s.convertibleShares[0]).toBeCloseTo(s.convertibleShares[2], 6)
  })

  it('settles when two favour each other', () => {
    const ring = tableWith(
      8e6,
      safe({ isMostFavoured: true, favours: [1], discount: 0.1 }),
      safe({ isMostFavoured: true, favours: [0], capUsd: 5e6 }),
    )
    expect(solved(ring, {}).convertibleTerms).toEqual([1, 1])
  })
})
