import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ComputeMarket } from '../../agents/compute/compute-market.ts'
import { Customers } from '../../agents/customer/customers.ts'
import { applyShock, makeConditions } from '../../agents/market/conditions.ts'
import { Account, Ledger } from '../../agents/market/ledger.ts'
import { SectorPrices } from '../../agents/market/sector-prices.ts'
import { Sentiment } from '../../agents/market/sentiment.ts'
import { TalentMarket } from '../../agents/talent/talent-market.ts'
import { shocks } from '../../scenarios/vocabulary.ts'
import { defaultScenario } from './default-scenario.ts'

const p = defaultScenario().parameters

describe('ledger', () => {
  test('any sequence of transfers leaves a sum of exactly zero', () => {
    const transfers = fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.double({ min: 0, max: 1e10, noNaN: true })))
    fc.assert(
      fc.property(transfers, (list) => {
        const ledger = new Ledger(2, 2)
        for (const [from, to, usd] of list) ledger.transfer(from, to, usd)
        expect(ledger.imbalanceUsd()).toBe(0)
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  test('a firm or a startup cannot be overdrawn, and the error says which account', () => {
    const ledger = new Ledger(1, 1)
    ledger.transfer(Account.outside, ledger.startupAccount(0), 10)
    expect(() => ledger.transfer(ledger.startupAccount(0), Account.outside, 10.01)).toThrow(
      /account 8 .* -0\.01/,
    )
    expect(() => ledger.transfer(Account.outside, 1, Number.NaN)).toThrow(RangeError)
    expect(ledger.balanceUsd(ledger.startupAccount(0))).toBe(10)
  })

  test('balances survive growth', () => {
    const ledger = new Ledger(1, 1)
    ledger.transfer(Account.outside, ledger.startupAccount(0), 5)
    ledger.reserve(100)
    expect(ledger.balanceUsd(ledger.startupAccount(0))).toBe(5)
    expect(ledger.imbalanceUsd()).toBe(0)
  })
})

describe('customers', () => {
  test('waiting, pilot, production and disappointed always add up to everyone', () => {
    const month = fc.record({
      capability: fc.double({ min: -10, max: 20, noNaN: true }),
      mood: fc.double({ min: -2.5, max: 2.5, noNaN: true }),
      disappointment: fc.double({ min: 1, max: 4, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(month, { maxLength: 60 }), (months) => {
        const c = new Customers(p)
        for (const m of months) c.step(0, m.capability, m.mood, m.disappointment)
        const all = c.waiting[0] + c.pilot[0] + c.production[0] + c.disappointed[0]
        expect(all).toBeCloseTo(1, 9)
        for (const share of [c.waiting[0], c.pilot[0], c.production[0], c.disappointed[0]])
          expect(share).toBeGreaterThanOrEqual(-1e-12)
      }),
      { seed: 2, numRuns: 200 },
    )
  })

  test('only capability above the threshold turns pilots into production', () => {
    const able = new Customers(p)
    const unable = new Customers(p)
    for (let t = 0; t < 48; t++) {
      able.step(0, p.customers.threshold[0] + 3, 0, 1)
      unable.step(0, p.customers.threshold[0] - 3, 0, 1)
    }
    expect(able.production[0]).toBeGreaterThan(3 * unable.production[0])
    expect(unable.disappointed[0]).toBeGreaterThan(3 * able.disappointed[0])
  })
})

describe('compute', () => {
  test('an idle market gets cheaper, orders stop below break-even, capacity wears out', () => {
    const market = new ComputeMarket({ ...p, market: { ...p.market, gpuSupply: 10 } }, 1, 1)
    const before = market.capacity
    let ordered = 0
    for (let t = 0; t < 24; t++) ordered += market.step(0, 1)
    expect(market.priceUsd).toBeLessThan(p.compute.priceFloor)
    expect(market.step(0, 1)).toBe(0)
    expect(market.capacity).toBeLessThan(before)
    expect(ordered).toBeGreaterThan(0)
  })

  test('more demand than capacity raises the price and the lead time', () => {
    const market = new ComputeMarket(p, 1, 1)
    market.use(100 * 730 * market.capacity)
    market.step(0, 1)
    expect(market.priceUsd).toBeGreaterThan(p.compute.startPrice)
    expect(market.utilisation).toBe(1)
    expect(market.leadMonths).toBeGreaterThan(0)
  })
})

describe('talent', () => {
  test('wages rise with open posts, and fall slowly without', () => {
    const tight = new TalentMarket(p)
    const slack = new TalentMarket(p)
    for (let t = 0; t < 12; t++) {
      tight.vacancies.fill(1000)
      tight.step(1)
      slack.step(1)
    }
    expect(tight.wageIndex).toBeGreaterThan(1.2)
    expect(slack.wageIndex).toBeCloseTo(Math.exp(-12 * p.talent.wageFall), 10)
    expect(tight.fillRate[0]).toBeLessThan(slack.fillRate[0])
  })
})

describe('sentiment and prices', () => {
  test('sentiment stays within its bound whatever comes', () => {
    const sentiment = new Sentiment(p)
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.boolean(), (momentum, crashed) => {
        sentiment.step(momentum, 0, 0.1, crashed)
        expect(Math.abs(sentiment.value)).toBeLessThanOrEqual(p.sentiment.bound)
      }),
      { seed: 3, numRuns: 300 },
    )
  })

  // 400 worlds of 240 months a side, seed 1: the counts differ by more than six binomial standard errors.
  test('without extrapolation there are hardly any crashes, with it there are many', () => {
    const crashes = (discipline: number): number => {
      let count = 0
      for (let run = 1; run <= 400; run++) {
        const prices = new SectorPrices(p, 1, run)
        for (let t = 0; t < 240; t++) {
          prices.step(0, discipline, 0, 0)
          if (prices.crashed) {
            count++
            break
          }
        }
      }
      return count
    }
    expect(crashes(0.25)).toBeGreaterThan(crashes(1) + 60)
  })

  test('the draws of a month do not depend on what happened: the same shocks reach every scenario', () => {
    const calm = new SectorPrices(p, 1, 1)
    const hot = new SectorPrices(p, 1, 1)
    for (let t = 0; t < 50; t++) {
      calm.step(0, 1, 0, 0)
      hot.step(0.1, 0, 1, 0)
    }
    const before = [calm.fundamental, hot.fundamental]
    calm.step(0, 1, 0, 0)
    hot.step(0, 1, 0, 0)
    const noise = (price: SectorPrices, start: number): number => price.fundamental - start
    expect(Math.abs(noise(calm, before[0]) - noise(hot, before[1]))).toBeLessThan(0.1)
  })
})

describe('shocks', () => {
  test('each named shock changes some condition or something at once, and severity zero changes nothing', () => {
    for (const shock of shocks.filter((name) => name !== 'ipo_window_shut')) {
      const none = makeConditions()
      applyShock(none, shock, 0)
      expect(none).toEqual(makeConditions())
      const full = makeConditions()
      applyShock(full, shock, 1)
      expect(full).not.toEqual(makeConditions())
    }
  })
})
