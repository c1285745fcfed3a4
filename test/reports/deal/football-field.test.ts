import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cellWidth, dealData, dealDocument, renderDeal, renderDealMarkdown } from '../../../reports/index.ts'
import { makeStyle } from '../../../reports/text/style.ts'
import { drawField } from '../../../reports/deal/draw-field.ts'
import type { FieldBar, FieldMethod } from '../../../reports/deal/deal-report.ts'
import { fieldFile, fullFile, reportOf } from './deal-files.ts'

const report = await reportOf(fieldFile)
const plain = { color: false, axis: 'log', next: [] } as const

const founders = 'froth: deal/1\ncommon: { Ada: 8M }\n'
const barOf = async (method: FieldMethod, valuation: string, head = founders): Promise<FieldBar> => {
  const { footballField } = await reportOf(`${head}valuation: { ${valuation} }\n`)
  const bar = footballField?.bars.find((one) => one.method === method)
  if (bar === undefined) throw new Error(`no bar of ${method}`)
  return bar
}

describe('the football field', () => {
  test('has a bar for every method that the deal gives numbers to, and none without', async () => {
    expect(report.footballField?.bars.map(({ method }) => method)).toEqual([
      'option_pricing',
      'contract_based',
      'venture_capital',
      'first_chicago',
      'discounted_cash_flow',
      'comparables',
    ])
    expect(report.footballField?.failures).toEqual([])
    const withoutMethods = fieldFile.slice(0, fieldFile.indexOf('valuation:'))
    expect((await reportOf(withoutMethods)).footballField).toBeNull()
  })

  test('is drawn for scenarios alone, whose base is the value of the table above', async () => {
    const { footballField, values } = await reportOf(fullFile)
    expect(footballField?.bars.map(({ method, baseUsd }) => [method, baseUsd])).toEqual(
      values.map(({ method, companyUsd }) => [method, companyUsd]),
    )
  })

  test('has the post-money value of the newest round as its headline, and none without a round', async () => {
    expect(report.footballField?.headlineUsd).toBe(15e6)
    const alone = await reportOf(`${founders}valuation: { comparables: { arr: $1M, multiples: [8x] } }\n`)
    expect(alone.footballField?.headlineUsd).toBeNull()
    expect(renderDeal(alone, { ...plain, lang: 'en', width: 80, ascii: true })).toContain('1 multiple')
  })

  test('of the template of a grown company has every method there is, each with an answer', async () => {
    const template = new URL('../../../scenarios/templates/deal_late.yaml', import.meta.url)
    const { footballField } = await reportOf(readFileSync(template, 'utf8'))
    expect(footballField?.bars).toHaveLength(7)
    expect(footballField?.failures).toEqual([])
  })

  test('names a method without an answer, and draws the others', async () => {
    const everything = '{ name: A, kind: listing, price: $1M, probability: 100%, time: 1 year }'
    const impossible = await reportOf(
      fieldFile.replace('valuation:\n', `valuation:\n  exit_rate: 0/year\n  scenarios: [${everything}]\n`),
    )
    expect(impossible.footballField?.failures.map(({ method }) => method)).toEqual(['contract_based'])
    expect(impossible.footballField?.bars).toHaveLength(6)
    const page = renderDeal(impossible, { ...plain, lang: 'en', width: 80, ascii: true })
    expect(page.slice(page.indexOf('FOOTBALL FIELD'))).toMatch(/note +contract-based: /u)
  })

  test('never has a low above its base or a base above its high', () => {
    for (const { lowUsd, baseUsd, highUsd } of report.footballField?.bars ?? []) {
      expect(lowUsd).toBeLessThanOrEqual(baseUsd)
      expect(baseUsd).toBeLessThanOrEqual(highUsd)
    }
  })
})

describe('a bar', () => {
  test('of the venture capital method is the post-money value of a round today', async () => {
    // $40M in 4 years at 50 %: 40 / 1.5^4; Sahlman, HBS 9-288-006, has $5M buy 63.28125 % of it.
    const bar = await barOf(
      'venture_capital',
      'vc_method: { exit_value: $40M, years: 4, required_return: 50%/year }',
    )
    expect(bar.baseUsd).toBeCloseTo(5e6 / 0.6328125, 4)
    expect(bar.lowUsd).toBeCloseTo(40e6 / (1.6 * 1.6 * 1.6 * 1.6), 4)
    expect(bar.highUsd).toBeCloseTo(40e6 / (1.4 * 1.4 * 1.4 * 1.4), 4)
    expect(bar.varies).toEqual({ assumption: 'required_return', from: 0.4, base: 0.5, to: 0.6 })
  })

  test('of the venture capital method keeps what later rounds leave', async () => {
    // $10M in year 2 at 25 % for 2 years is $15.625M of $62.5M: a quarter goes.
    const bar = await barOf(
      'venture_capital',
      'vc_method: { exit_value: $62.5M, years: 4, required_return: 0, later_rounds: [{ amount: $10M, year: 2, required_return: 25%/year }] }',
    )
    expect(bar.baseUsd).toBeCloseTo(0.75 * 62.5e6, 4)
    expect(bar.varies.from).toBe(0)
  })

  test('of the First Chicago method is the weighted present value', async () => {
    const scenarios = '[{ name: A, value: $100M, probability: 50% }, { name: B, value: 0, probability: 50% }]'
    const bar = await barOf(
      'first_chicago',
      `first_chicago: { years: 1, discount: 25%/year, scenarios: ${scenarios} }`,
    )
    expect(bar.baseUsd).toBeCloseTo(40e6, 4)
    expect(bar.highUsd).toBeCloseTo(50e6 / 1.15, 4)
  })

  test('of cash flows varies growth by a point, or by half the way to the discount rate', async () => {
    const flows = (text: string) =>
      barOf('discounted_cash_flow', `cash_flows: { flows: [$10M], discount: 25%/year, ${text} }`)
    expect(await flows('growth: 0, net_debt: $5M')).toMatchObject({ baseUsd: 35e6 })
    expect((await flows('growth: 5%/year')).varies).toMatchObject({ from: 0.04, to: 0.06 })
    const steep = await flows('growth: 24.5%/year')
    expect(steep.varies.to).toBeCloseTo(0.2475, 12)
    expect(steep.highUsd).toBeGreaterThan(steep.baseUsd)
    const sold = await flows('exit_multiple: 8x, exit_metric: $20M')
    expect(sold).toMatchObject({ varies: { assumption: 'exit_multiple', from: 6, to: 10 } })
    expect(sold.baseUsd).toBeCloseTo((10e6 + 160e6) / 1.25, 4)
  })

  test('of comparables is the range that is given, or the quartiles of the companies', async () => {
    const peers = (text: string) => barOf('comparables', `comparables: { arr: $14M, ${text} }`)
    expect(await peers('low: 8x, mid: 12x, high: 20x, net_debt: -$1M')).toMatchObject({
      lowUsd: 113e6,
      baseUsd: 169e6,
      highUsd: 281e6,
    })
    expect(await peers('multiples: [8x, 12x, 20x]')).toMatchObject({
      lowUsd: 140e6,
      baseUsd: 168e6,
      highUsd: 224e6,
    })
  })

  test('of option prices varies the volatility by 20 points', () => {
    expect(report.footballField?.bars[0].varies).toEqual({
      assumption: 'volatility',
      from: 0.7,
      base: 0.9,
      to: 1.1,
    })
  })
})

describe('the drawing', () => {
  const draw = (lang: 'en' | 'zh', width: number, ascii: boolean): string =>
    `${drawField(report, makeStyle({ lang, width, ascii, color: false })).join('\n')}\n`

  test.each([
    ['en', 80, true],
    ['en', 44, false],
    ['zh', 80, false],
    ['zh', 44, false],
  ] as const)('in %s at %i columns (ASCII: %s) is as the golden has it', async (lang, width, ascii) => {
    const drawn = draw(lang, width, ascii)
    for (const line of drawn.split('\n')) expect(cellWidth(line)).toBeLessThanOrEqual(width)
    await expect(drawn).toMatchFileSnapshot(`../goldens/field-${lang}-${width}${ascii ? '-ascii' : ''}.txt`)
  })

  test('is in ASCII where that is asked for', () => {
    expect(draw('en', 80, true)).toMatch(/^[\n -~]+$/u)
  })

  test('has the headline in one column, through every bar that it does not end', () => {
    const lines = draw('en', 80, true).split('\n')
    const at = lines[1].indexOf('|')
    expect(lines[1].slice(at)).toMatch(/^\| headline \$15M/u)
    const bars = lines.filter((line) => /^\S.* \$[\d.]+M +\$[\d.]+M +\$[\d.]+M$/u.test(line))
    expect(bars).toHaveLength(6)
    for (const bar of bars) expect(bar[at]).toMatch(/[|+#]/u)
  })

  test('says beside each bar what it varies', () => {
    const drawn = draw('en', 120, false).replaceAll(/\s+/gu, ' ')
    for (const said of [
      'volatility 70% to 110%',
      'required return 30% to 50% a year',
      'discount 25% to 45% a year',
      'growth of 2% to 4% a year',
      'ARR $2.5M at 7.25x to 14x; quartiles of 4 multiples',
    ])
      expect(drawn).toContain(said)
  })
})

describe('other programs', () => {
  test('get the bars raw in JSON and CSV, in a row a method beside the payouts', () => {
    const document = dealDocument(report, 'en', [])['footballField']
    expect(document).toMatchObject({ headlineUsd: 15e6, bars: report.footballField?.bars })
    const { columns, rows } = dealData(report, ',')
    const at = columns.indexOf('value_method')
    const bars = rows.filter((row) => row[at] !== null)
    expect(bars.map((row) => row[at])).toEqual([
      'headline',
      ...(report.footballField?.bars ?? []).map(({ method }) => method),
    ])
    expect(bars.every((row) => row[columns.indexOf('payout_usd')] === null)).toBe(true)
  })

  test('get a table with every assumption in Markdown', () => {
    const page = renderDealMarkdown(report, { lang: 'en', width: 80, ascii: false, color: false })
    expect(page).toMatch(/## FOOTBALL FIELD[^\n]*\n\n\| method \| low \| base \| high \| assumption \|/u)
    expect(page).toContain('| headline |  | $15M |  | post-money of Series A |')
  })
})
