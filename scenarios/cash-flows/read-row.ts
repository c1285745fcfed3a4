import { dayOf } from '../deal-file/day.ts'
import type { Problem } from '../units/problem.ts'
import type { CashFlow } from './cash-flow.ts'
import type { Columns } from './find-columns.ts'
import type { PlacedFault } from './placed-fault.ts'
import { readAmount } from './read-amount.ts'
import type { Cell } from './read-cells.ts'

/** A row that was understood, with the cells that later checks may point at. */
export interface PlacedRow {
  readonly flow: CashFlow
  readonly date: Cell
  readonly index: Cell | null
}

const kinds = ['', 'call', 'distribution', 'nav'] as const
type Kind = (typeof kinds)[number]

const longest = 60

/** What a message repeats of a cell. */
const shown = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}...` : text)

/** Collects what is wrong with one row. */
class RowReader {
  readonly faults: PlacedFault[] = []

  /** Notes a fault in a cell; an empty cell is pointed at all the same. */
  refuse(problem: Problem, column: string, { start, end }: Cell): null {
    this.faults.push({ problem, column, start, end: Math.max(end, start + 1) })
    return null
  }

  date(cell: Cell): number | null {
    return dayOf(cell.text) ?? this.refuse({ code: 'F255', words: { value: shown(cell.text) } }, 'date', cell)
  }

  amount(cell: Cell): number | null {
    return (
      readAmount(cell.text) ??
      this.refuse({ code: 'F256', words: { value: shown(cell.text) } }, 'amount', cell)
    )
  }

  kind(cell: Cell | null): Kind | null {
    if (cell === null) return ''
    const kind = kinds.find((one) => one === cell.text.normalize('NFKC').toLowerCase())
    return kind ?? this.refuse({ code: 'F257', words: { value: shown(cell.text) } }, 'kind', cell)
  }

  index(cell: Cell | null): number | null {
    if (cell === null || cell.text === '') return null
    const level = readAmount(cell.text)
    if (level !== null && level > 0) return level
    return this.refuse({ code: 'F260', words: { value: shown(cell.text) } }, 'index', cell)
  }
}

/** Money with the sign of its kind; a call may be written with or without a minus. */
const signed = (amountUsd: number, kind: Kind): number =>
  kind === 'call' ? 0 - Math.abs(amountUsd) : amountUsd

const cellAt = (cells: readonly Cell[], place: number | null): Cell | null =>
  place === null ? null : cells[place]

/** Reads one record below the header. */
export function readRow(
  cells: readonly Cell[],
  columns: Columns,
  line: number,
): { readonly row: PlacedRow | null; readonly faults: readonly PlacedFault[] } {
  const reader = new RowReader()
  if (cells.length !== columns.count) {
    const words = { found: String(cells.length), wanted: String(columns.count) }
    reader.refuse({ code: 'F253', words }, '', { ...cells[0], end: cells[cells.length - 1].end })
    return { row: null, faults: reader.faults }
  }
  const date = cells[columns.date]
  const amountCell = cells[columns.amount]
  const indexCell = cellAt(cells, columns.index)
  const day = reader.date(date)
  const amount = reader.amount(amountCell)
  const kind = reader.kind(cellAt(cells, columns.kind))
  const index = reader.index(indexCell)
  if (amount !== null && amount < 0 && (kind === 'distribution' || kind === 'nav'))
    reader.refuse({ code: 'F258', words: { kind, value: shown(amountCell.text) } }, 'amount', amountCell)
  if (reader.faults.length > 0 || day === null || amount === null || kind === null)
    return { row: null, faults: reader.faults }
  const flow: CashFlow = {
    line,
    day,
    amountUsd: signed(amount, kind),
    name: cellAt(cells, columns.name)?.text ?? '',
    isNetAssetValue: kind === 'nav',
    index,
  }
  return { row: { flow, date, index: indexCell }, faults: [] }
}
