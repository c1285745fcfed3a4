import { makeDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Language } from '../diagnostics/language.ts'
import { positionIn, type Source } from '../diagnostics/source.ts'
import type { CashFlow, CashFlowList } from './cash-flow.ts'
import { checkCashFlows } from './check-cash-flows.ts'
import { findColumns, type Columns } from './find-columns.ts'
import type { PlacedFault } from './placed-fault.ts'
import { readCells } from './read-cells.ts'
import { readRow } from './read-row.ts'

/** A list of cash flows, or what is wrong with the file. */
export type CashFlowResult =
  | ({ readonly ok: true } & CashFlowList)
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[]; readonly sources: readonly Source[] }

interface Read {
  readonly rows: readonly CashFlow[]
  readonly columns: Columns | null
  readonly faults: readonly PlacedFault[]
}

function readText(source: Source): Read {
  const { records, openQuotes } = readCells(source.text)
  const quotes = openQuotes.map((place) => ({ problem: { code: 'F254', words: {} }, column: '', ...place }))
  const [header, ...body] = records
  if (header === undefined) {
    const empty: PlacedFault = { problem: { code: 'F262', words: {} }, column: '', start: 0, end: 0 }
    return { rows: [], columns: null, faults: quotes.length > 0 ? quotes : [empty] }
  }
  const { columns, faults } = findColumns(header)
  if (columns === null) return { rows: [], columns, faults: [...quotes, ...faults] }
  const read = body.map((cells) => readRow(cells, columns, positionIn(source, cells[0].start).line))
  const rows = read.flatMap(({ row }) => (row === null ? [] : [row]))
  const wrong = [...quotes, ...faults, ...read.flatMap((one) => one.faults)]
  const checked = wrong.length > 0 ? [] : checkCashFlows(rows)
  const flows = rows.map(({ flow }) => flow).toSorted((left, right) => left.day - right.day)
  return { rows: flows, columns, faults: [...wrong, ...checked] }
}

/**
 * Reads a list of dated cash flows from comma-separated text: rows in the order of the calendar, or everything that is
 * wrong with it, with line, column and what to do. Never throws for what is in the text.
 *
 * The first line names the columns: `date`, `amount`, and if wanted `name`, `kind` (call, distribution, nav) and
 * `index`; other columns are listed as not used.
 */
export function readCashFlows(text: string, file: string, language: Language): CashFlowResult {
  const source: Source = { name: file, kind: 'file', text }
  const { rows, columns, faults } = readText(source)
  if (faults.length === 0 && columns !== null) {
    const { unused, index } = columns
    return { ok: true, rows, hasIndex: index !== null, unusedColumns: unused }
  }
  const diagnostics = faults
    .toSorted((left, right) => left.start - right.start)
    .map(({ problem, column, start, end }) =>
      makeDiagnostic(
        { ...problem, words: { file, ...problem.words } },
        { path: column, span: { source, start, end }, file },
        language,
      ),
    )
  return { ok: false, diagnostics, sources: [source] }
}
