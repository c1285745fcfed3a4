import {
  array,
  assert,
  boolean,
  constantFrom,
  double,
  integer,
  property,
  record,
  type Arbitrary,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exitBreakpointsUsd } from '../../../../engine/finance/exit/exit-breakpoints.ts'
import { makeExitSplit, plainSale } from '../../../../engine/finance/exit/make-exit-split.ts'
import { splitExit } from '../../../../engine/finance/exit/split-exit.ts'
import { makeCapTable, type CapTable } from '../../../../engine/finance/table/cap-table.ts'
import { PreferredSeries, usualTerms } from '../../../../engine/finance/table/preferred-series.ts'
import { usualContractModel } from '../../../../engine/finance/value/contract-model.ts'
import { contractClassValues, contractValue } from '../../../../engine/finance/value/contract-value.ts'
import { ContractWork } from '../../../../engine/finance/value/contract-work.ts'
import { drawPlainPayouts } from '../../../../engine/finance/value/draw-plain-payouts.ts'
import { backSolveCompanyUsd, optionPricingValue } from '../../../../engine/finance/value/option-pricing.ts'
import { drawPayouts } from '../../../../engine/finance/value/draw-payouts.ts'
import { PayoutLines } from '../../../../engine/finance/value/payout-lines.ts'

const series = record({
  shares: integer({ min: 1, max: 50 }),
  priceUsd: double({ min: 0.05, max: 40, noNaN: true }),
  liquidationMultiple: constantFrom(0, 1, 1.25, 2),
  participation: constantFrom('none', 'full', 'capped'),
  participationCapMultiple: constantFrom(1, 2.5),
  rank: integer({ min: 0, max: 3 }),
  listingMultiple: constantFrom(0, 0, 1, 1.5),
})

const company = record({
  common: integer({ min: 1, max: 100 }),
  pool: integer({ min: 0, max: 30 }),
  strikes: array(constantFrom<number>(0, 0.3, 2), { maxLength: 2 }),
  series: array(series, { minLength: 1, maxLength: 5 }),
})

type Draw = typeof company extends Arbitrary<infer T> ? T : never

function makeTable(drawn: Draw): CapTable {
  const table = makeCapTable(drawn.common * 1e5, drawn.pool * 1e5)
  for (const strikeUsd of drawn.strikes) table.rights.push({ shares: 1e5, strikeUsd })
  for (const { shares, priceUsd, ...terms } of drawn.series)
    table.series.push(new PreferredSeries(shares * 1e5, priceUsd, { ...usualTerms, ...terms }))
  return table
}

const safes = array(
  record({
    owedUsd: integer({ min: 1, max: 40 }).map((tenths) => tenths * 1e5),
    capUsd: constantFrom(Infinity, 2e7, 1e8),
    capBasis: constantFrom('post_money', 'pre_money'),
    discount: constantFrom(0, 0.2),
    isDebt: boolean(),
  }),
  { maxLength: 3 },
)

const world = { volatility: 0.7, riskFreeRate: 0.03, years: 4, dividendYield: 0 }
const companyUsd = double({ min: 1e4, max: 1e10, noNaN: true })

describe('values by class', () => {
  it('are drawn the same along the price of a share and from breakpoints of the exit', () => {
    assert(
      property(company, safes, companyUsd, constantFrom('sale', 'listing'), (drawn, owed, priceUsd, kind) => {
        const table = makeTable(drawn)
        for (const one of owed) table.convertibles.push({ ...one, isMostFavoured: false, favours: [] })
        const exit = { ...plainSale, kind, priceUsd }
        const split = makeExitSplit()
        splitExit(table, exit, split)
        const plain = new PayoutLines()
        const any = new PayoutLines()
        drawPlainPayouts(table, kind === 'listing', plain)
        drawPayouts(table, exit, exitBreakpointsUsd(table, exit), any)
        for (const lines of [plain, any]) {
          let s = 0
          while (s + 1 < lines.lineCount && lines.fromUsd[s + 1] <= priceUsd) s++
          const paid = [split.commonUsd, ...split.rightsUsd, ...split.seriesUsd, ...split.convertiblesUsd, 0]
          paid.forEach((usd, c) =>
            expect(Math.abs(lines.payoutUsd(c, s, priceUsd) - usd)).toBeLessThan(1e-8 * priceUsd),
          )
        }
      }),
      { seed: 11, numRuns: 500 },
    )
  })

  it('sum to the company', () => {
    const work = new ContractWork()
    assert(
      property(company, companyUsd, (drawn, usd) => {
        const table = makeTable(drawn)
        expect(optionPricingValue(table, plainSale, usd, world).companyUsd / usd).toBeCloseTo(1, 9)
        contractClassValues(table, usd, usualContractModel, work)
        expect(work.value.companyUsd / usd).toBeCloseTo(1, 9)
      }),
      { seed: 12, numRuns: 300 },
    )
  })

  it('rise with the company in the option-pricing method, and solve back', () => {
    assert(
      property(company, companyUsd, (drawn, usd) => {
        const table = makeTable(drawn)
        const low = optionPricingValue(table, plainSale, usd, world)
        const high = optionPricingValue(table, plainSale, usd * 1.1, world)
        expect(high.commonUsd).toBeGreaterThan(low.commonUsd)
        low.seriesUsd.forEach((value, i) => expect(high.seriesUsd[i]).toBeGreaterThan(value - 1e-9 * usd))
        const { priceUsd } = drawn.series[0]
        const solved = backSolveCompanyUsd(table, plainSale, 0, priceUsd, world)
        const again = optionPricingValue(table, plainSale, solved, world)
        expect(again.seriesPerShareUsd[0] / priceUsd).toBeCloseTo(1, 9)
      }),
      { seed: 13, numRuns: 200 },
    )
  })

  it('of the contract-based model give the newest series its price', () => {
    const work = new ContractWork()
    assert(
      property(company, (drawn) => {
        const table = makeTable(drawn)
        const newest = table.series.length - 1
        const { issuePriceUsd } = table.series[newest]
        const value = contractValue(table, newest, issuePriceUsd, usualContractModel, work)
        expect(value.classes.seriesPerShareUsd[newest] / issuePriceUsd).toBeCloseTo(1, 9)
        expect(value.fairUsd).toBeLessThanOrEqual(value.companyUsd * (1 + 1e-12))
      }),
      { seed: 14, numRuns: 300 },
    )
  })

  it('of juniors fall when a senior series joins without bringing money', () => {
    assert(
      property(company, companyUsd, (drawn, usd) => {
        const before = optionPricingValue(makeTable(drawn), plainSale, usd, world)
        const table = makeTable(drawn)
        table.series.push(new PreferredSeries(1e5, 3, { ...usualTerms, rank: 9 }))
        const after = optionPricingValue(table, plainSale, usd, world)
        expect(after.commonUsd).toBeLessThanOrEqual(before.commonUsd + 1e-9 * usd)
        before.seriesUsd.forEach((value, i) =>
          expect(after.seriesUsd[i]).toBeLessThanOrEqual(value + 1e-9 * usd),
        )
      }),
      { seed: 15, numRuns: 300 },
    )
  })

  it('of the contract-based model do not depend on the unit of money', () => {
    assert(
      property(company, constantFrom(0.001, 7, 1000), (drawn, scale) => {
        const model = (factor: number) => ({
          ...usualContractModel,
          listing: usualContractModel.listing.map((knot) => ({ ...knot, priceUsd: knot.priceUsd * factor })),
        })
        const scaled = {
          ...drawn,
          strikes: drawn.strikes.map((strike) => strike * scale),
          series: drawn.series.map((one) => ({ ...one, priceUsd: one.priceUsd * scale })),
        }
        const newest = drawn.series.length - 1
        const own = contractClassValues(makeTable(drawn), 3e7, model(1), new ContractWork())
        const other = contractClassValues(makeTable(scaled), 3e7 * scale, model(scale), new ContractWork())
        expect(other.seriesUsd[newest] / scale / own.seriesUsd[newest]).toBeCloseTo(1, 8)
      }),
      { seed: 16, numRuns: 100 },
    )
  })
})
