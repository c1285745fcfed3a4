import { integerColumn, monthColumn, textColumn } from './column.ts'
import type { FinishedRun } from './run-result.ts'
import { runColumn } from './shared-columns.ts'
import type { Table } from './table.ts'

const renderArgument = (value: number): string => (Number.isFinite(value) ? String(value + 0) : '')

/**
 * `events.csv`: every event of a run in calendar order, on request.
 * `eventNames` holds the name of each event kind, by its code.
 */
export const makeEventsTable = (eventNames: readonly string[]): Table<FinishedRun> => ({
  name: 'events',
  description: {
    en: 'A row is an event of a run, in calendar order',
    zh: '每行为某次运行的一个事件，按发生先后',
  },
  primaryKey: [],
  references: [{ columns: ['run'], table: 'runs' }],
  rowCount: ({ log }) => log?.count ?? 0,
  columns: [
    runColumn,
    monthColumn(
      'month',
      { en: 'When it happened', zh: '发生时间' },
      ({ log }, row) => log?.month[row] ?? Number.NaN,
    ),
    textColumn(
      'event',
      { en: 'Name of the event', zh: '事件名称' },
      ({ log }, row) => eventNames[log?.kind[row] ?? -1] ?? '',
    ),
    integerColumn(
      'agent',
      {
        en: 'Number of the agent that it concerns, as the calendar holds it; its kind follows from the event',
        zh: '事件所涉主体的内部编号；主体类别由事件决定',
      },
      ({ log }, row) => log?.agent[row] ?? Number.NaN,
      { minimum: null },
    ),
    {
      ...monthColumn(
        'argument',
        { en: "The event's argument, if it has one", zh: '事件的参数（如有）' },
        () => 0,
      ),
      unit: '',
      nullable: true,
      cell: ({ log }, row) => renderArgument(log?.argument[row] ?? Number.NaN),
    },
  ],
})
