import type { PanelTable } from '../../agents/index.ts'
import { integerColumn, numberColumn, usdColumn } from './column.ts'
import type { FinishedRun } from './run-result.ts'
import { runColumn, startupColumn } from './shared-columns.ts'
import type { Table } from './table.ts'

const read =
  (column: Exclude<keyof PanelTable, 'count'>) =>
  ({ record }: FinishedRun, row: number): number =>
    record.panel === null ? Number.NaN : record.panel[column][row]

/** `panel.csv`: startups year by year, on request. */
export const panelTable: Table<FinishedRun> = {
  name: 'panel',
  description: { en: 'A row is a startup in a year of a run', zh: '每行为一家公司在某次运行中的一年' },
  primaryKey: ['run', 'startup', 'year'],
  references: [{ columns: ['run', 'startup'], table: 'startups' }],
  rowCount: ({ record }) => record.panel?.count ?? 0,
  columns: [
    runColumn,
    startupColumn(read('startup')),
    integerColumn('year', { en: 'Year of the study', zh: '研究的年份' }, read('year'), { minimum: null }),
    usdColumn(
      'arr_usd',
      { en: 'Annual recurring revenue at the end of the year', zh: '年末的年度经常性收入' },
      read('arrUsd'),
    ),
    numberColumn('headcount', 'people', 2, { en: 'People employed', zh: '员工数' }, read('headcount'), {
      minimum: 0,
    }),
    numberColumn(
      'gross_margin',
      'share',
      6,
      { en: 'Gross profit over revenue; may be below 0', zh: '毛利率；可能小于 0' },
      read('grossMargin'),
      { nullable: true },
    ),
    numberColumn(
      'capability',
      'orders of magnitude',
      6,
      {
        en: 'log10 of the effective training compute behind its product',
        zh: '产品背后有效训练算力的 log10',
      },
      read('capability'),
      { nullable: true },
    ),
    usdColumn('cash_usd', { en: 'Cash at the end of the year', zh: '年末现金' }, read('cashUsd')),
  ],
}
