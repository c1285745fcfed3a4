import { describe, expect, it } from 'vitest'
import { closeRound, makeCapTable, makeRoundSolution } from '../../../../engine/finance/index.ts'
import type { CapTable, RoundTerms } from '../../../../engine/finance/index.ts'
import { round, safe, series, solved, solvedAtPrice, tableWith } from './round-tables.ts'

describe('a round without a price is refused and says what eats the value', () => {
  it('money that converts at a discount worth more than the company', () => {
    // 9 million at 25 % off is worth 12 million.
    const table = tableWith(8e6, safe({ owedUsd: 9e6, discount: 0.25 }))
    expect(() => solved(table, {})).toThrow(
      /SAFEs and notes that convert at the price or a discount \(12000000 US dollars\).*less than the agreed value of 12000000/,
    )
    expect(solved(table, { preMoneyUsd: 12_000_001 }).priceUsd).toBeGreaterThan(0)
    expect(solved(table, { convention: 'pre_money' }).priceUsd).toBe(1.5)
  })

  it('a pool target that leaves nothing to the old holders', () => {
    // The pre-money company is 80 % after the round.
    const pool = { targetShare: 0.8, addedShares: 0, isAfterMoney: false }
    expect(() => solved(tableWith(8e6), { pool })).toThrow(/the pool target \(12000000 US dollars\)/)
    expect(solved(tableWith(8e6), { pool: { ...pool, targetShare: 0.7999 } }).priceUsd).toBeGreaterThan(0)
  })

  it('a ratchet for more money than the pre-money value', () => {
    const table = makeCapTable(8e6, 0)
    table.series.push(series(1e6, 13, 'full_ratchet'))
    expect(() => solved(table, {})).toThrow(/anti-dilution of older series \(13000000 US dollars\)/)
    expect(solved(table, { protectsOlder: false }).priceUsd).toBeGreaterThan(0)
  })

  it('post-money caps that sell the whole company', () => {
    const table = tableWith(8e6, safe({ owedUsd: 6e6, capUsd: 1e7 }), safe({ owedUsd: 4e6, capUsd: 1e7 }))
    expect(() => solved(table, { preMoneyUsd: 1e9 })).toThrow(
      /convertibles at post-money caps \(100 %\) must together own less than 100 %/,
    )
  })

  it('pre-money caps that count a pool which counts them', () => {
    // At a cap of the money itself each option added gives as many shares, and 50 % of these are added options.
    const table = tableWith(8e6, safe({ owedUsd: 1e7, capUsd: 1e7, capBasis: 'pre_money' }))
    const pool = { targetShare: 0.5, addedShares: 0, isAfterMoney: true }
    expect(() => solved(table, { preMoneyUsd: 1e9, pool })).toThrow(
      /pre-money caps that count the pool target \(100 %\)/,
    )
  })

  it('and leaves the table as it was', () => {
    const table = tableWith(8e6, safe({ owedUsd: 9e6, discount: 0.25 }))
    const before = structuredClone(table)
    expect(() => closeRound(table, round({}), makeRoundSolution())).toThrow(RangeError)
    expect(table).toEqual(before)
  })
})

describe('a term without meaning is refused by name', () => {
  const pool = (change: object) => ({
    pool: { targetShare: 0, addedShares: 0, isAfterMoney: false, ...change },
  })
  const terms: [RegExp, Partial<RoundTerms>][] = [
    [/preMoneyUsd must be positive and finite, got 0/, { preMoneyUsd: 0 }],
    [/preMoneyUsd must be positive and finite, got NaN/, { preMoneyUsd: NaN }],
    [/amountUsd must be positive and finite, got -1/, { amountUsd: -1 }],
    [/amountUsd must be positive and finite, got Infinity/, { amountUsd: Infinity }],
    [/targetShare must be at least 0 and below 1, got 1/, pool({ targetShare: 1 })],
    [/targetShare must be at least 0 and below 1, got NaN/, pool({ targetShare: NaN })],
    [/addedShares must be at least 0 and finite, got -5/, pool({ addedShares: -5 })],
    [/priceDecimals must be a whole number 0 to 12, got 2.5/, { rounding: { priceDecimals: 2.5 } }],
    [/price.* must not vanish at 2 decimals/, { preMoneyUsd: 1e4, rounding: { priceDecimals: 2 } }],
  ]
  it.each(terms)('%s', (message, change) => {
    expect(() => solved(tableWith(8e6), change)).toThrow(message)
    expect(() => solved(tableWith(8e6), change)).toThrow(RangeError)
  })

  const tables: [RegExp, CapTable][] = [
    [/commonShares must be positive and finite, got 0/, { ...tableWith(1), commonShares: 0 }],
    [
      /owedUsd of convertible 1 must be positive and finite, got 0/,
      tableWith(8e6, safe({}), safe({ owedUsd: 0 })),
    ],
    [/capUsd of convertible 0 must be positive, got 0/, tableWith(8e6, safe({ capUsd: 0 }))],
    [
      /discount of convertible 0 must be at least 0 and below 1, got 1/,
      tableWith(8e6, safe({ discount: 1 })),
    ],
    [
      /favours of convertible 0 must be places of convertibles, got 3/,
      tableWith(8e6, safe({ favours: [3] })),
    ],
  ]
  it.each(tables)('%s', (message, table) => {
    expect(() => solved(table, {})).toThrow(message)
  })

  it.each([0, -1, NaN, Infinity])('an agreed price of %s', (priceUsd) => {
    expect(() => solvedAtPrice(tableWith(8e6), {}, priceUsd)).toThrow(/priceUsd must be positive and finite/)
  })
})
