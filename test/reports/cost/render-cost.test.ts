import { describe, expect, test } from 'vitest'
import {
  assumptionNames,
  breakdownNames,
  costMessages,
  driverNames,
  lineNames,
  ownSources,
  warningTexts,
} from '../../../reports/cost/cost-messages.ts'
import { bytesText, countText, durationText, usdText } from '../../../reports/cost/cost-numbers.ts'
import {
  cellWidth,
  costData,
  renderCost,
  renderCostMarkdown,
  type CostReport,
} from '../../../reports/index.ts'
import { compressionsOf, onGpu, planOf, reportOf } from './tables.ts'

const lines = new Map([['storage', null] as const, ['staff', 2_000_000] as const])
const pages: Readonly<Record<string, CostReport>> = {
  'four offers': reportOf(
    planOf({
      hardware: [onGpu('H100-SXM'), onGpu('A100-SXM-80GB'), onGpu('MI300X'), onGpu('TPUv5p')],
      overheads: { lines },
    }),
  ),
  'a mixture on spot': reportOf(
    planOf({
      model: { architecture: 'deepseek-v3' },
      hardware: [onGpu('H800-SXM', 2048, { commitment: 'spot' })],
      run: { kind: 'distill', date: null },
    }),
  ),
  'what does not fit': reportOf(
    planOf({ model: { shape: { parameters: 70e9 } }, hardware: [onGpu('A100-SXM-80GB', 2), onGpu('L4', 1)] }),
  ),
  'a model made smaller': reportOf(
    planOf({
      model: { shape: { parameters: 70e9 } },
      hardware: [onGpu('H100-SXM', 512)],
      run: { precision: 'fp8' },
      compression: compressionsOf(['fp8', 'int8', 'int4', 'fp4', '2:4', 'prune-50', 'layers-25']),
    }),
  ),
  'a model too large to be served': reportOf(
    planOf({
      model: { architecture: 'deepseek-v3' },
      hardware: [onGpu('A100-SXM-80GB', 2048)],
      compression: compressionsOf(['fp8', 'prune-10']),
    }),
  ),
  'a built-in workload': reportOf(
    planOf({ model: { workload: 'cifar10-cnn', shape: {} }, run: { tokens: null } }),
  ),
}

const next = ['froth cost run.yaml --commitment reserved-1y']

describe.each(Object.entries(pages))('the page of %s', (_, report) => {
  test.each([
    ['en', 120, false],
    ['en', 80, true],
    ['zh', 80, false],
    ['en', 60, false],
    ['zh', 48, true],
    ['en', 40, true],
  ] as const)('in %s stays within %i columns (ASCII: %s)', (lang, width, ascii) => {
    const page = renderCost(report, { lang, width, ascii, color: false, next })
    const tooWide = page.split('\n').filter((line) => cellWidth(line) > width)
    expect(tooWide).toEqual([])
    expect(page).not.toMatch(/\{\w+\}|NaN|undefined|Infinity|\[object/u)
    if (ascii && lang === 'en') expect(page).not.toMatch(/[^\n -~]/u)
    if (lang === 'zh') expect(page).toMatch(/\p{Script=Han}/u)
    expect(page.endsWith('\n')).toBe(true)
  })

  test('says in colour what it says without', () => {
    const options = { lang: 'en', width: 80, ascii: false } as const
    const plain = renderCost(report, { ...options, color: false })
    const painted = renderCost(report, { ...options, color: true })
    // oxlint-disable-next-line no-control-regex -- takes the colours off
    expect(painted.replaceAll(/\u001B\[\d+m/gu, '')).toBe(plain)
    expect(painted).not.toBe(plain)
  })

  test('names each offer in the table, in Markdown and in the data', () => {
    const page = renderCost(report, { lang: 'en', width: 80, ascii: true, color: false })
    const markdown = renderCostMarkdown(report, { lang: 'en', width: 80, ascii: true, color: false })
    const { columns, rows } = costData(report)
    for (const { gpu } of report.offers) for (const text of [page, markdown]) expect(text).toContain(gpu)
    expect(rows.length).toBe(report.offers.length)
    expect(rows.map((row) => row[columns.indexOf('cost_usd_p50')])).toEqual(
      report.offers.map(({ costUsd }) => costUsd.p50),
    )
    for (const row of rows) expect(row.length).toBe(columns.length)
  })
})

describe('the page', () => {
  const draw = (name: string): string =>
    renderCost(pages[name], { lang: 'en', width: 80, ascii: true, color: false, next })

  test('marks the cheapest offer and shows its layout, memory, speed, energy and drivers', () => {
    const page = draw('four offers')
    expect(page.match(/^> /gmu)).toHaveLength(1)
    for (const part of [
      'layout ',
      'memory ',
      'MFU',
      'billed time',
      'CO2e',
      'what drives it',
      'assumed',
      'a floor nobody reaches',
    ])
      expect(page).toContain(part)
  })

  test('shows what serving costs, each way to make it smaller, and what the same takes later', () => {
    const page = draw('a model made smaller')
    expect(page).toMatch(/^serving .* a million tokens in - /mu)
    expect(page).toMatch(/^ {2}bf16 +140 GB +4 .* -$/mu)
    expect(page).toMatch(/^ {2}int4 +36 GB +1 +\$.*1\.5% \(0\.5% - 4\.0%\)$/mu)
    expect(page).toMatch(/^ {2}fp4 .* GPU lacks the format$/mu)
    expect(page).toMatch(/^precision +fp8: matrix products 1\.\d x as fast as in bf16/mu)
    expect(page).toMatch(/^later .*FLOP: 2026-06 35%\s+\(24% - 49%\), 2027-06/msu)
    expect(page).toContain('quality lost with int4 1.5% (0.5% - 4.0%): Kurtic')
    expect(draw('four offers')).not.toContain('compressed')
    expect(draw('a built-in workload')).not.toContain('serving')
  })

  test('says of a model that no fabric holds that it is not served', () => {
    const page = draw('a model too large to be served')
    expect(page).toMatch(/^serving +weights of 16 bits do not fit/mu)
    expect(page).toMatch(/^ {2}fp8 .*GPU lacks the format$/mu)
    expect(page).toMatch(/^ {2}prune-10 .*does not fit$/mu)
    expect(page).not.toContain('--compress int4')
  })

  test('of a run that does not fit says what would make it fit', () => {
    const page = draw('what does not fit')
    expect(page).toContain('does not fit')
    expect(page).toMatch(/would fit with|no single change/u)
    expect(page).not.toContain('the project')
  })

  test('hides no column without saying so', () => {
    const narrow = renderCost(pages['four offers'], { lang: 'en', width: 48, ascii: true, color: false })
    expect(narrow).toMatch(/no room for: .*\$\/1M tok/su)
  })
})

describe('numbers in words', () => {
  test('have two significant digits, three where they are known better', () => {
    expect(usdText({ p10: 1.13e6, p50: 2.19e6, p90: 4.87e6 }, 'en').range).toBe('$1.1M - $4.9M')
    expect(usdText({ p10: 2.17e6, p50: 2.19e6, p90: 2.21e6 }, 'en').p50).toBe('$2.19M')
    expect(usdText({ p10: 0.00021, p50: 0.0006, p90: 0.0041 }, 'en').p50).toBe('$0.00060')
  })

  test('are counted in the units of the reader', () => {
    expect([countText(70.04e9, 'en'), countText(8192, 'en'), countText(7e9, 'zh')]).toEqual([
      '70B',
      '8.19k',
      '70亿',
    ])
    expect(durationText({ p10: 20, p50: 27.4, p90: 40 }, 'en').range).toBe('20 - 40 d')
    expect(durationText({ p10: 0.0001, p50: 0.00016, p90: 0.001 }, 'en').range).toMatch(/s$/u)
    expect([bytesText(61.2e9), bytesText(930_000), bytesText(0)]).toEqual(['61 GB', '0.9 MB', '0 kB'])
  })
})

describe('the words', () => {
  const catalogues = {
    assumptionNames,
    breakdownNames,
    costMessages,
    driverNames,
    lineNames,
    ownSources,
    warningTexts,
  }
  const texts = Object.entries(catalogues).flatMap(([name, catalogue]) =>
    Object.entries(catalogue).map(([key, text]) => [`${name}.${key}`, text.en, text.zh] as const),
  )
  const gaps = (text: string): readonly string[] => (text.match(/\{\w+\}/gu) ?? []).toSorted()

  test.each(texts)('%s fill the same blanks in both languages', (_, en, zh) => {
    expect(en).not.toBe('')
    expect(gaps(zh)).toEqual(gaps(en))
    expect(en).toMatch(/^[ -~]+$/u)
  })
})
