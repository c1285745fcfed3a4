import { describe, expect, it, test } from 'vitest'
import { parseRecords } from '../../../scenarios/published/parse-records.ts'

const idsOf = (text: string): unknown => {
  const parsed = parseRecords(text)
  return parsed.ok ? parsed.records.map((record) => record['id']) : parsed.problems
}

describe('the form of a file is seen from its text', () => {
  test.each([
    ['an array', '[{"id":"a"},{"id":"b"}]'],
    ['an array over lines', '[\n  {"id": "a"},\n  {\n "id": "b"}\n]\n'],
    ['an object a line', '{"id":"a"}\n{"id":"b"}\n'],
    ['lines of another system, blank ones between', '{"id":"a"}\r\n\r\n{"id":"b"}'],
    ['a byte order mark', '\uFEFF{"id":"a"}\n{"id":"b"}'],
    ['blanks before it', '\n  [{"id":"a"},{"id":"b"}]'],
  ])('%s', (_, text) => {
    expect(idsOf(text)).toEqual(['a', 'b'])
  })

  it('one object over several lines is one row', () => {
    expect(idsOf('{\n "id": "a"\n}\n')).toEqual(['a'])
  })

  it('lists inside lists without end are no rows, and do not end the program', () => {
    for (const open of ['[', '{"a":'])
      expect(idsOf(open.repeat(100_000) + '1' + (open === '[' ? ']' : '}').repeat(100_000))).toMatchObject(
        open === '[' ? [{ code: 'notRow', number: 1, value: '[...] nested too deeply' }] : [undefined],
      )
  })
})

describe('what is no list of rows is told with its place', () => {
  it('every bad line is listed', () => {
    expect(idsOf('{"id":"a"}\n{"id":\nnull\n{"id":"b"}\n[1]\n')).toMatchObject([
      { code: 'notJson', unit: 'line', number: 2 },
      { code: 'notRow', unit: 'line', number: 3, value: 'null' },
      { code: 'notRow', unit: 'line', number: 5, value: '[1]' },
    ])
  })

  it('rows of an array that are no objects are numbered from 1', () => {
    expect(idsOf('[{"id":"a"}, 7, "x"]')).toEqual([
      { code: 'notRow', unit: 'row', number: 2, value: '7' },
      { code: 'notRow', unit: 'row', number: 3, value: '"x"' },
    ])
  })

  it('an array that breaks off is one problem', () => {
    expect(idsOf('[{"id":"a"},\n{"id":')).toMatchObject([{ code: 'notJson', unit: 'line' }])
  })

  test.each(['', '  \n \n', '\uFEFF', '[]', ' [ ]\n'])('%j has no rows', (text) => {
    expect(idsOf(text)).toEqual([{ code: 'empty' }])
  })
})

it('NaN and Infinity, which JSON lacks, become texts and leave texts alone', () => {
  const parsed = parseRecords('[{"id":"NaN, \\"Infinity\\"","n":NaN,"tokens":-Infinity,"x":[Infinity]}]')
  expect(parsed).toEqual({
    ok: true,
    records: [{ id: 'NaN, "Infinity"', n: 'NaN', tokens: '-Infinity', x: ['Infinity'] }],
  })
})
