import { makeEventsTable } from './events-table.ts'
import { fundsTable } from './funds-table.ts'
import { marketTable } from './market-table.ts'
import { panelTable } from './panel-table.ts'
import { roundsTable } from './rounds-table.ts'
import { runsTable } from './runs-table.ts'
import type { RunResult } from './run-result.ts'
import { startupsTable } from './startups-table.ts'
import type { Table, TableMeaning } from './table.ts'

/** The CSV tables of a study, in the order in which they are listed. */
export const tableNames = ['runs', 'startups', 'rounds', 'market', 'funds', 'panel', 'events'] as const

export type TableName = (typeof tableNames)[number]

/** What a study writes unless told otherwise. */
export const defaultTables: readonly TableName[] = ['runs', 'startups', 'rounds', 'market']

const meanings: Readonly<Record<TableName, TableMeaning>> = {
  runs: runsTable,
  startups: startupsTable,
  rounds: roundsTable,
  market: marketTable,
  funds: fundsTable,
  panel: panelTable,
  events: makeEventsTable([]),
}

/** The codebook: what each table and column means. */
export const codebook = (name: TableName): TableMeaning => meanings[name]

type CellsOf = (result: RunResult) => Iterable<readonly string[]>

function* rowsOf<Source extends RunResult>(
  table: Table<Source>,
  source: Source,
): Generator<readonly string[]> {
  const { columns } = table
  const count = table.rowCount(source)
  for (let row = 0; row < count; row++) {
    const cells: string[] = []
    for (const column of columns) cells.push(column.cell(source, row))
    yield cells
  }
}

const ofFinished =
  (table: typeof startupsTable): CellsOf =>
  (result) =>
    result.status === 'ok' ? rowsOf(table, result) : []

const rowFunctions: Readonly<Record<Exclude<TableName, 'events'>, CellsOf>> = {
  runs: (result) => rowsOf(runsTable, result),
  startups: ofFinished(startupsTable),
  rounds: ofFinished(roundsTable),
  market: ofFinished(marketTable),
  funds: ofFinished(fundsTable),
  panel: ofFinished(panelTable),
}

/**
 * The rows that a run adds to a table: arrays of finished cells, in the order of the codebook's columns. A failed run
 * has a row in `runs` only.
 */
export const tableRows = (
  name: TableName,
  result: RunResult,
  eventNames: readonly string[] = [],
): Iterable<readonly string[]> =>
  name === 'events' ? ofFinished(makeEventsTable(eventNames))(result) : rowFunctions[name](result)

/** The header of a table: the names of its columns. */
export const tableHeader = (name: TableName): readonly string[] =>
  codebook(name).columns.map((column) => column.name)
