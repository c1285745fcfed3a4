import { expect, test } from 'vitest'
import {
  closeRound,
  fullyDilutedShares,
  makeCapTable,
  ownership,
  preferenceUsd,
  pricePerShareUsd,
  resetCapTable,
  type RoundTerms,
} from '../../../engine/finance/index.ts'

const plain: RoundTerms = {
  preMoneyUsd: 8_000_000,
  amountUsd: 2_000_000,
  liquidationMultiple: 1,
  participating: false,
  poolShareAfter: 0,
}

test('a round of 2M on 8M pre-money sells a fifth of the company', () => {
  // By hand: 10M shares before, price 8M / 10M = 0.80, 2.5M new shares of 12.5M.
  const table = makeCapTable(8_000_000, 2_000_000)
  expect(pricePerShareUsd(table, plain)).toBe(0.8)
  const series = closeRound(table, plain)
  expect(series).toBe(0)
  expect(table.shares[0]).toBe(2_500_000)
  expect(table.issuePriceUsd[0]).toBe(0.8)
  expect(ownership(table, 0)).toBe(0.2)
  expect(preferenceUsd(table, 0)).toBe(2_000_000)
})

test('the old holders alone pay for a larger pool', () => {
  // By hand: 9M founders, 1M pool; 8M pre, 2M new, pool 15 % after. The investor has 20 %, the pool 15 %, so
  // founders' 9M shares are 65 %: 13.846154M in all, pool 2.076923M, price 10M / 13.846154M = 0.722222.
  const table = makeCapTable(9_000_000, 1_000_000)
  const terms = { ...plain, poolShareAfter: 0.15 }
  const price = pricePerShareUsd(table, terms)
  closeRound(table, terms)
  expect(price).toBeCloseTo(0.722222222222, 11)
  expect(ownership(table, 0)).toBeCloseTo(0.2, 14)
  expect(table.poolShares / fullyDilutedShares(table)).toBeCloseTo(0.15, 14)
  expect(table.commonShares).toBe(9_000_000)
  expect(fullyDilutedShares(table)).toBeCloseTo(9_000_000 / 0.65, 5)
})

test('a pool that is large enough already is left alone', () => {
  const table = makeCapTable(7_000_000, 3_000_000)
  closeRound(table, { ...plain, poolShareAfter: 0.1 })
  expect(table.poolShares).toBe(3_000_000)
})

test('the shares and price of a series are those of the vc-method worksheet', () => {
  // vcmethod.com, "Venture Capital Method (w/ Dilution)": 1M shares, 1.5M at a pre-money of 2,912,312.76 gives
  // 515,055 new shares at 2.9123.
  const table = makeCapTable(1_000_000, 0)
  closeRound(table, { ...plain, preMoneyUsd: 2_912_312.76, amountUsd: 1_500_000 })
  expect(Math.abs(table.shares[0] - 515_055)).toBeLessThan(0.5)
  expect(table.issuePriceUsd[0]).toBeCloseTo(2.9123, 4)
})

test('each new series ranks before the older ones', () => {
  const table = makeCapTable(1, 0)
  for (let round = 0; round < 3; round++) closeRound(table, plain)
  expect([...table.seniority.subarray(0, 3)]).toEqual([0, 1, 2])
  table.seniority[2] = 7
  closeRound(table, plain)
  expect(table.seniority[3]).toBe(8)
})

test('a table keeps all its series when it outgrows its arrays', () => {
  const table = makeCapTable(1_000_000, 0)
  for (let round = 0; round < 40; round++)
    closeRound(table, { ...plain, amountUsd: 1000 * (round + 1), participating: round % 2 === 1 })
  expect(table.seriesCount).toBe(40)
  for (let round = 0; round < 40; round++) {
    expect(table.investedUsd[round]).toBe(1000 * (round + 1))
    expect(table.participating[round]).toBe(round % 2)
    expect(table.seniority[round]).toBe(round)
    expect(table.shares[round] * table.issuePriceUsd[round]).toBeCloseTo(1000 * (round + 1), 6)
  }
})

test('a table made new again has no investor and the new holders', () => {
  const table = makeCapTable(10, 0)
  closeRound(table, plain)
  resetCapTable(table, 5, 1)
  expect(fullyDilutedShares(table)).toBe(6)
  expect(() => ownership(table, 0)).toThrow(RangeError)
})

test.each([
  ['no founder shares', () => makeCapTable(0, 1), /founderShares must be positive and finite, got 0/],
  ['a negative pool', () => makeCapTable(1, -1), /poolShares must be at least 0 and finite, got -1/],
  [
    'no pre-money',
    () => closeRound(makeCapTable(1, 0), { ...plain, preMoneyUsd: 0 }),
    /preMoneyUsd .* got 0/,
  ],
  ['NaN money', () => closeRound(makeCapTable(1, 0), { ...plain, amountUsd: NaN }), /amountUsd .* got NaN/],
  [
    'a negative multiple',
    () => closeRound(makeCapTable(1, 0), { ...plain, liquidationMultiple: -1 }),
    /liquidationMultiple .* got -1/,
  ],
  [
    'a negative pool share',
    () => pricePerShareUsd(makeCapTable(1, 0), { ...plain, poolShareAfter: -0.1 }),
    /poolShareAfter must be at least 0, got -0.1/,
  ],
  [
    'a pool that leaves nothing to the old holders',
    () => closeRound(makeCapTable(1, 0), { ...plain, poolShareAfter: 0.8 }),
    /poolShareAfter must be below 0.8/,
  ],
])('%s is refused with the bound and the value', (_, action, message) => {
  expect(action).toThrow(RangeError)
  expect(action).toThrow(message)
})

test('a refused round leaves the table as it was', () => {
  const table = makeCapTable(8_000_000, 2_000_000)
  const before = structuredClone(table)
  expect(() => closeRound(table, { ...plain, poolShareAfter: 0.9 })).toThrow(RangeError)
  expect(table).toEqual(before)
})
