import { describe, expect, it } from 'vitest'
import {
  cellWidth,
  makeReturnsReport,
  renderReturns,
  renderReturnsMarkdown,
  renderReturnsTable,
  returnsDocument,
  type Language,
} from '../../../reports/index.ts'
import { readCashFlows } from '../../../scenarios/index.ts'

const reportOf = (text: string) => {
  const read = readCashFlows(text, 'a.csv', 'en')
  if (!read.ok) throw new Error(read.diagnostics.map(({ message }) => message).join('\n'))
  return makeReturnsReport(read)
}
const page = (text: string, lang: Language = 'en', width = 80) =>
  renderReturns(reportOf(text), 'a.csv', { lang, width, ascii: false, color: false })

const several = `date,amount,name,kind,index,note
2020-01-01,"-1,000,000",Alpha,call,3200,
2021-06-01,-$0.5M,Alpha,,4200,
2022-01-15,-250K,Beta,,4660,
2024-03-01,"$2,400,000",Alpha,distribution,5100,
2023-12-31,9M,Alpha,nav,4770,
2024-12-31,1.1M,Alpha,nav,5880,
2024-12-31,0,Beta,nav,,
2019-01-01,-100,Gamma,,2500,
2020-01-01,230,Gamma,,,
2020-12-31,-132,Gamma,,3700,
`

describe('returns of a list', () => {
  it('measures each name and all together, by the last value of each', () => {
    const { positions, all, unvalued } = reportOf(several)
    expect(positions.map(({ name }) => name)).toEqual(['Gamma', 'Alpha', 'Beta'])
    expect(positions[1]).toMatchObject({ paidInUsd: 1_500_000, receivedUsd: 2_400_000, heldUsd: 1_100_000 })
    expect(positions[1].tvpi).toBeCloseTo(3.5 / 1.5, 12)
    expect(all).toMatchObject({ paidInUsd: 1_750_232, receivedUsd: 2_400_230, heldUsd: 1_100_000 })
    expect(unvalued).toEqual(['Gamma'])
  })

  it('adds up rows of one day and money by year', () => {
    const { years, positions } = reportOf('date,amount\n2020-05-01,-1\n2020-05-01,-2\n2022-01-01,5\n')
    expect(positions).toHaveLength(1)
    expect(years).toEqual([
      { year: 2020, paidInUsd: 3, receivedUsd: 0, cumulativeUsd: -3 },
      { year: 2021, paidInUsd: 0, receivedUsd: 0, cumulativeUsd: -3 },
      { year: 2022, paidInUsd: 0, receivedUsd: 5, cumulativeUsd: 2 },
    ])
  })

  it('compares with the index only where every level is known', () => {
    const head = 'date,amount,index\n2020-01-01,-100,50\n'
    const { all } = reportOf(`${head}2020-12-31,132,55\n`)
    expect(all.ksPme).toBeCloseTo(1.2, 12)
    expect(all.directAlpha?.rates[0].rate).toBeCloseTo(0.2, 12)
    const gap = reportOf(`${head}2020-12-31,132,\n`)
    expect(gap.all).toMatchObject({ ksPme: null, directAlpha: null, indexGapCount: 1 })
  })
})

describe('the page', () => {
  it('is no wider than its window, in both languages', () => {
    for (const lang of ['en', 'zh'] as const)
      for (const width of [46, 60, 80, 120])
        for (const line of page(several, lang, width).split('\n'))
          expect(cellWidth(line)).toBeLessThanOrEqual(width)
  })

  it('names the columns that had no room', () => {
    expect(page(several)).toMatch(/no room for: RVPI/u)
    expect(page(several, 'en', 120)).not.toMatch(/no room for/u)
  })

  it.each([
    ['2019-01-01,-100\n2020-01-01,230\n2020-12-31,-132\n', /several rates of return.*: 10\.0%, 20\.0%/u],
    ['2020-01-01,-100\n2021-01-01,100\n2022-01-01,-100\n', /there is no rate of return/u],
    ['2020-01-01,-100\n2021-01-01,0\n', /total loss: .*\(-100%\)/u],
    ['2020-01-01,-100\n', /only money paid in.*Add a row of kind nav/u],
    ['2020-01-01,100\n', /nothing invested/u],
    ['2020-01-01,-100\n2020-01-01,100\n', /every rate fits/u],
    ['2019-01-01,-100\n2020-01-01,220\n2020-12-31,-121\n', /touches zero at 10\.0% without crossing/u],
    ['2019-01-01,100\n2020-01-01,-110\n', /as in a loan/u],
  ])('says plainly what %j comes to', (rows, sentence) => {
    expect(page(`date,amount\n${rows}`).replaceAll('\n', ' ')).toMatch(sentence)
    expect(page(`date,amount\n${rows}`, 'zh')).not.toMatch(/NaN|Infinity|undefined|\{/u)
  })

  it('never prints a rate that is not -100 % as if it were, nor one that is an accident of a day', () => {
    expect(page('date,amount\n2020-01-01,-1000000\n2020-12-31,1\n')).toMatch(/-99\.9999%/u)
    expect(page('date,amount\n2020-01-01,-1\n2020-01-02,1000\n')).toMatch(/> 10,000%/u)
  })

  it('parts two rates that are near each other', () => {
    const rows = '2019-01-01,-1000000\n2020-01-01,2200100\n2020-12-31,-1210110\n'
    expect(page(`date,amount\n${rows}`).replaceAll('\n', ' ')).toMatch(/10\.00%, 10\.01%/u)
  })

  it('shows names of a file without their control characters', () => {
    const evil = 'date,amount,name\n2020-01-01,-1,\u001B[31mx|y\n2021-01-01,2,\u001B[31mx|y\n'
    expect(page(evil)).toContain('\\x1b[31mx|y')
    expect(renderReturnsMarkdown(reportOf(evil), 'a.csv', 'en')).toContain(String.raw`\\x1b\[31mx\|y`)
    for (const text of [page(evil), renderReturnsTable(reportOf(evil), 'csv')])
      expect(text).not.toContain('\u001B')
  })

  it('stays short when there are thousands of names', () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `2020-01-01,-1,fund ${i}\n`).join('')
    const lines = page(`date,amount,name\n${rows}`).split('\n')
    expect(lines.length).toBeLessThan(120)
    expect(lines.join('\n')).toMatch(/and 2,961 more/u)
  })
})

describe('for other programs', () => {
  it('writes one document, in which nothing is infinite', () => {
    const document = returnsDocument(reportOf(several))
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
    expect(document).toMatchObject({
      schema: 'froth.returns/1',
      dayCount: 'ACT/365F',
      unusedColumns: ['note'],
    })
    const fast = returnsDocument(reportOf('date,amount\n2020-01-01,-1\n2020-01-02,1000\n'))
    expect(fast.all.irr.rates[0]).toMatchObject({
      rate: null,
      logRate: expect.closeTo(365 * Math.log(1000), 6),
    })
  })

  it('writes a line of raw numbers for each name', () => {
    const [header, gamma, , beta, all] = renderReturnsTable(reportOf(several), 'csv').split('\n')
    expect(header.split(',').length).toBe(15)
    expect(gamma).toMatch(/^Gamma,2019-01-01,2020-12-31,232,230,,.*,several,,0\.1;0\.2,/u)
    expect(beta).toMatch(/^Beta,.*,totalLoss,-1,-1,/u)
    expect(all).toMatch(/^,2019-01-01,2024-12-31,1750232,/u)
  })

  it('quotes names for CSV and takes the formula out of them', () => {
    const text = 'date,amount,name\n2020-01-01,-1,"=A1, ""b"""\n'
    expect(renderReturnsTable(reportOf(text), 'csv').split('\n')[1]).toMatch(/^"'=A1, ""b""",2020-01-01/u)
    expect(renderReturnsTable(reportOf(text), 'tsv').split('\n')[1].split('\t')[0]).toBe('=A1, "b"')
  })

  it('writes the whole table as Markdown', () => {
    const lines = renderReturnsMarkdown(reportOf(several), 'a.csv', 'en').split('\n')
    expect(lines[2].split('|').length).toBe(12)
    expect(lines.filter((line) => line.startsWith('| ')).length).toBe(6)
  })
})
