import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  closeRound,
  exitPayouts,
  fullyDilutedShares,
  makeCapTable,
  ownership,
  type CapTable,
} from '../../../engine/finance/index.ts'

const terms = fc.record({
  preMoneyUsd: fc.double({ min: 1e5, max: 1e10, noNaN: true }),
  amountUsd: fc.double({ min: 1e4, max: 1e9, noNaN: true }),
  liquidationMultiple: fc.constantFrom(0, 0.5, 1, 1, 1, 2, 3),
  participating: fc.boolean(),
  seniority: fc.integer({ min: 0, max: 2 }),
})
const tables = fc.array(terms, { maxLength: 10 }).map((rounds) => {
  const table = makeCapTable(8_000_000, 1_000_000)
  for (const round of rounds) {
    const poolShareAfter = 0.05 * (round.preMoneyUsd / (round.preMoneyUsd + round.amountUsd))
    table.seniority[closeRound(table, { ...round, poolShareAfter })] = round.seniority
  }
  return table
})
const proceeds = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
  fc.double({ min: 0, max: 5e10, noNaN: true }),
)
// Fixed seed: the same tables on every machine.
const settings = { seed: 20260, numRuns: 2000 }

function payoutsOf(table: CapTable, proceedsUsd: number): Float64Array {
  const payouts = new Float64Array(table.seriesCount + 1)
  exitPayouts(table, proceedsUsd, payouts)
  return payouts
}

const largestDifference = (expected: readonly number[], actual: Float64Array) =>
  Math.max(...expected.map((value, index) => Math.abs(value - actual[index])))

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)

/**
 * The oracle: what each holder gets if exactly the series of `converted` convert, straight from the contract:
 * walk down the ranks paying preferences, then share the rest by shares. Written apart from the solver.
 */
function payoutsIf(table: CapTable, proceedsUsd: number, converted: ReadonlySet<number>): number[] {
  const series = Array.from({ length: table.seriesCount }, (_, index) => index)
  const keeps = (index: number) => table.participating[index] === 1 || !converted.has(index)
  const shares = (index: number) => table.participating[index] === 1 || converted.has(index)
  const paid = Array.from({ length: table.seriesCount + 1 }, () => 0)
  let left = proceedsUsd
  for (const rank of [...new Set(table.seniority.subarray(0, table.seriesCount))].toSorted((a, b) => b - a)) {
    const claims = series
      .filter((index) => keeps(index) && table.seniority[index] === rank)
      .map((index) => ({ index, usd: table.investedUsd[index] * table.liquidationMultiple[index] }))
    const due = claims.reduce((total, claim) => total + claim.usd, 0)
    const share = due > left ? left / due : 1
    for (const claim of claims) paid[1 + claim.index] = claim.usd * share
    left = Math.max(0, left - due)
  }
  const common = table.commonShares + table.poolShares
  const sharing = common + series.filter(shares).reduce((total, index) => total + table.shares[index], 0)
  paid[0] = (left * common) / sharing
  for (const index of series.filter(shares)) paid[1 + index] += (left * table.shares[index]) / sharing
  return paid
}

/** All conversion sets in which no single series would gain by switching, by more than rounding. */
function equilibria(table: CapTable, proceedsUsd: number): number[][] {
  const found: number[][] = []
  const slack = 1e-9 * (proceedsUsd + 1)
  for (let mask = 0; mask < 1 << table.seriesCount; mask++) {
    const set = new Set(Array.from({ length: table.seriesCount }, (_, i) => i).filter((i) => mask & (1 << i)))
    const paid = payoutsIf(table, proceedsUsd, set)
    const isStable = Array.from({ length: table.seriesCount }, (_, i) => i).every((index) => {
      const switched = new Set(set)
      if (!switched.delete(index)) switched.add(index)
      return payoutsIf(table, proceedsUsd, switched)[1 + index] <= paid[1 + index] + slack
    })
    if (isStable) found.push(paid)
  }
  return found
}

test('money in equals money out, and nobody pays', () => {
  fc.assert(
    fc.property(tables, proceeds, (table, proceedsUsd) => {
      const payouts = payoutsOf(table, proceedsUsd)
      expect(Math.abs(sum(payouts) - proceedsUsd)).toBeLessThanOrEqual(1e-9 * proceedsUsd + 1e-300)
      expect(Math.min(...payouts)).toBeGreaterThanOrEqual(0)
    }),
    settings,
  )
})

test('higher proceeds make no holder poorer', () => {
  fc.assert(
    fc.property(tables, proceeds, proceeds, (table, one, other) => {
      const low = payoutsOf(table, Math.min(one, other))
      const high = payoutsOf(table, Math.max(one, other))
      expect(low.every((usd, holder) => high[holder] >= usd * (1 - 1e-9))).toBe(true)
    }),
    settings,
  )
})

test('the payouts are the equilibrium of the conversion game, by trying every set of conversions', () => {
  const small = tables.filter((table) => table.seriesCount <= 4)
  fc.assert(
    fc.property(small, fc.double({ min: 0, max: 3, noNaN: true }), (table, scale) => {
      // Around the sum of preferences, where the decisions change.
      const invested = table.investedUsd.subarray(0, table.seriesCount)
      const proceedsUsd = scale * scale * (sum(invested) + 1e6)
      const payouts = payoutsOf(table, proceedsUsd)
      const stable = equilibria(table, proceedsUsd)
      expect(stable.length).toBeGreaterThan(0)
      for (const paid of stable)
        expect(largestDifference(paid, payouts)).toBeLessThanOrEqual(1e-6 * (proceedsUsd + 1))
    }),
    { ...settings, numRuns: 2000 },
  )
})

test('three plain classes agree with the oracle at and beside every breakpoint', () => {
  const table = makeCapTable(8_000_000, 0)
  const round = { liquidationMultiple: 1, participating: false, poolShareAfter: 0 }
  closeRound(table, { ...round, preMoneyUsd: 20e6, amountUsd: 5e6 })
  closeRound(table, { ...round, preMoneyUsd: 80e6, amountUsd: 20e6 })
  closeRound(table, { ...round, preMoneyUsd: 50e6, amountUsd: 10e6 })
  for (let proceedsUsd = 0; proceedsUsd <= 120e6; proceedsUsd += 250_000)
    for (const nudge of [-1, 0, 1]) {
      const usd = Math.max(0, proceedsUsd + nudge)
      const payouts = payoutsOf(table, usd)
      const stable = equilibria(table, usd)
      expect(stable.length).toBeGreaterThan(0)
      for (const paid of stable)
        expect(largestDifference(paid, payouts)).toBeLessThanOrEqual(1e-6 * (usd + 1))
    }
})

test('far above all preferences everyone gets the share of the company that he holds', () => {
  fc.assert(
    fc.property(tables, (table) => {
      table.participating.fill(0)
      const payouts = payoutsOf(table, 1e40)
      for (let series = 0; series < table.seriesCount; series++)
        expect(payouts[1 + series] / 1e40 / ownership(table, series)).toBeCloseTo(1, 9)
    }),
    settings,
  )
})

test('a round dilutes all old holders alike and values the company at pre-money plus amount', () => {
  const pool = fc.double({ min: 0, max: 0.9, noNaN: true })
  fc.assert(
    fc.property(tables, terms, pool, (table, round, share) => {
      const before = structuredClone(table)
      const postMoneyUsd = round.preMoneyUsd + round.amountUsd
      const series = closeRound(table, {
        ...round,
        poolShareAfter: share * (round.preMoneyUsd / postMoneyUsd),
      })
      const total = fullyDilutedShares(table)
      expect((table.issuePriceUsd[series] * total) / postMoneyUsd).toBeCloseTo(1, 11)
      expect(ownership(table, series) / (round.amountUsd / postMoneyUsd)).toBeCloseTo(1, 11)
      expect(table.commonShares).toBe(before.commonShares)
      for (let old = 0; old < before.seriesCount; old++) expect(table.shares[old]).toBe(before.shares[old])
    }),
    settings,
  )
})
