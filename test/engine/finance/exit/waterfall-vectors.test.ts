import { describe, expect, it, test } from 'vitest'
import { payoutsOf, splitOf, tableOf, type SeriesGiven } from './exit-tables.ts'

const seriesA = { shares: 2_000_000, investedUsd: 5_000_000 }
const seriesB = { shares: 1_500_000, investedUsd: 9_000_000, rank: 1 }
const full = { participation: 'full' } as const
const twoTimesCap = { participation: 'capped', participationCapMultiple: 2 } as const
const downRound = [
  { shares: 1_000_000, investedUsd: 1_000_000 },
  { shares: 18_000_000 / 7, investedUsd: 3_000_000 },
  { shares: 60_000_000 / 7, investedUsd: 4_000_000, rank: 1 },
]

type Vector = readonly [
  name: string,
  series: readonly SeriesGiven[],
  priceUsd: number,
  payouts: readonly number[],
  converts: readonly boolean[],
]

// Origin: "Open Venture Finance", docs/fixtures.md (hand-derived, Apache-2.0) and docs/rounds.md MR-X1/X2/X4,
// https://github.com/ogulcan-ozyavuz/algorithmic-game-theory-for-private-equity. Status: seen and derived. 8M common
// throughout; the source ranks 1 before 2. Tolerance: one cent. In the down round the first series is a SAFE's shadow
// series with its own price and preference.
const vectors: readonly Vector[] = [
  ['wf-nonpart-converts', [seriesA], 35e6, [28e6, 7e6], [true]],
  ['wf-nonpart-holds', [seriesA], 15e6, [10e6, 5e6], [false]],
  ['wf-nonpart-indifferent', [seriesA], 25e6, [20e6, 5e6], [false]],
  ['wf-participating-uncapped', [{ ...seriesA, ...full }], 35e6, [24e6, 11e6], [false]],
  ['wf-participating-cap-converts', [{ ...seriesA, ...twoTimesCap }], 60e6, [48e6, 12e6], [true]],
  ['wf-2x-participating', [{ ...seriesA, ...full, liquidationMultiple: 2 }], 30e6, [16e6, 14e6], [false]],
  ['wf-stacked-shortfall', [seriesA, seriesB], 10e6, [0, 1e6, 9e6], [false, false]],
  [
    'wf-paripassu-shortfall',
    [seriesA, { ...seriesB, rank: 0 }],
    10e6,
    [0, 3_571_428.5714285714, 6_428_571.428571428],
    [false, false],
  ],
  ['wf-dead-zone-upper-edge', [seriesA, seriesB], 14e6, [0, 5e6, 9e6], [false, false]],
  ['wf-downround-senior-b', downRound, 6e6, [0, 0.5e6, 1.5e6, 4e6], [false, false, false]],
  ['wf-downround-all-convert', downRound, 141e6, [56e6, 7e6, 18e6, 60e6], [true, true, true]],
]

test.each(vectors)('%s pays what the hand calculation says', (_, series, priceUsd, payouts, converts) => {
  const table = tableOf(8_000_000, series)
  payoutsOf(table, priceUsd).forEach((usd, i) => expect(Math.abs(usd - payouts[i])).toBeLessThan(0.01))
  expect(splitOf(table, priceUsd).seriesConverts).toEqual(converts)
})

describe('published examples by ownership', () => {
  const oneInvestor = (ownership: number, terms: Omit<SeriesGiven, 'shares'>) =>
    tableOf((1 - ownership) * 1e7, [{ shares: ownership * 1e7, ...terms }])

  // Origin: Gust Equity docs, "Participating Preferred",
  // https://docs.equity.gust.com/article/42-participating-preferred. Status: seen; recomputed. Tolerance: one cent.
  it('wf-gust-participating: $2M for 30 %, participating, at $10M', () => {
    const [others, investor] = payoutsOf(oneInvestor(0.3, { investedUsd: 2e6, ...full }), 10e6)
    expect(investor).toBeCloseTo(4.4e6, 2)
    expect(others).toBeCloseTo(5.6e6, 2)
  })

  // Origin: Tactyc blog, "Solving Liquidation Preferences",
  // https://blog.tactyc.io/product-updates/solving-liquidation-preferences-in-tactyc. Status: seen; recomputed.
  it('wf-tactyc-2x: a 2x preference beats 5 % of $50M', () => {
    const [, investor] = payoutsOf(oneInvestor(0.05, { investedUsd: 2e6, liquidationMultiple: 2 }), 50e6)
    expect(investor).toBeCloseTo(4e6, 2)
  })

  // Origin: exercise text seen, answer derived: $5M, 2x participating, 30 % as converted, at $30M;
  // https://solutioninn.com/study-help/questions/suppose-vcs-invested-5-million-to-purchase-series-a-participating-12192449
  it('wf-2x-part-30pct: twice the money and 30 % of the rest', () => {
    const table = oneInvestor(0.3, { investedUsd: 5e6, liquidationMultiple: 2, ...full })
    const [common, investor] = payoutsOf(table, 30e6)
    expect(investor).toBeCloseTo(16e6, 2)
    expect(common).toBeCloseTo(14e6, 2)
  })

  // Origin: the study's own issue: at the three-class table with a $60M exit the only equilibrium is A converts, B holds.
  it('A converts and B holds at $60M, the only equilibrium', () => {
    const split = splitOf(tableOf(8_000_000, [seriesA, seriesB]), 60e6)
    expect(split.seriesConverts).toEqual([true, false])
    expect(split.hasSeveral).toBe(false)
    expect(split.seriesUsd[0]).toBeCloseTo(10.2e6, 2)
  })
})
