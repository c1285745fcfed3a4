import { describe, expect, test } from 'vitest'
import { defaultScenario, simulate } from './default-scenario.ts'

const p = defaultScenario().parameters
const only = { horizonMonths: 60 }

describe('a market that lacks something still runs', () => {
  test('without customers nobody earns, and nobody lists', () => {
    for (const { startups: s } of simulate(
      defaultScenario({ market: { ...p.market, demand: 0 } }, only),
      4,
    )) {
      expect(Math.max(...s.peakArrUsd)).toBe(0)
      expect(s.outcome.filter((code) => code === 4).length).toBe(0)
    }
  })

  test('without capital nobody raises', () => {
    for (const { rounds } of simulate(
      defaultScenario({ market: { ...p.market, capitalSupply: 0 } }, only),
      4,
    ))
      expect(rounds.count).toBe(0)
  })

  test('without investment firms nobody raises', () => {
    const none = { ...p.capital, firms: p.capital.firms.map(() => 0) }
    for (const { rounds } of simulate(defaultScenario({ capital: none }, only), 4))
      expect(rounds.count).toBe(0)
  })

  test('without GPUs the price climbs to its ceiling, and nobody rents an hour', () => {
    for (const { market, totals } of simulate(
      defaultScenario({ market: { ...p.market, gpuSupply: 0 } }, only),
      4,
    )) {
      expect(market.gpuPriceUsdPerHour[59]).toBe(p.compute.priceCeiling)
      expect(totals.gpuSpendUsd).toBe(0)
      expect(totals.gpuHours).toBe(0)
      expect(market.gpuUtilisation[59]).toBe(1)
    }
  })

  test('without people to hire, and without foundings, there is still a record', () => {
    expect(simulate(defaultScenario({ market: { ...p.market, talentSupply: 0 } }, only), 2)).toHaveLength(2)
    for (const { startups, totals } of simulate(
      defaultScenario({ market: { ...p.market, entry: 0 } }, only),
      2,
    )) {
      expect(startups.count).toBe(0)
      expect(totals.residualMultiple).toBeNaN()
    }
  })

  test('one month and no burn-in', () => {
    const [record] = simulate(defaultScenario({ world: { burnIn: 0 } }, { horizonMonths: 1 }), 1)
    expect(record.market.count).toBe(1)
  })
})
