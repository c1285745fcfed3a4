import { TableError } from './table-error.ts'
import { TableRow } from './table-row.ts'

const parse = (table: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new TableError(table, 'the text', `JSON (${(error as Error).message})`, text.slice(0, 40))
  }
}

/**
 * Reads a table whose outermost thing is an object.
 *
 * Throws: `TableError` if the text is not JSON, or not an object.
 * @example parseJsonObject('a.json', '{"watts": 700}').number('watts') // => 700
 */
export const parseJsonObject = (table: string, text: string): TableRow =>
  new TableRow(table, '', parse(table, text))

/**
 * Reads a table whose outermost thing is a list of objects.
 *
 * Throws: `TableError` if the text is not JSON, or not a list of objects.
 * @example parseJsonList('a.json', '[{"watts": 700}]').length // => 1
 */
export const parseJsonList = (table: string, text: string): readonly TableRow[] => {
  const list = parse(table, text)
  if (!Array.isArray(list)) throw new TableError(table, 'the text', 'a list', list)
  return list.map((item, index) => new TableRow(table, `[${index}]`, item))
}
