import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conversionEquilibria, plainSale } from '../../../../engine/finance/index.ts'
import type { CapTable, Convertible, ExitSplit, Participation } from '../../../../engine/finance/index.ts'
import { paidUsd, safeOf, splitOf, tableOf, type SeriesGiven } from './exit-tables.ts'

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true })

const series: fc.Arbitrary<SeriesGiven> = fc.record({
  shares: between(1e4, 4e6),
  investedUsd: between(1e4, 3e7),
  liquidationMultiple: fc.constantFrom(0, 1, 1, 1, 1.5, 2),
  participation: fc.constantFrom<Participation>('none', 'none', 'full', 'capped'),
  participationCapMultiple: fc.constantFrom(1, 2, 3),
  listingMultiple: fc.constantFrom(0, 0, 1, 1.2),
  rank: fc.integer({ min: 0, max: 3 }),
})

const convertible: fc.Arbitrary<Convertible> = fc
  .record({
    owedUsd: between(1e4, 2e6),
    capUsd: fc.oneof(between(1e7, 4e7), fc.constant(Infinity)),
    capBasis: fc.constantFrom('post_money', 'pre_money'),
    discount: fc.constantFrom(0, 0, 0.2),
    isDebt: fc.boolean(),
  })
  .map(safeOf)

const given = fc.record({
  commonShares: between(1e5, 1e7),
  series: fc.array(series, { maxLength: 5 }),
  rights: fc.array(fc.record({ shares: between(1, 1e6), strikeUsd: between(0, 5) }), { maxLength: 2 }),
  convertibles: fc.array(convertible, { maxLength: 3 }),
})
type Given = typeof given extends fc.Arbitrary<infer T> ? T : never

function tableFrom(company: Given, safes = company.convertibles): CapTable {
  const table = tableOf(company.commonShares, company.series)
  table.rights.push(...company.rights)
  table.convertibles.push(...safes)
  return table
}

const before = {
  debtUsd: between(0, 5e6),
  costsShare: between(0, 0.1),
  carveOutShare: between(0, 0.2),
  carveOutMostUsd: fc.oneof(between(0, 5e6), fc.constant(Infinity)),
}
const exitTerms = fc.record({ kind: fc.constantFrom('sale', 'listing'), ...before })
const price = fc.oneof(between(0, 5e7), between(0, 1e9))

const allPayouts = (split: ExitSplit): readonly number[] => [
  split.debtUsd,
  split.costsUsd,
  split.carveOutUsd,
  split.commonUsd,
  ...split.rightsUsd,
  ...split.seriesUsd,
  ...split.convertiblesUsd,
]

describe('laws of the waterfall', () => {
  it('money in is money out to the cent, and nobody pays', () => {
    fc.assert(
      fc.property(given, exitTerms, price, (company, exit, priceUsd) => {
        const split = splitOf(tableFrom(company), priceUsd, exit)
        expect(Math.abs(paidUsd(split) - priceUsd)).toBeLessThan(0.01)
        expect(Math.min(...allPayouts(split))).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 1000 },
    )
  })

  it('a higher price lowers no payout, and raises none by more than itself', () => {
    const step = fc.oneof(between(0, 1), between(0, 1e7))
    fc.assert(
      fc.property(given, exitTerms, price, step, (company, exit, priceUsd, moreUsd) => {
        const table = tableFrom(company)
        const low = allPayouts(splitOf(table, priceUsd, exit))
        const high = allPayouts(splitOf(table, priceUsd + moreUsd, exit))
        high.forEach((usd, i) => {
          expect(usd - low[i]).toBeGreaterThan(-1e-5)
          expect(usd - low[i]).toBeLessThan(moreUsd + 1e-5)
        })
      }),
      { numRuns: 1000 },
    )
  })

  it('no series gains by another choice, and what is reported is among the equilibria', () => {
    fc.assert(
      fc.property(given, price, (company, priceUsd) => {
        const table = tableFrom(company)
        const split = splitOf(table, priceUsd)
        const equilibria = conversionEquilibria(table, { ...plainSale, priceUsd })
        const reported = equilibria.find(({ converts }) =>
          converts.every((one, i) => one === split.seriesConverts[i]),
        )
        expect(reported).toBeDefined()
        for (const { seriesUsd } of equilibria)
          seriesUsd.forEach((usd, i) =>
            expect(Math.abs(usd - split.seriesUsd[i])).toBeLessThan(1e-6 * (1 + priceUsd)),
          )
      }),
      { numRuns: 500 },
    )
  })

  it('counts and prices have no unit: thrice the shares, or thrice the money, changes nothing else', () => {
    const scaled = (company: Given, shares: number, money: number): Given => ({
      commonShares: company.commonShares * shares,
      series: company.series.map((one) => ({
        ...one,
        shares: one.shares * shares,
        investedUsd: one.investedUsd * money,
      })),
      rights: company.rights.map((one) => ({
        shares: one.shares * shares,
        strikeUsd: (one.strikeUsd * money) / shares,
      })),
      convertibles: company.convertibles.map((one) => ({
        ...one,
        owedUsd: one.owedUsd * money,
        capUsd: one.capUsd * money,
      })),
    })
    fc.assert(
      fc.property(
        given,
        price,
        fc.constantFrom(1, 3),
        fc.constantFrom(1, 3),
        (company, usd, shares, money) => {
          const plain = allPayouts(splitOf(tableFrom(company), usd))
          const other = allPayouts(splitOf(tableFrom(scaled(company, shares, money)), usd * money))
          other.forEach((paid, i) => expect(Math.abs(paid / money - plain[i])).toBeLessThan(1e-8 * (1 + usd)))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('a senior class added helps no series below it, nor common', () => {
    const senior = series.map((one) => ({ ...one, rank: 4 }))
    fc.assert(
      fc.property(given, senior, price, (company, added, priceUsd) => {
        const plain = splitOf(tableFrom(company, []), priceUsd)
        const more = splitOf(tableFrom({ ...company, series: [...company.series, added] }, []), priceUsd)
        expect(more.commonUsd - plain.commonUsd).toBeLessThan(1e-5)
        plain.seriesUsd.forEach((usd, i) => expect(more.seriesUsd[i] - usd).toBeLessThan(1e-5))
      }),
      { numRuns: 500 },
    )
  })
})
