import { expect, test } from 'vitest'
import { costStages } from '../../../engine/cost/money/cost-lines.ts'
import { costShares } from '../../../scenarios/price-book/cost-shares.ts'
import { weightedMedian } from '../../../scenarios/price-book/median.ts'
import { priceAtMonth } from '../../../scenarios/price-book/price-at-month.ts'
import { priceHabits } from '../../../scenarios/price-book/price-habits.ts'
import type { PricePoint } from '../../../scenarios/price-book/price-point.ts'

const quote = (
  seller: string,
  month: number,
  usd: number,
  kind: PricePoint['kind'] = 'on-demand',
): PricePoint => ({
  machine: 'X',
  kind,
  month,
  usd,
  seller,
  source: 'test',
})
const reading = { month: 300, trendPerMonth: 0, dispersion: 0.5 }

test('a weighted median does not depend on the order, and weights pull it', () => {
  expect(weightedMedian([9, 1, 2], [1, 1, 1])).toBe(2)
  expect(weightedMedian([1, 2], [3, 1])).toBeLessThan(1.5)
  expect(weightedMedian([5], [0.1])).toBe(5)
  expect(weightedMedian([], [])).toBeNaN()
})

test('one seller has one voice, its nearest quote, however often it was quoted', () => {
  const often = Array.from({ length: 50 }, (_, index) => quote('loud', 300 - index / 10, 100))
  const { logUsd, used } = priceAtMonth([...often, quote('a', 300, 2), quote('b', 300, 3)], reading)
  expect(Math.exp(logUsd)).toBeCloseTo(3, 12)
  expect(used.length).toBe(3)
})

test('a quote of half a year away weighs half, so that the nearer one pulls', () => {
  const { logUsd } = priceAtMonth([quote('a', 300, 1), quote('b', 288, 4)], reading)
  expect(Math.exp(logUsd)).toBeLessThan(2)
})

test('a single quote is moved along the trend, both ways', () => {
  const late = priceAtMonth([quote('a', 300, 2)], { month: 312, trendPerMonth: -0.01, dispersion: 0.5 })
  const early = priceAtMonth([quote('a', 300, 2)], { month: 288, trendPerMonth: -0.01, dispersion: 0.5 })
  expect(Math.exp(late.logUsd)).toBeCloseTo(2 * Math.exp(-0.12), 12)
  expect(Math.exp(early.logUsd)).toBeCloseTo(2 * Math.exp(0.12), 12)
  expect([late.isLater, early.isLater]).toEqual([false, true])
})

test('a single quote has the usual spread between sellers', () => {
  const { below, above } = priceAtMonth([quote('a', 300, 2)], reading)
  expect([below, above]).toEqual([0.5, 0.5])
})

test('weights stay usable a century from the nearest quote', () => {
  const { logUsd, below } = priceAtMonth([quote('a', 1, 2), quote('b', 2, 3)], { ...reading, month: 1200 })
  expect(Number.isFinite(logUsd) && Number.isFinite(below)).toBe(true)
})

test('ratios are taken from sellers that quote both on one day, and the trend from pairs half a year apart', () => {
  const points = [
    quote('a', 0, 10),
    quote('a', 0, 6, 'reserved-1y'),
    quote('b', 0, 8),
    quote('b', 0, 5.6, 'reserved-1y'),
    quote('c', 0, 20),
    quote('c', 0, 16, 'reserved-1y'),
    quote('a', 12, 5),
    quote('d', 0, 1, 'reserved-1y'),
  ]
  const { ratios, trendPerMonth } = priceHabits(points)
  expect(ratios['reserved-1y']).toBeCloseTo(0.7, 12)
  // Pairs with a's later quote: 5/10, 5/8 and 5/20 in 12 months; the middle one is 5/10.
  expect(trendPerMonth).toBeCloseTo(Math.log(0.5) / 12, 12)
})

test('every share of a bill has a stage, ends around its middle and a source', () => {
  expect(costShares.length).toBeGreaterThanOrEqual(6)
  for (const { name, stage, share, source } of costShares) {
    expect(costStages, name).toContain(stage)
    expect(share.p10 > 0 && share.p10 < share.p50 && share.p50 < share.p90, name).toBe(true)
    expect(source.length, name).toBeGreaterThan(10)
  }
})

test('storage, network, idle time and support add 30 to 50 % to compute', () => {
  const overhead = costShares
    .filter(({ name }) => ['storage', 'network', 'idle time and support'].includes(name))
    .reduce((sum, { share }) => sum + share.p50, 0)
  expect(overhead).toBeGreaterThan(0.3)
  expect(overhead).toBeLessThan(0.5)
})
