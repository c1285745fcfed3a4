import type { Cell } from './read-cells.ts'
import type { PlacedFault } from './placed-fault.ts'

/** Where the columns of a list stand; null for one that is not there. */
export interface Columns {
  readonly date: number
  readonly amount: number
  readonly name: number | null
  readonly kind: number | null
  readonly index: number | null
  readonly count: number
  readonly unused: readonly string[]
}

const known = ['date', 'amount', 'name', 'kind', 'index'] as const
type ColumnName = (typeof known)[number]

const isKnown = (name: string): name is ColumnName => (known as readonly string[]).includes(name)

/** Names of columns that take a value for a column of its own. */
const values = new Set(['nav', 'net asset value', 'net_asset_value', '净值'])

/** The separator of a first line that has none of ours but another's; null for a line of our own. */
const otherSeparator = (header: readonly Cell[]): 'semicolons' | 'tabs' | null => {
  const [only] = header
  if (header.length !== 1 || only === undefined) return null
  if (only.text.includes(';')) return 'semicolons'
  return only.text.includes('\t') ? 'tabs' : null
}

/** Finds the columns by the names of the first line, letter case and full-width letters aside. */
export function findColumns(header: readonly Cell[]): {
  readonly columns: Columns | null
  readonly faults: readonly PlacedFault[]
} {
  const separator = otherSeparator(header)
  if (separator !== null) {
    const problem = { code: 'F264', words: {}, terms: { separator } }
    return { columns: null, faults: [{ problem, column: '', start: header[0].start, end: header[0].end }] }
  }
  const names = header.map(({ text }) => text.normalize('NFKC').trim().toLowerCase())
  const faults: PlacedFault[] = []
  header.forEach(({ start, end }, i) => {
    if (isKnown(names[i]) && names.indexOf(names[i]) < i)
      faults.push({ problem: { code: 'F252', words: { column: names[i] } }, column: names[i], start, end })
  })
  header.forEach(({ start, end }, i) => {
    if (values.has(names[i]))
      faults.push({ problem: { code: 'F263', words: { column: names[i] } }, column: names[i], start, end })
  })
  const placeOf = (name: ColumnName): number | null => (names.includes(name) ? names.indexOf(name) : null)
  const date = placeOf('date')
  const amount = placeOf('amount')
  for (const [name, place] of [
    ['date', date],
    ['amount', amount],
  ] as const)
    if (place === null) {
      const { start } = header[0]
      const { end } = header[header.length - 1]
      faults.push({ problem: { code: 'F251', words: { column: name } }, column: name, start, end })
    }
  if (date === null || amount === null) return { columns: null, faults }
  const unused = header.flatMap(({ text }, i) => (isKnown(names[i]) || text === '' ? [] : [text]))
  const [name, kind, index] = (['name', 'kind', 'index'] as const).map(placeOf)
  return { columns: { date, amount, name, kind, index, count: header.length, unused }, faults }
}
