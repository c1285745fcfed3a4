import { integerColumn, type Column } from './column.ts'
import type { FinishedRun } from './run-result.ts'

/** The run that a row belongs to. */
export const runColumn: Column = integerColumn(
  'run',
  { en: 'Number of the run, from 1', zh: '运行编号，从 1 起' },
  (result: FinishedRun) => result.run,
  { minimum: 1 },
)

/** The startup of its run that a row belongs to. */
export const startupColumn = (read: (result: FinishedRun, row: number) => number): Column =>
  integerColumn(
    'startup',
    {
      en: 'Number of the startup within its run, from 1',
      zh: '公司在本次运行内的编号，从 1 起',
    },
    read,
    { minimum: 1 },
  )
