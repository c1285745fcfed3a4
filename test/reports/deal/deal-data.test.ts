import { describe, expect, test } from 'vitest'
import { dealData, renderDeal, renderDealMarkdown } from '../../../reports/index.ts'
import { fullFile, reportOf } from './deal-files.ts'

const report = await reportOf(fullFile)
const { columns, rows } = dealData(report, ',')
type Row = (typeof rows)[number]
const cell = (row: Row, column: string): string | number | null => row[columns.indexOf(column)]
const section = (name: string): readonly Row[] => rows.filter((row) => cell(row, 'section') === name)
const sum = (some: readonly Row[], column: string): number =>
  some.reduce((total, row) => total + Number(cell(row, column)), 0)

describe('the long table of a deal', () => {
  test('says of every row which section it belongs to', () => {
    expect(new Set(rows.map((row) => cell(row, 'section')))).toEqual(
      new Set(['breakpoint', 'cap_table', 'football_field', 'paid_before', 'payout']),
    )
    expect(rows.every((row) => row.length === columns.length)).toBe(true)
  })

  test('adds up to the exit price with debt, costs and carve-out', () => {
    for (const { terms, split } of report.exits) {
      const isOwn = (row: Row): boolean => cell(row, 'exit_price_usd') === terms.priceUsd
      const before = section('paid_before').filter(isOwn)
      expect(before.map((row) => [cell(row, 'class'), cell(row, 'payout_usd')])).toEqual([
        ['debt', split.debtUsd],
        ['costs', split.costsUsd],
        ['carve_out', split.carveOutUsd],
      ])
      const all = [...section('payout').filter(isOwn), ...before]
      expect(sum(all, 'payout_usd') / terms.priceUsd).toBeCloseTo(1, 9)
    }
  })

  test('has the rate of return of every holder whose days are known', () => {
    const [exit] = report.exits
    const at = exit.holders.findIndex(({ holder }) => holder === 'Fund Two')
    const rate = exit.returns[at]
    const own = section('payout').find(
      (row) => cell(row, 'holder') === 'Fund Two' && cell(row, 'exit_price_usd') === exit.terms.priceUsd,
    )
    expect(rate?.kind).toBe('one')
    expect(own && cell(own, 'holder_irr')).toBe(rate?.rates[0].rate)
  })

  test('has the cap table of every stage, whose shares add up to one', () => {
    for (const stage of ['start', 'Series A', 'Series B']) {
      const own = section('cap_table').filter((row) => cell(row, 'stage') === stage)
      expect(sum(own, 'share')).toBeCloseTo(1, 12)
    }
    const safe = section('cap_table').find((row) => cell(row, 'class') === 'YC SAFE')
    expect(safe && [cell(safe, 'owed_usd'), cell(safe, 'shares')]).toEqual([500e3, null])
  })

  test('has every breakpoint with what happens and where the next dollar goes', () => {
    const prices = new Set(section('breakpoint').map((row) => cell(row, 'exit_price_usd')))
    expect([...prices]).toEqual([...new Set(report.breakpoints.map(({ priceUsd }) => priceUsd))])
    for (const price of prices) {
      const own = section('breakpoint').filter((row) => cell(row, 'exit_price_usd') === price)
      expect(sum(own, 'next_dollar_part')).toBeCloseTo(1, 9)
    }
  })
})

const plain = { lang: 'en', width: 110, ascii: false, color: false } as const

test('a headline that is no sum of pre-money and new money says what lies between', async () => {
  const page = await reportOf(
    'froth: deal/1\ncommon: { Ada: 8M }\nsafes: [{ name: S, holder: V, amount: $500k, cap: $20M }]\nrounds: [{ name: A, pre_money: $15M, amount: $5M, convention: dollars_invested, pool: { target: 10%, borne_by: everyone } }]\n',
  )
  expect(renderDeal(page, { ...plain, axis: 'log' })).toMatch(
    /pre-money \$15M \+ \$5M \+ converting \$500k \+ pool \$2\.28M = post-money \$22\.8M/u,
  )
})

test('a company without priced shares is told why it has no fair value', async () => {
  const safes = await reportOf(
    'froth: deal/1\ncommon: { Ada: 8M }\nsafes: [{ holder: V, amount: $500k, cap: $20M }]\n',
  )
  for (const page of [renderDeal(safes, { ...plain, axis: 'log' }), renderDealMarkdown(safes, plain)])
    expect(page).toMatch(/FAIR VALUE[^\n]*\n[\s\S]*none: no shares were priced yet/u)
})

test('the breakpoints in Markdown have a column of what happens', () => {
  expect(renderDealMarkdown(report, plain)).toContain('| from | what happens | next dollar |')
})
