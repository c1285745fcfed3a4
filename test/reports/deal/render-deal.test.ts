import { describe, expect, test } from 'vitest'
import {
  cellWidth,
  dealData,
  dealDocument,
  renderDeal,
  renderDealMarkdown,
  renderDelimited,
  type DealReport,
} from '../../../reports/index.ts'
import { changeNames, classNames, dealMessages, methodNames } from '../../../reports/deal/deal-messages.ts'
import { fieldMessages, metricNames } from '../../../reports/deal/field-messages.ts'
import { fieldFile, fullFile, reportOf } from './deal-files.ts'
import { exampleDealFile } from '../../../cli/text/topics/deal-file.ts'

const next = ['froth deal aurora.yaml --listing']
const plain = { ascii: false, color: false, axis: 'log', next } as const

const pages: Readonly<Record<string, DealReport>> = {
  'a full deal': await reportOf(fullFile),
  'a listing': await reportOf(fullFile.replace('exit:\n', 'exit:\n  kind: listing\n')),
  'a football field': await reportOf(fieldFile),
  'founders alone': await reportOf('froth: deal/1\ncommon: { Ada: 8M }\n'),
  'the example of the help page': await reportOf(exampleDealFile),
}

describe('the page of a full deal', () => {
  const report = pages['a full deal']

  test.each([
    ['en', 80],
    ['en', 60],
    ['zh', 80],
    ['zh', 60],
  ] as const)('in %s at %i columns is as the golden has it', async (lang, width) => {
    await expect(renderDeal(report, { ...plain, lang, width })).toMatchFileSnapshot(
      `../goldens/deal-${lang}-${width}.txt`,
    )
  })

  test('in ASCII is as the golden has it, with the chart on a linear axis', async () => {
    const page = renderDeal(report, { ...plain, lang: 'en', width: 80, ascii: true, axis: 'linear' })
    expect(page).toMatch(/^[\n -~]+$/u)
    await expect(page).toMatchFileSnapshot('../goldens/deal-en-80-ascii.txt')
  })

  test('as Markdown has every table in full', async () => {
    const page = renderDealMarkdown(report, { lang: 'en', width: 80, ascii: false, color: false })
    await expect(page).toMatchFileSnapshot('../goldens/deal-en.md')
  })

  test('draws payouts in whole cents that add up to the exit price, by class and by holder', () => {
    const page = renderDeal(report, { ...plain, lang: 'en', width: 120 })
    for (const title of ['PAYOUTS BY CLASS', 'PAYOUTS BY HOLDER']) {
      const block = page.slice(page.indexOf(title)).split('\n\n')[0].split('\n')
      const rows = block
        .filter((line) => /\d$|\d\*?$/u.test(line.trimEnd()) && !line.startsWith('exit at'))
        .map((line) => (line.match(/(?<= )[\d,]+(?:\.\d\d)?(?=[ *]|$)/gu) ?? []).slice(-5))
        .map((cells) => cells.map((cell) => Math.round(100 * Number(cell.replaceAll(',', '')))))
      const totals = rows.at(-1)!
      expect(totals).toEqual([5e8, 20e8, 60e8, 250.5e8, 1000e8])
      for (const [at, total] of totals.entries())
        expect(rows.slice(0, -1).reduce((sum, row) => sum + row[at], 0)).toBe(total)
    }
  })
})

describe.each(Object.entries(pages))('the page of %s', (_, report) => {
  test.each([
    ['en', 120, false],
    ['en', 80, true],
    ['zh', 80, false],
    ['en', 50, false],
    ['zh', 48, true],
    ['en', 40, true],
  ] as const)('in %s stays within %i columns (ASCII: %s)', (lang, width, ascii) => {
    const page = renderDeal(report, { lang, width, ascii, color: false, axis: 'log', next })
    expect(page.split('\n').filter((line) => cellWidth(line) > width)).toEqual([])
    expect(page).not.toMatch(/\{\w+\}|NaN|undefined|Infinity|\[object/u)
    if (lang === 'zh') expect(page).toMatch(/\p{Script=Han}/u)
    expect(page.endsWith('\n')).toBe(true)
  })

  test('says in colour what it says without', () => {
    const options = { ...plain, lang: 'en', width: 80 } as const
    const painted = renderDeal(report, { ...options, color: true })
    // oxlint-disable-next-line no-control-regex -- takes the colours off
    expect(painted.replaceAll(/\u001B\[\d+m/gu, '')).toBe(renderDeal(report, options))
  })

  test('has its payouts as data, every one in its own row', () => {
    const { columns, rows } = dealData(report, ',')
    const at = (name: string): number => columns.indexOf(name)
    for (const { terms } of report.exits) {
      const own = rows.filter((row) => row[at('exit_price_usd')] === terms.priceUsd)
      const paid = own.reduce((sum, row) => sum + Number(row[at('payout_usd')]), 0)
      expect(paid / terms.priceUsd).toBeCloseTo(1, 9)
    }
    for (const row of rows) expect(row).toHaveLength(columns.length)
  })

  test('is a document without a number that JSON does not have', () => {
    const text = JSON.stringify(dealDocument(report, 'en', next))
    expect(JSON.parse(text)).toMatchObject({ schema: 'froth.deal/1', name: report.deal.name, next })
    expect(text).not.toMatch(/NaN|Infinity/u)
  })
})

describe('names that a spreadsheet or a terminal would take for something else', () => {
  test('are quoted and made harmless in CSV', async () => {
    const report = await reportOf(
      'froth: deal/1\ncommon: { "Smith, Jane": 1M, "=HYPERLINK(1)": 1M, \'a "b"\': 1M }\n',
    )
    const lines = renderDelimited(dealData(report, ','), ',').split('\n')
    expect(lines[1]).toContain(',"Smith, Jane",')
    expect(lines[2]).toContain(",'=HYPERLINK(1),")
    expect(lines[3]).toContain(',"a ""b""",')
  })

  test('stand in Markdown as they are', async () => {
    const report = await reportOf('froth: deal/1\ncommon: { "a|b": 1M, "<b>": 1M }\n')
    const page = renderDealMarkdown(report, { lang: 'en', width: 80, ascii: false, color: false })
    expect(page).toContain('a\\|b')
    expect(page).toContain('&lt;b>')
  })
})

describe('the words', () => {
  const catalogues = { changeNames, classNames, dealMessages, methodNames, fieldMessages, metricNames }
  const texts = Object.entries(catalogues).flatMap(([name, catalogue]) =>
    Object.entries(catalogue).map(([key, text]) => [`${name}.${key}`, text.en, text.zh] as const),
  )
  const gaps = (text: string): readonly string[] => (text.match(/\{\w+\}/gu) ?? []).toSorted()

  test.each(texts)('%s fill the same blanks in both languages', (_, en, zh) => {
    expect(en).toMatch(/^[ -~]+$/u)
    expect(gaps(zh)).toEqual(gaps(en))
  })
})
