import { renderDay } from '../deal-file/day.ts'
import type { PlacedFault } from './placed-fault.ts'
import type { PlacedRow } from './read-row.ts'

const latestOf = (rows: readonly PlacedRow[]): PlacedRow | null =>
  rows.reduce<PlacedRow | null>(
    (latest, row) => (latest === null || row.flow.day > latest.flow.day ? row : latest),
    null,
  )

/** A flow after the last value of the same investment: what is held then is not known. */
function checkValues(rows: readonly PlacedRow[], name: string): readonly PlacedFault[] {
  const own = rows.filter(({ flow }) => flow.name === name)
  const value = latestOf(own.filter(({ flow }) => flow.isNetAssetValue))
  const last = latestOf(own.filter(({ flow }) => !flow.isNetAssetValue && flow.amountUsd !== 0))
  if (value === null || last === null || last.flow.day <= value.flow.day) return []
  const words = {
    name: name === '' ? '' : `${name}: `,
    nav: renderDay(value.flow.day),
    flow: renderDay(last.flow.day),
  }
  const { start, end } = value.date
  return [{ problem: { code: 'F259', words }, column: 'date', start, end }]
}

/** Two levels of the index on one day. */
function checkIndex(rows: readonly PlacedRow[]): readonly PlacedFault[] {
  const levels = new Map<number, PlacedRow>()
  return rows.flatMap((row) => {
    const { day, index } = row.flow
    if (index === null || row.index === null) return []
    const other = levels.get(day)
    if (other === undefined) levels.set(day, row)
    if (other === undefined || other.flow.index === index) return []
    const words = {
      value: row.index.text,
      other: other.index?.text ?? '',
      line: String(other.flow.line),
    }
    const { start, end } = row.index
    return [{ problem: { code: 'F261', words }, column: 'index', start, end }]
  })
}

/** What is wrong with rows that are each well written. */
export function checkCashFlows(rows: readonly PlacedRow[]): readonly PlacedFault[] {
  const isFlow = ({ flow }: PlacedRow): boolean => !flow.isNetAssetValue
  if (!rows.some(isFlow)) return [{ problem: { code: 'F262', words: {} }, column: '', start: 0, end: 0 }]
  const names = new Set(rows.map(({ flow }) => flow.name))
  return [...[...names].flatMap((name) => checkValues(rows, name)), ...checkIndex(rows)]
}
