import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { settleDeal, traceDeal, type Deal, type DealPast } from '../../../engine/finance/index.ts'
import { makeDealReport, type DealReport } from '../../../reports/index.ts'
import { loadDeal } from '../../../scenarios/index.ts'
import { listOcfLosses } from '../../../scenarios/ocf/list-losses.ts'
import type { OcfFile, OcfNote } from '../../../scenarios/ocf/ocf-file.ts'
import { readOcf } from '../../../scenarios/ocf/read-ocf.ts'
import { writeOcf } from '../../../scenarios/ocf/write-ocf.ts'
import { fullFile } from '../../reports/deal/deal-files.ts'
import { filesOf, on, samplePackage, stock } from './sample-package.ts'
import { schemaFaults } from './schema-checker.ts'

const template = readFileSync(new URL('../../../scenarios/templates/deal_late.yaml', import.meta.url), 'utf8')

/** Everything that moves shares: several lots in one hand, resold preferred, two forced conversions, an undated round. */
const busy = `
froth: deal/1
name: Busy
common: { Ada: 4M, Ben: { shares: 1M, paid: $100k } }
options:
  granted: [{ holder: Staff, shares: 400k, strike: $0.10 }]
  promised: 50k
  available: 100k
safes:
  - { name: SAFE 1, holder: Angel, amount: $500k, cap: $5M, date: 2020-01-10 }
  - { name: SAFE 2, holder: Angel, amount: $250k, discount: 20%, date: 2020-03-10 }
rounds:
  - name: Series A
    date: 2021-02-01
    pre_money: $12M
    amount: $4M
    pool: { target: 10% }
    investors: { Fund One: $3M }
    pay_to_play: true
    secondary:
      - { seller: Ada, buyer: Fund One, security: common, shares: 100k, price: $1.10 }
      - { seller: Ben, buyer: Fund One, security: common, shares: 1M, price: $0.90 }
  - name: Series B
    pre_money: $30M
    amount: $10M
    investors: { Fund Two: $10M }
    secondary:
      - { seller: Fund One, buyer: Fund Two, security: common, shares: 600k, price: $2 }
      - { seller: Fund One, buyer: Fund Two, security: Series A, shares: 500k, price: $1.95 }
  - name: Series C
    date: 2024-06-30
    pre_money: $9M
    amount: $3M
    declines: [Fund One, Fund Two]
    dividend: { rate: 8%/year, kind: compounding }
exit: { prices: [$3M, $15M, $60M, $400M], date: 2026-01-01, debt: $1M, carve_out: 5% }
`

const report = (deal: Deal): DealReport => {
  const made = makeDealReport(deal)
  if (!made.ok) throw new Error(made.problem.message)
  return made.report
}

interface Exported {
  readonly before: DealReport
  readonly settled: Deal
  readonly past: DealPast
  readonly files: readonly OcfFile[]
  readonly notes: readonly OcfNote[]
  /** The package read back, sold on the same terms. */
  readonly after: DealReport
}

const readAgain = (files: readonly OcfFile[], { exit, exitDay, exitPricesUsd, qualifiedListing }: Deal) => {
  const read = readOcf(files)
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'))
  return { notes: read.notes, deal: { ...read.deal, exit, exitDay, exitPricesUsd, qualifiedListing } }
}

const exported = async (text: string): Promise<Exported> => {
  const loaded = await loadDeal(
    { file: '-', flags: new Map(), language: 'en' },
    { read: () => ({ ok: true, content: new TextEncoder().encode(text) }) },
  )
  if (!loaded.ok) throw new Error(JSON.stringify(loaded))
  const before = report(loaded.deal)
  const settled = settleDeal(loaded.deal, before.history)
  const past = traceDeal(loaded.deal, before.history)
  const files = writeOcf(settled, past)
  const { deal, notes } = readAgain(files, loaded.deal)
  return { before, settled, past, files, notes, after: report(deal) }
}

const late = await exported(template)
const many = await exported(busy)
const full = await exported(fullFile)
const cases = [
  ['the late template', late],
  ['a company with many transactions', many],
  ['a company with all that a file can say', full],
] as const

/** What holders paid, got and earned a year, in the order of their names. */
const outcomes = ({ exits }: DealReport) =>
  exits.map(({ holders, returns }) =>
    holders
      .map(({ holder, paidUsd, receivedUsd, moic }, place) => {
        const earned = returns[place]
        const rate = earned?.kind === 'one' ? earned.rates[0].rate : (earned?.kind ?? null)
        return [holder, paidUsd, receivedUsd, moic, rate] as const
      })
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )

/**
 * The same to six figures: a round of whole shares rounds what a series converts into down to a share, which a
 * conversion price does not hold.
 */
const nearly = (all: ReturnType<typeof outcomes>) =>
  all.map((holders) =>
    holders.map((one) =>
      one.map((value) =>
        typeof value === 'number' && value !== 0
          ? expect.closeTo(value, 6 - Math.ceil(Math.log10(Math.abs(value))))
          : value,
      ),
    ),
  )

describe('a deal with rounds as a package', () => {
  test.each(cases)('%s gives every holder the same money, multiple and rate of return', (_, one) => {
    expect(outcomes(one.after)).toEqual(nearly(outcomes(one.before)))
    expect(outcomes(report(one.settled))).toEqual(nearly(outcomes(one.before)))
  })

  test('First Fund has paid $3M and Rescue Fund $4.2M, under the days of the file', () => {
    const paid = new Map(late.after.exits[0].holders.map(({ holder, paidUsd }) => [holder, paidUsd]))
    expect(paid.get('First Fund')).toBeCloseTo(3e6, 6)
    expect(paid.get('Rescue Fund')).toBeCloseTo(4.2e6, 6)
    const day = (text: string): number => Date.parse(text) / 86_400_000
    const days = late.after.deal.series.map(({ name, day: issued }) => [name, issued])
    expect(days).toEqual([
      ['Seed', day('2020-05-01')],
      ['Series A', day('2021-11-15')],
      ['Series B (Bridge note)', day('2024-10-01')],
      ['Series B', day('2024-10-01')],
    ])
    const received = late.after.exits[0].holders.find(({ holder }) => holder === 'Founders')
    expect((received?.receivedUsd ?? 0) - (received?.amountUsd ?? 0)).toBeCloseTo(200_000, 6)
  })

  test.each(cases)('%s keeps the company as it stands', (_, { after, settled }) => {
    const close = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value), (_key, one: unknown) =>
        typeof one === 'number' ? Number(one.toPrecision(12)) : one,
      )
    const byName = ({ common, rights, pool, series, convertibles }: Deal) => ({
      common: common.toSorted((a, b) => (a.holder < b.holder ? -1 : 1)),
      rights,
      pool,
      series: series.map((one) => ({
        ...one,
        holders: one.holders.toSorted((a, b) => (a.holder < b.holder ? -1 : 1)),
      })),
      convertibles,
    })
    expect(close(byName(after.deal))).toEqual(close(byName(settled)))
  })

  test.each(cases)('%s keeps to the schema', (_, { files }) => {
    expect(files.flatMap(({ name, text }) => schemaFaults(JSON.parse(text), name))).toEqual([])
  })

  test.each(cases)('%s is read back without a field that is not used', (_, { notes }) => {
    expect(notes.filter(({ kind }) => kind !== 'class_empty')).toEqual([])
  })

  test('conversions, transfers, new conversion prices and pool top-ups are transactions', () => {
    const all = many.files.map(({ text }) => text).join('')
    for (const type of [
      'TX_STOCK_CONVERSION',
      'TX_CONVERTIBLE_CONVERSION',
      'TX_STOCK_TRANSFER',
      'TX_STOCK_CLASS_CONVERSION_RATIO_ADJUSTMENT',
      'TX_STOCK_PLAN_POOL_ADJUSTMENT',
    ])
      expect(all).toContain(type)
  })

  test('lots sum to what every holder has of every class', () => {
    for (const { past, settled } of [late, many]) {
      const classes = [{ name: 'common', holders: settled.common }, ...settled.series]
      for (const { name, holders } of classes)
        for (const { holder, shares } of holders) {
          const own = past.lots.filter((lot) => lot.security === name && lot.holder === holder)
          expect(own.reduce((sum, lot) => sum + lot.shares, 0) / shares).toBeCloseTo(1, 12)
        }
    }
  })

  test('a package read and written again, without its past, keeps what holders paid and got', () => {
    const { deal } = readAgain(writeOcf(many.after.deal), many.before.deal)
    expect(outcomes(report(deal))).toEqual(nearly(outcomes(many.before)))
  })
})

describe('what a package cannot hold', () => {
  test('is named: exit, valuation, terms of rounds, sale proceeds, terms in comments, stand-ins', () => {
    const lines = listOcfLosses(late.settled, late.past, 'en')
    const said = [
      /exit \(prices, date, debt, costs_share, carve_out, qualified_listing\)/u,
      /valuation \(volatility, .*scenarios.*comparables\)/u,
      /agreed in Series B/u,
      /Founders received/u,
      /comments .*: anti_dilution, dividend, pay_to_play, maturity/u,
      /stakeholder_type INSTITUTION, .*date 2020-05-01 \(common, options\)/u,
    ]
    expect(lines).toHaveLength(said.length)
    for (const [place, line] of lines.entries()) expect(line).toMatch(said[place])
    const chinese = listOcfLosses(late.settled, late.past, 'zh')
    expect(chinese).toHaveLength(said.length)
    for (const line of chinese) expect(line).toMatch(/OCF.*[\u4e00-\u9fff]/u)
  })

  test('is no exit, valuation or round for a deal that has none', async () => {
    const { settled, past } = await exported('froth: deal/1\ncommon: { Ada: 1M }\n')
    const lines = listOcfLosses(settled, past, 'en')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('stand in')
  })
})

describe('money in packages of others', () => {
  test('a transfer is a sale at the price of the new issuance, and says so', () => {
    const sample = samplePackage()
    sample.transactions.push(
      on('TX_STOCK_TRANSFER', 'cs-1', '2024-02-01', {
        quantity: '4000000',
        resulting_security_ids: ['cs-3', 'cs-4'],
      }),
      stock('cs-3', '2024-02-01', 'harbor', 'cs', '1000000', '0.5'),
      stock('cs-4', '2024-02-01', 'ada', 'cs', '3000000', '0.0001'),
    )
    const read = readOcf(filesOf(sample))
    if (!read.ok) throw new Error('the sample package does not load')
    const day = Date.parse('2024-02-01') / 86_400_000
    const flows = (read.deal.pastFlows ?? []).filter((flow) => flow.day === day)
    expect(flows).toEqual([
      { holder: 'Harbor Ventures II', day, amountUsd: -500_000 },
      { holder: 'Ada Okafor', day, amountUsd: 500_000 },
    ])
    expect(read.notes.filter(({ kind }) => kind === 'transfer_as_sale')).toHaveLength(1)
  })

  test('a repurchase pays the holder, a retracted issuance was never paid for', () => {
    const sample = samplePackage()
    sample.transactions.push(
      on('TX_STOCK_REPURCHASE', 'cs-1', '2024-02-01', {
        quantity: '1000000',
        price: { amount: '0.25', currency: 'USD' },
      }),
      on('TX_STOCK_RETRACTION', 'cs-2', '2024-02-01', { reason_text: 'never signed' }),
    )
    const read = readOcf(filesOf(sample))
    if (!read.ok) throw new Error('the sample package does not load')
    const of = (name: string) =>
      (read.deal.pastFlows ?? []).filter(({ holder }) => holder === name).map(({ amountUsd }) => amountUsd)
    expect(of('Ada Okafor')).toEqual([-400, 250_000])
    expect(of('Ben Lindqvist')).toEqual([])
  })
})
