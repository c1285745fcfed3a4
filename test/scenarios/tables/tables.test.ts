import { expect, test } from 'vitest'
import { parseCsv } from '../../../scenarios/tables/parse-csv.ts'
import { parseJsonList, parseJsonObject } from '../../../scenarios/tables/parse-json.ts'
import { TableError } from '../../../scenarios/tables/table-error.ts'

const thrownBy = (run: () => unknown): unknown => {
  try {
    run()
  } catch (error) {
    return error
  }
  return null
}

test('a wrong field is named with its table, its place, what was expected and what was there', () => {
  const row = parseJsonObject('a.json', '{"list": [{"watts": "much"}]}').rows('list')[0]
  const error = thrownBy(() => row?.number('watts'))
  expect(error).toBeInstanceOf(TableError)
  expect(error).toMatchObject({
    _tag: 'TableError',
    table: 'a.json',
    place: 'list[0].watts',
    message: 'a.json: list[0].watts must be a number of at least 0, got "much"',
  })
})

test.each([
  ['no JSON', 'x', 'JSON'],
  ['a list', '[]', 'an object'],
  ['null', 'null', 'an object'],
])('an object is asked for, %s is refused', (_, text, expected) => {
  expect(thrownBy(() => parseJsonObject('a.json', text))).toMatchObject({
    expected: expect.stringContaining(expected),
  })
})

test('a list is asked for, an object is refused', () => {
  expect(() => parseJsonList('a.json', '{}')).toThrow('must be a list')
})

test.each(['1e999', '-1', 'null', '"1"', 'true'])('%s is no amount', (value) => {
  const row = parseJsonObject('a.json', `{"n": ${value}}`)
  expect(() => row.number('n')).toThrow(TableError)
  expect(() => row.positive('n')).toThrow(TableError)
})

test('fields of the prototype are not fields of a table', () => {
  expect(() => parseJsonObject('a.json', '{}').text('toString')).toThrow(TableError)
})

test('quoted cells keep their commas and quotes', () => {
  expect(parseCsv('a.csv', 'a,b,c\r\n"1, 2","say ""x""",\n')).toEqual([{ a: '1, 2', b: 'say "x"', c: '' }])
})

test('a line with too few cells is named', () => {
  expect(() => parseCsv('a.csv', 'a,b\n1,2\n1')).toThrow('a.csv: line 3 must be 2 cells')
})
