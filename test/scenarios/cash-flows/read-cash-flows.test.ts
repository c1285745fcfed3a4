import { describe, expect, it } from 'vitest'
import { readAmount } from '../../../scenarios/cash-flows/read-amount.ts'
import { readCashFlows } from '../../../scenarios/cash-flows/read-cash-flows.ts'
import { readCells } from '../../../scenarios/cash-flows/read-cells.ts'
import { renderDiagnostics } from '../../../scenarios/index.ts'

const rowsOf = (text: string) => {
  const read = readCashFlows(text, 'a.csv', 'en')
  if (!read.ok) throw new Error(read.diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n'))
  return read
}
const faultsOf = (text: string): readonly string[] => {
  const read = readCashFlows(text, 'a.csv', 'en')
  if (read.ok) return []
  return read.diagnostics.map(({ code, range }) => `${code} ${range?.start.line}:${range?.start.column}`)
}

describe('a first line of another kind', () => {
  it('that is cut by semicolons or tabs is refused with the separator', () => {
    for (const [separator, name] of [
      [';', '`;`'],
      ['\t', 'tabs'],
    ]) {
      const read = readCashFlows(`date${separator}amount\n2020-01-01${separator}-100\n`, 'a.csv', 'en')
      if (read.ok) throw new Error('one column is not two')
      expect(read.diagnostics.map(({ code }) => code)).toEqual(['F264'])
      expect(read.diagnostics[0].message).toContain(`separated by ${name}`)
    }
  })

  it('that has a column of values is refused, and says that a value is a row', () => {
    const read = readCashFlows('date,amount,NAV\n2020-01-01,-100,120\n', 'a.csv', 'en')
    if (read.ok) throw new Error('the value was left out')
    expect(read.diagnostics[0]).toMatchObject({ code: 'F263', range: { start: { line: 1, column: 13 } } })
    expect(read.diagnostics[0].label).toContain('with kind nav')
  })
})

describe('cells', () => {
  const textsOf = (text: string): unknown =>
    readCells(text).records.map((row) => row.map((cell) => cell.text))

  it('keeps commas, line breaks and doubled quotes inside quotes (RFC 4180)', () => {
    expect(textsOf('a,"b,c"\r\n"d ""e""","f\r\ng"\r\n')).toEqual([
      ['a', 'b,c'],
      ['d "e"', 'f\r\ng'],
    ])
  })

  it('takes any line ending, a byte order mark, empty lines and empty records', () => {
    expect(textsOf('\uFEFFa,b\n\n1,2\r3,4\r\n,,\n5,')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', ''],
    ])
  })

  it('leaves out a line with a wrong quote and says where', () => {
    const { records, openQuotes } = readCells('a\n"b"c\nd\n"e')
    expect(records.map(([cell]) => cell.text)).toEqual(['a', 'd'])
    expect(openQuotes).toEqual([
      { start: 2, end: 6 },
      { start: 9, end: 11 },
    ])
  })
})

describe('amounts', () => {
  it.each([
    ['-250000', -250000],
    ['1,250,000.50', 1250000.5],
    ['$1.2M', 1200000],
    ['-$1.1M', -1100000],
    ['$-3k', -3000],
    ['(3K)', -3000],
    ['(US$1,000)', -1000],
    ['+5', 5],
    ['2.5bn', 2.5e9],
    ['1e6', 1e6],
    ['−7', -7],
    ['300万', 3e6],
    ['1.2 亿', 1.2e8],
    ['－１，０００', -1000],
    ['.5', 0.5],
    ['0', 0],
    ['USD 20', 20],
  ])('reads %s', (text, value) => {
    expect(readAmount(text)).toBe(value)
  })

  it.each([
    '',
    'x',
    '1,23',
    '1.234,56',
    '12,34,567',
    '--1',
    '(-1)',
    '-(1)',
    '€5',
    '1M2',
    'NaN',
    'Infinity',
    '0x10',
    '1e99',
    '9999999B',
    '1 000',
  ])('refuses %j', (text) => {
    expect(readAmount(text)).toBeNull()
  })
})

describe('lists of cash flows', () => {
  it('sorts rows by day and keeps what each says', () => {
    const { rows, hasIndex, unusedColumns } = rowsOf(
      'Amount, DATE ,name,kind,note\n"1,000",2024-03-01,Fund,,x\n100,2020-01-01,Fund,call,\n5,2024-03-02,Fund,NAV,\n',
    )
    expect(rows.map(({ amountUsd, isNetAssetValue, line }) => [amountUsd, isNetAssetValue, line])).toEqual([
      [-100, false, 3],
      [1000, false, 2],
      [5, true, 4],
    ])
    expect(rows[0]).toMatchObject({ day: 18262, name: 'Fund', index: null })
    expect(hasIndex).toBe(false)
    expect(unusedColumns).toEqual(['note'])
  })

  it('gives every row and column of all mistakes at once', () => {
    const text =
      'date,amount,kind,index\n2024-02-30,1,,\n01/02/2024,1,,\n2024-01-01,1.234.5,,\n2024-01-01,-1,nav,\n2024-01-01,1,gift,0\n2024-01-01,1\n2024-01-02,"2"x,,\n'
    expect(faultsOf(text)).toEqual([
      'F255 2:1',
      'F255 3:1',
      'F256 4:12',
      'F258 5:12',
      'F257 6:14',
      'F260 6:19',
      'F253 7:1',
      'F254 8:12',
    ])
  })

  it('misses columns, and refuses two of a name', () => {
    expect(faultsOf('day,sum\n1,2\n')).toEqual(['F251 1:1', 'F251 1:1'])
    expect(faultsOf('date,amount,Amount\n2024-01-01,1,2\n')).toEqual(['F252 1:13'])
  })

  it('says that there is nothing to compute', () => {
    expect(faultsOf('')).toEqual(['F262 1:1'])
    expect(faultsOf('date,amount\n')).toEqual(['F262 1:1'])
    expect(faultsOf('date,amount,kind\n2024-01-01,5,nav\n')).toEqual(['F262 1:1'])
  })

  it('refuses a flow after the last value of the same investment alone', () => {
    const head = 'date,amount,kind,name\n2020-01-01,-5,,A\n2021-01-01,6,nav,A\n'
    expect(faultsOf(`${head}2021-06-01,-1,,A\n`)).toEqual(['F259 3:1'])
    expect(faultsOf(`${head}2021-06-01,-1,,B\n`)).toEqual([])
    expect(faultsOf(`${head}2021-06-01,-1,,A\n2021-06-01,7,nav,A\n`)).toEqual([])
    expect(faultsOf(`${head}2021-06-01,0,,A\n`)).toEqual([])
  })

  it('refuses two levels of the index on one day', () => {
    const head = 'date,amount,index\n2020-01-01,-5,100\n'
    expect(faultsOf(`${head}2020-01-01,-5,100\n`)).toEqual([])
    expect(faultsOf(`${head}2020-01-01,-5,101\n`)).toEqual(['F261 3:15'])
  })

  it('shows the place with a caret, control characters made visible, in both languages', () => {
    const text = 'date,amount\n2024-01-01,\u001B[31mx\n'
    for (const language of ['en', 'zh'] as const) {
      const read = readCashFlows(text, 'a.csv', language)
      if (read.ok) throw new Error('it is wrong')
      const drawn = renderDiagnostics(read.diagnostics, read.sources, { language, ascii: true, color: false })
      expect(drawn).toContain('a.csv:2:12')
      expect(drawn).toContain('\\x1b[31mx')
      expect(drawn).not.toContain('\u001B')
    }
  })

  it('reads fifty thousand rows', () => {
    const line = '2024-01-01,"-1,000",Fund\n'
    expect(rowsOf(`date,amount,name\n${line.repeat(50_000)}`).rows.length).toBe(50_000)
  })
})
