import { expect, test } from 'vitest'
import { closeRound, exitPayouts, makeCapTable, type CapTable } from '../../../engine/finance/index.ts'

interface Series {
  readonly shares: number
  readonly investedUsd: number
  readonly multiple?: number
  readonly participating?: boolean
  /** 1 is paid first, as term sheets count. */
  readonly rank?: number
}

/** A table with given share counts: each round is priced so that its money buys exactly those shares. */
function makeTable(commonShares: number, series: readonly Series[]): CapTable {
  const table = makeCapTable(commonShares, 0)
  let before = commonShares
  for (const { shares, investedUsd, multiple = 1, participating = false, rank = 1 } of series) {
    const index = closeRound(table, {
      preMoneyUsd: (before * investedUsd) / shares,
      amountUsd: investedUsd,
      liquidationMultiple: multiple,
      participating,
      poolShareAfter: 0,
    })
    table.seniority[index] = -rank
    before += shares
  }
  return table
}

function payoutsOf(table: CapTable, proceedsUsd: number): number[] {
  const payouts = new Float64Array(table.seriesCount + 1)
  exitPayouts(table, proceedsUsd, payouts)
  return [...payouts]
}

const seriesA = { shares: 2_000_000, investedUsd: 5_000_000 }
const seriesB = { shares: 1_500_000, investedUsd: 9_000_000 }
const angel = { shares: 1_000_000, investedUsd: 1_000_000, rank: 2 }
const downRound = [
  angel,
  { shares: 18_000_000 / 7, investedUsd: 3_000_000, rank: 2 },
  { shares: 60_000_000 / 7, investedUsd: 4_000_000, rank: 1 },
]

// Hand-derived vectors of "Open Venture Finance" (docs/fixtures.md, docs/rounds.md MR-X1/X2/X4, Apache-2.0,
// github.com/ogulcan-ozyavuz/algorithmic-game-theory-for-private-equity), ids as in the collection they came by;
// 8M common shares throughout. wf-gust and wf-2x-part-30pct: docs.equity.gust.com article 42 and an exercise on
// solutioninn.com; wf-tactyc-2x: blog.tactyc.io "Solving liquidation preferences".
test.each([
  ['wf-nonpart-converts', [seriesA], 35e6, [28e6, 7e6]],
  ['wf-nonpart-holds', [seriesA], 15e6, [10e6, 5e6]],
  ['wf-nonpart-indifferent', [seriesA], 25e6, [20e6, 5e6]],
  ['wf-participating-uncapped', [{ ...seriesA, participating: true }], 35e6, [24e6, 11e6]],
  ['wf-2x-participating', [{ ...seriesA, multiple: 2, participating: true }], 30e6, [16e6, 14e6]],
  ['wf-stacked-shortfall', [{ ...seriesA, rank: 2 }, seriesB], 10e6, [0, 1e6, 9e6]],
  ['wf-paripassu-shortfall', [seriesA, seriesB], 10e6, [0, 3_571_428.5714285714, 6_428_571.428571428]],
  ['wf-dead-zone-upper-edge', [{ ...seriesA, rank: 2 }, seriesB], 14e6, [0, 5e6, 9e6]],
  ['wf-downround-senior-b', downRound, 6e6, [0, 0.5e6, 1.5e6, 4e6]],
  ['wf-downround-all-convert', downRound, 141e6, [56e6, 7e6, 18e6, 60e6]],
] as const)('%s pays what the hand calculation says', (_, series, proceedsUsd, expected) => {
  const payouts = payoutsOf(makeTable(8_000_000, series), proceedsUsd)
  expect(payouts).toHaveLength(expected.length)
  for (const [holder, usd] of expected.entries()) expect(Math.abs(payouts[holder] - usd)).toBeLessThan(0.01)
})

test.each([
  [
    'wf-gust-participating',
    { shares: 3e6, investedUsd: 2e6, participating: true },
    7e6,
    10e6,
    [5.6e6, 4.4e6],
  ],
  ['wf-tactyc-2x', { shares: 5e5, investedUsd: 2e6, multiple: 2 }, 9.5e6, 50e6, [46e6, 4e6]],
  [
    'wf-2x-part-30pct',
    { shares: 3e6, investedUsd: 5e6, multiple: 2, participating: true },
    7e6,
    30e6,
    [14e6, 16e6],
  ],
] as const)('%s pays what the published example says', (_, series, commonShares, proceedsUsd, expected) => {
  const payouts = payoutsOf(makeTable(commonShares, [series]), proceedsUsd)
  for (const [holder, usd] of expected.entries()) expect(Math.abs(payouts[holder] - usd)).toBeLessThan(0.01)
})

test('the common share gains only between the published breakpoints', () => {
  // breakpoints-set, stacked_B_senior_nonpart of the same source: 0, 9M, 14M, 34M, 69M. Slope of common's payout
  // between them: 0 while preferences fill, then 8/8, 8/10 (A converted), 8/11.5 (B too).
  const table = makeTable(8_000_000, [{ ...seriesA, rank: 2 }, seriesB])
  const slope = (usd: number) => (payoutsOf(table, usd + 1000)[0] - payoutsOf(table, usd)[0]) / 1000
  expect([1e6, 10e6, 13.9e6, 14.1e6, 33.9e6, 34.1e6, 68.9e6, 69.1e6].map(slope)).toEqual(
    [0, 0, 0, 1, 1, 8 / 10, 8 / 10, 8 / 11.5].map((value) => expect.closeTo(value, 6)),
  )
})

test('nobody gets anything from nothing', () => {
  expect(payoutsOf(makeTable(8_000_000, downRound), 0)).toEqual([0, 0, 0, 0])
})

test('a company without investors leaves everything to common and pool', () => {
  expect(payoutsOf(makeCapTable(7, 3), 1234.5)).toEqual([1234.5])
})

test('payouts beyond the last series are left alone', () => {
  const payouts = new Float64Array([9, 9, 9])
  exitPayouts(makeTable(8_000_000, [seriesA]), 15e6, payouts)
  expect([...payouts]).toEqual([10e6, 5e6, 9])
})

test.each([-1, NaN, Infinity])('proceeds of %s are refused', (proceedsUsd) => {
  expect(() => payoutsOf(makeCapTable(1, 0), proceedsUsd)).toThrow(
    new RangeError(`exitPayouts: proceedsUsd must be at least 0 and finite, got ${proceedsUsd}`),
  )
})

test('an array too short for all holders is refused', () => {
  const table = makeTable(8_000_000, [seriesA])
  expect(() => exitPayouts(table, 1, new Float64Array(1))).toThrow(/room for 2 holders, got 1/)
})
