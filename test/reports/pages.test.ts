import { describe, expect, it } from 'vitest'
import {
  cellWidth,
  languages,
  renderDelimited,
  renderSummary,
  renderSurvival,
  renderValuation,
  StudyAccumulator,
  survivalData,
  valuationData,
  verdictWords,
  type Summary,
  type SummaryTextOptions,
  type TextOptions,
} from '../../reports/index.ts'
import { messages } from '../../reports/text/messages.ts'
import { fakeScenario, identity, makeRun } from './fake-study.ts'

const summaryOf = (withCompany: boolean, runCount = 60): Summary => {
  const accumulator = new StudyAccumulator(fakeScenario({ runs: runCount, withCompany }))
  for (let run = 1; run <= runCount; run++) accumulator.addRun(makeRun(run, 40, withCompany), 100)
  return accumulator.summarise(identity)
}

const market = summaryOf(false)
const company = summaryOf(true)
const empty = new StudyAccumulator(fakeScenario({ runs: 1 })).summarise(identity)

const plain = { lang: 'en', width: 80, ascii: false, color: false } as const
const finish = { elapsedSeconds: 11, next: ['froth show survival', 'froth show valuation'] } as const

const pages: readonly (readonly [string, (summary: Summary, options: TextOptions) => string])[] = [
  ['summary', (summary, options: SummaryTextOptions) => renderSummary(summary, { ...options, ...finish })],
  ['survival', renderSurvival],
  ['valuation', renderValuation],
]
const studies = [
  ['market', market],
  ['company', company],
  ['empty', empty],
] as const

describe('messages', () => {
  it.each(Object.entries(messages))('%s has both languages and the same blanks in them', (_, text) => {
    const blanks = (words: string): readonly string[] => [...words.matchAll(/\{\w+\}/gu)].map(String).sort()
    for (const lang of languages) expect(text[lang].trim()).not.toBe('')
    expect(blanks(text.zh)).toEqual(blanks(text.en))
  })
})

describe.each(studies)('pages of a study: %s', (_, summary) => {
  it.each(pages)('%s: no line is wider than the page, in either language', (_, render) => {
    for (const lang of languages) {
      for (const width of [44, 60, 79, 80, 120]) {
        for (const line of render(summary, { ...plain, lang, width }).split('\n')) {
          expect(cellWidth(line), line).toBeLessThanOrEqual(width)
        }
      }
    }
  })

  it.each(pages)('%s: --ascii in English has ASCII characters only', (_, render) => {
    // oxlint-disable-next-line no-control-regex
    expect(render(summary, { ...plain, ascii: true })).toMatch(/^[\x00-\x7f]*$/u)
  })

  it.each(pages)('%s: colour changes nothing but colour', (_, render) => {
    const coloured = render(summary, { ...plain, color: true })
    // oxlint-disable-next-line no-control-regex
    expect(coloured.replaceAll(/\u001b\[\d+m/gu, '')).toBe(render(summary, plain))
    expect(coloured).toContain('\u001B[')
  })

  it.each(pages)('%s: no NaN, undefined, Infinity or unfilled blank', (_, render) => {
    for (const lang of languages)
      expect(render(summary, { ...plain, lang })).not.toMatch(/NaN|undefined|Infinity|\{\w+\}/u)
  })
})

describe('stored pages', () => {
  const variants = [
    ['en-80', { ...plain }],
    ['en-120', { ...plain, width: 120 }],
    ['en-80-ascii', { ...plain, ascii: true }],
    ['zh-80', { ...plain, lang: 'zh' }],
  ] as const satisfies readonly (readonly [string, TextOptions])[]

  it.each(variants)('market and company, all pages, %s', async (name, options) => {
    const text = [market, company]
      .flatMap((summary) => pages.map(([, render]) => render(summary, options)))
      .join(`${'='.repeat(options.width)}\n`)
    await expect(text).toMatchFileSnapshot(`goldens/pages-${name}.txt`)
  })

  it('the summary document', async () => {
    const lines = Object.entries(company).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`)
    await expect(`{\n${lines.join(',\n')}\n}\n`).toMatchFileSnapshot('goldens/summary.json')
  })
})

describe('what the pages say', () => {
  it('the verdict comes first in a market study, the gates and the company in one that follows a company', () => {
    const marketPage = renderSummary(market, plain)
    expect(marketPage.indexOf('BUBBLE')).toBeLessThan(marketPage.indexOf('GATES'))
    const companyPage = renderSummary(company, plain)
    expect(companyPage.indexOf('GATES')).toBeLessThan(companyPage.indexOf('Northlight'))
    expect(companyPage.indexOf('Northlight')).toBeLessThan(companyPage.indexOf('BUBBLE'))
  })

  it('a narrow page names the columns that it leaves out', () => {
    expect(renderSummary(market, { ...plain, width: 44 })).toContain('no room for: 95% interval')
    expect(renderSurvival(market, { ...plain, width: 50 })).toMatch(/no room for:.*acqui-hired/u)
    expect(renderSummary(market, { ...plain, width: 120 })).not.toContain('no room')
  })

  it('failed runs are said at the top', () => {
    const page = renderSummary({ ...market, failedRuns: 3 }, plain)
    expect(page.split('\n').slice(0, 2).join(' ')).toMatch(/^✗ 60 runs.*3 runs failed and are left out/u)
  })

  const share = (estimate: number, low: number, high: number) => ({ estimate, low, high })
  const withVerdict = (goldMine: number, dud: number, error: number): Summary => ({
    ...market,
    verdict: {
      goldMine: share(goldMine, goldMine - error, goldMine + error),
      productiveBubble: share(0, 0, 0.01),
      barrenBubble: share(0, 0, 0.01),
      dud: share(dud, dud - error, dud + error),
    },
  })

  it.each([
    [0.95, 0.05, 0.02, 'Almost surely a gold mine: 95 runs in 100.'],
    [0.62, 0.38, 0.03, 'More likely a gold mine than not: 62 runs in 100.'],
    [0.48, 0.38, 0.03, 'Open: a gold mine is the likeliest answer (48 runs in 100), a dud the next (38).'],
    [0.48, 0.46, 0.03, 'Open: a gold mine (48 runs in 100) and a dud (46) cannot be told apart.'],
  ])('shares of %d and %d, ±%d: %s', (goldMine, dud, error, words) => {
    expect(verdictWords(withVerdict(goldMine, dud, error), 'en')[0]).toBe(words)
  })

  it('without a finished run there is no verdict', () => {
    expect(verdictWords(empty, 'en')).toEqual(['No run came to its end: there is no verdict.'])
  })
})

describe('tables for other programs', () => {
  it('survival: every month, raw shares, outcomes beside them', () => {
    const lines = renderDelimited(survivalData(market), '\t').trimEnd().split('\n')
    expect(lines).toHaveLength(122)
    expect(lines[0]).toBe(
      'age_months\tstanding\tstanding_low\tstanding_high\tclosed\tacqui_hired\tacquired\tlisted\tprivate',
    )
    expect(Number(lines[37].split('\t')[1])).toBeCloseTo(market.survival.estimate[36] ?? Number.NaN, 10)
    expect(renderDelimited(survivalData(company), ',')).toMatch(/^month,standing,/u)
  })

  it('valuation: every percentile and the mean, in dollars and multiples', () => {
    const { columns, rows } = valuationData(market)
    expect(columns.slice(0, 4)).toEqual(['percentile', 'value_usd', 'value_usd_low', 'value_usd_high'])
    expect(rows.map((row) => row[0])).toEqual([
      'p1',
      'p5',
      'p10',
      'p25',
      'p50',
      'p75',
      'p90',
      'p95',
      'p99',
      'mean',
    ])
    expect(rows[6][1]).toBe(market.valuation.postMoneyUsd.all.p90.estimate)
  })
})
