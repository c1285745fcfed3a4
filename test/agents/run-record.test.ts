import { describe, expect, test } from 'vitest'
import { eventNames, makeModel } from '../../agents/index.ts'
import { Calendar } from '../../engine/kernel/index.ts'
import { replicate } from '../../engine/study/index.ts'
import { defaultScenario, simulate } from './default-scenario.ts'

const records = simulate(defaultScenario(), 6, true)

describe('what a run leaves behind', () => {
  test('the ledger balances to the cent after every run', () => {
    for (const record of records) expect(record.totals.ledgerImbalanceUsd).toBeLessThan(0.01)
  })

  test('every startup has one outcome, and a month for it unless it is private', () => {
    for (const { startups: s } of records)
      for (let i = 0; i < s.count; i++) {
        expect(s.outcome[i]).toBeGreaterThanOrEqual(0)
        expect(s.outcome[i]).toBeLessThanOrEqual(4)
        expect(Number.isNaN(s.outcomeMonth[i])).toBe(s.outcome[i] === 0)
        expect(s.cause[i] >= 0).toBe(s.outcome[i] === 1)
        if (s.outcome[i] !== 0)
          expect(s.outcomeMonth[i]).toBeGreaterThanOrEqual(Math.max(0, s.foundedMonth[i]))
        expect(s.exitUsd[i] > 0).toBe(s.outcome[i] >= 2)
      }
  })

  test('a book market starts with some sixty startups and founds one to four hundred', () => {
    for (const { startups: s } of records) {
      const atStart = s.foundedMonth.filter((month) => month <= 0).length
      expect(atStart).toBeGreaterThan(30)
      expect(atStart).toBeLessThan(130)
      expect(s.count - atStart).toBeGreaterThan(100)
      expect(s.count - atStart).toBeLessThan(400)
    }
  })

  test('pre-money plus amount is post-money to the dollar, and rounds come in order of time', () => {
    for (const { rounds: r } of records)
      for (let i = 0; i < r.count; i++) {
        expect(r.preMoneyUsd[i] + r.amountUsd[i]).toBeCloseTo(r.postMoneyUsd[i], 2)
        if (i > 0) expect(r.month[i]).toBeGreaterThanOrEqual(r.month[i - 1])
        expect(Number.isInteger(r.amountUsd[i])).toBe(true)
      }
  })

  test('a startup raises what its rounds say', () => {
    for (const { rounds: r, startups: s } of records) {
      const raised = new Float64Array(s.count)
      for (let i = 0; i < r.count; i++) raised[r.startup[i] - 1] += r.amountUsd[i]
      for (let i = 0; i < s.count; i++)
        if (s.foundedMonth[i] > 0) expect(s.raisedUsd[i]).toBeCloseTo(raised[i], 2)
    }
  })

  test('monthly entrants and closures add up to those of the startups table', () => {
    for (const { market: m, startups: s } of records) {
      const sum = (column: Float64Array): number => column.reduce((a, b) => a + b, 0)
      expect(sum(m.entrants)).toBe(s.foundedMonth.filter((month) => month > 0).length)
      expect(sum(m.closures)).toBe(s.outcome.filter((code) => code === 1).length)
    }
  })

  test('the price index is the fundamental index times price to fundamental', () => {
    for (const { market: m } of records)
      for (let i = 0; i < m.count; i++)
        expect(m.priceIndex[i] / m.fundamentalIndex[i]).toBeCloseTo(m.priceToFundamental[i], 10)
  })

  test('mispricing is not reported in the last three years', () => {
    for (const { market: m } of records) {
      for (let i = 84; i < 120; i++) expect(m.mispricing[i]).toBeNaN()
      expect(m.mispricing.slice(0, 84).some((b) => b === b)).toBe(true)
    }
  })

  test('the panel has a row for each startup alive at each year end', () => {
    for (const { panel, startups: s } of records) {
      if (panel === null) throw new Error('no panel')
      const alive = Array.from({ length: 10 }, (_, y) => {
        const month = 12 * (y + 1)
        const isAlive = (i: number) => s.foundedMonth[i] < month && !(s.outcomeMonth[i] < month)
        return Array.from({ length: s.count }, (_, i) => isAlive(i)).filter(Boolean).length
      })
      for (let year = 1; year <= 10; year++)
        expect(panel.year.filter((y) => y === year).length).toBe(alive[year - 1])
    }
  })
})

describe('a run is a function of scenario, seed and index', () => {
  test('the same run twice is the same record, on a calendar used before', () => {
    const [first] = simulate(defaultScenario(), 1)
    const again = simulate(defaultScenario(), 2)[0]
    expect(again.startups).toEqual(first.startups)
    expect(again.rounds).toEqual(first.rounds)
    expect(again.market).toEqual(first.market)
    expect(again.totals).toEqual(first.totals)
  })

  test('watching every event changes nothing', () => {
    const model = makeModel(defaultScenario())
    const seen = new Set<string>()
    const watched = replicate(model, 1, 3, new Calendar(), (_time, kind) => seen.add(eventNames[kind]))
    const plain = replicate(model, 1, 3, new Calendar())
    expect(watched).toEqual(plain)
    expect([...seen].sort()).toEqual(
      eventNames
        .filter((name) => !name.startsWith('shock_'))
        .slice()
        .sort(),
    )
  })

  test('founders keep their luck when the market changes around them', () => {
    const rich = simulate(
      defaultScenario({ customers: { ...defaultScenario().parameters.customers, hypePull: 0.2 } }),
      1,
    )[0]
    const base = simulate(defaultScenario(), 1)[0]
    const kinds = (r: typeof base) =>
      Array.from({ length: r.startups.count }, (_, i) =>
        [r.startups.foundedMonth[i], r.startups.direction[i], r.startups.industry[i]].join(' '),
      )
    const shared = kinds(rich).filter((kind) => kinds(base).includes(kind)).length
    expect(shared / base.startups.count).toBeGreaterThan(0.6)
  })
})
