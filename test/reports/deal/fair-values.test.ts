import { describe, expect, test } from 'vitest'
import { makeDealReport, renderDeal, renderDealMarkdown, type DealReport } from '../../../reports/index.ts'
import { loadText, reportOf } from './deal-files.ts'

const page = (report: DealReport, lang: 'en' | 'zh' = 'en'): string =>
  renderDeal(report, { lang, width: 120, ascii: false, color: false, axis: 'log' })
type Value = DealReport['values'][number]
const valueOf = ({ values }: DealReport, method: Value['method']): Value => {
  const found = values.find((value) => value.method === method)
  if (found === undefined) throw new Error(`no ${method}`)
  return found
}
const classUsd = (value: Value, name: string): number =>
  value.classes.find((one) => one.name === name)!.valueUsd

const owing = `froth: deal/1
name: NT
common: { F: 8M }
series: [{ name: A, shares: 2M, price: $2.50, date: 2020-01-01 }]
notes: [{ name: N, holder: L, principal: $3M, interest: 10%/year, date: 2022-01-01, cap: $40M }]
safes: [{ name: S, holder: Q, amount: $2M, cap: $40M, date: 2022-01-01 }]
exit: { date: 2024-01-01 }
`

describe('the headline', () => {
  test('is compared with the shares alone where SAFEs and notes are outstanding', async () => {
    const report = await reportOf(owing)
    for (const value of report.values) {
      const shares = classUsd(value, 'common') + classUsd(value, 'A')
      expect(value.sharesUsd).toBeCloseTo(shares, 3)
      expect(value.companyUsd).toBeCloseTo(shares + classUsd(value, 'N') + classUsd(value, 'S'), 3)
      expect(value.overvaluation).toBeCloseTo(25e6 / shares - 1, 9)
      expect(value.overvaluation).toBeGreaterThan(0)
    }
    expect(page(report)).toMatch(/all shares +\$25M[\s\S]*S, owed \$2M[\s\S]*N, owed \$3M[\s\S]*company +- /u)
    expect(page(report, 'zh')).toContain('全部股份')
  })

  test('that is lower than the fair value is said to be too low', async () => {
    const scenarios = '{ name: Sale, price: $200M, probability: 100%, time: 1 year }'
    const text = page(await reportOf(`${owing}valuation: { scenarios: [${scenarios}] }\n`))
    expect(text).toMatch(/headline too high by +- +\d[\d.]*% +\d[\d.]*% +-\n/u)
    expect(text).toMatch(/headline too low by +- +- +- +\d[\d.]*%\n/u)
    expect(text).not.toContain('-2.')
  })

  test('looks no fairer the more debt there is', async () => {
    const file = (debt: string): string => `froth: deal/1
common: { F: 8M }
series: [{ name: A, shares: 2M, price: $2.50 }]
exit: { debt: ${debt}, costs_share: 3% }
valuation: { scenarios: [{ name: Sale, price: $30M, probability: 100%, time: 2 years }] }
`
    const [none, some] = await Promise.all(['$0', '$5M'].map(async (debt) => reportOf(file(debt))))
    for (const [at, { overvaluation }] of none.values.entries())
      expect(some.values[at].overvaluation).toBeGreaterThanOrEqual(overvaluation - 1e-12)
    expect(valueOf(some, 'scenarios').companyUsd).toBeCloseTo((30e6 * 0.97 - 5e6) / 1.4 ** 2, 3)
    expect(page(some)).toContain('the equity that is left after debt, costs and carve-out')
    expect(page(some)).toContain('debt, costs and carve-out are taken off their prices')
  })
})

describe('values at an assumed time of exit', () => {
  const dividends = (parts: string): string => `froth: deal/1
common: { F: 8M }
series:
  - { name: A, shares: 2M, price: $2.50, date: 2020-01-01, dividend: { rate: 8%/year, kind: simple }${parts} }
notes: [{ name: N, holder: L, principal: $1M, interest: 10%/year, date: 2020-01-01, maturity: 2024-01-01 }]
exit: { date: 2024-01-01 }
`

  test('pay the dividends and interest that run to each scenario', async () => {
    const report = await reportOf(
      `${dividends('')}valuation: { discount: 20%/year, scenarios: [{ name: Sale, price: $8M, probability: 100%, time: 3 years }] }\n`,
    )
    const value = valueOf(report, 'scenarios')
    expect(classUsd(value, 'A')).toBeCloseTo((5e6 * 1.24) / 1.2 ** 3, 3)
    expect(classUsd(value, 'N')).toBeCloseTo((1e6 * 1.3) / 1.2 ** 3, 3)
    expect(page(report)).toContain('dividends and interest run to the exit')
  })

  test('pay them in option pricing too, so that a share of the dividends leaves common less', async () => {
    const [running, still] = await Promise.all([
      reportOf(dividends('')),
      reportOf(dividends('').replace(', dividend: { rate: 8%/year, kind: simple }', '')),
    ])
    const ratio = (report: DealReport): number => {
      const value = valueOf(report, 'option_pricing')
      return classUsd(value, 'common') / classUsd(value, 'A')
    }
    expect(ratio(running)).toBeLessThan(ratio(still))
    expect(page(still)).toContain('dividends and interest run to the exit')
  })

  test('pay a scenario that is a listing as the exits of the deal are paid', async () => {
    const file = (value: string): string => `froth: deal/1
common: { F: 8M }
series: [{ name: A, shares: 2M, price: $2.50 }]
exit: { qualified_listing: { value: ${value} } }
valuation: { discount: 0%/year, scenarios: [{ name: IPO, kind: listing, price: $10M, probability: 100%, time: 1 year }] }
`
    const [below, above] = await Promise.all([reportOf(file('$50M')), reportOf(file('$10M'))])
    expect(classUsd(valueOf(below, 'scenarios'), 'A')).toBeCloseTo(5e6, 6)
    expect(classUsd(valueOf(above, 'scenarios'), 'A')).toBeCloseTo(2e6, 6)
  })

  test('say which method pays the available pool', async () => {
    const report = await reportOf(`${owing}options: { available: 1M }\n`)
    expect(page(report)).toContain('the available pool is paid nothing in option pricing and scenarios')
    expect(page(await reportOf(owing))).not.toContain('available pool is paid')
    expect(renderDealMarkdown(report, { lang: 'en', width: 80, ascii: false, color: false })).toContain(
      '- the available pool is paid nothing',
    )
  })
})

describe('a listing below its threshold', () => {
  const file = `froth: deal/1
common: { F: 8M }
series: [{ name: A, shares: 2M, price: $2.50, vetoes_down_listing: true }]
exit: { kind: listing, prices: [$10M], qualified_listing: { value: $15M } }
`

  test('says whose veto ends where, and what everybody gains or loses there', async () => {
    const text = page(await reportOf(file))
    expect(text).toContain(
      '25,000,000  from here on nobody may veto the listing and every series converts; below, A may',
    )
    expect(page(await reportOf(file.replace('$15M', '$40M')))).toContain('from here on the listing qualifies')
  })

  test('says what changes at once where it qualifies', async () => {
    const text = page(await reportOf(file.replace(', vetoes_down_listing: true', '')))
    expect(text).toMatch(
      /15,000,000 +from here on the listing qualifies[\s\S]*?changes at once: common \+\$2M, A -\$2M/u,
    )
  })
})

describe('SAFEs and notes that are sold later', () => {
  const file = `froth: deal/1
common: { F: 8M }
safes: [{ name: Angel, holder: Amy, amount: $500k, cap: $15M, date: 2026-03-01 }]
rounds: [{ name: A, date: 2025-01-01, pre_money: $10M, amount: $2M }]
`

  test('are named after the round that they follow', async () => {
    const report = await reportOf(file)
    expect(page(report)).toMatch(/after it +sold 2026-03-01: Angel of Amy, \$500k/u)
    expect(page(report)).toContain('values are those right after A')
    expect(page(report, 'zh')).toContain('2026-03-01 出售')
  })

  test('are named before the round in which they convert', async () => {
    const rounds = file.replace(
      'amount: $2M }]',
      'amount: $2M }, { name: B, date: 2027-01-01, pre_money: $30M, amount: $5M }]',
    )
    expect(page(await reportOf(rounds))).toMatch(
      /AFTER B[\s\S]*before it +sold 2026-03-01: Angel of Amy, \$500k/u,
    )
  })
})

test('who declines without pay-to-play shares is named, and who declines and invests is refused', async () => {
  const file = (parts: string): string => `froth: deal/1
common: { F: 8M, V: 100k }
series: [{ name: A, shares: 2M, price: $2.50, holders: { U: 2M }, pay_to_play: true }]
rounds: [{ name: B, pre_money: $10M, amount: $2M, declines: [V]${parts} }]
`
  expect(page(await reportOf(file('')))).toContain(
    'pay to play V declines and has no pay-to-play shares: nothing converts',
  )
  const loaded = await loadText(file(', investors: { V: $500k }'))
  if (!loaded.ok) throw new Error('refused before it is played')
  expect(makeDealReport(loaded.deal)).toMatchObject({
    ok: false,
    problem: { kind: 'contradiction', roundName: 'B' },
  })
})
