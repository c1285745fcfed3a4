import { outcomes, type Outcome } from '../../scenarios/vocabulary.ts'
import {
  codeColumn,
  integerColumn,
  monthColumn,
  numberColumn,
  reservedColumn,
  shareColumn,
  textColumn,
  usdColumn,
  type Column,
} from './column.ts'
import { harmlessText } from './harmless-text.ts'
import type { FinishedRun, RunResult } from './run-result.ts'
import type { Table } from './table.ts'
import { verdicts } from './verdicts.ts'

const countOutcome = (result: FinishedRun, outcome: Outcome): number => {
  const codes = result.record.startups.outcome
  const code = outcomes.indexOf(outcome)
  let count = 0
  for (let i = 0; i < result.record.startups.count; i++) if (codes[i] === code) count += 1
  return count
}

/** The columns that only a run which came to its end can fill. */
const measured: readonly Column[] = [
  integerColumn(
    'startups_founded',
    {
      en: 'Startups of the run: those alive at month 0 and those founded until the horizon; the next five columns add up to it',
      zh: '本次运行的创业公司数：第 0 个月已存在的加上此后成立的；等于后五列之和',
    },
    ({ record }) => record.startups.count,
  ),
  integerColumn('closed', { en: 'Startups shut down by the horizon', zh: '到期末已倒闭的公司数' }, (result) =>
    countOutcome(result, 'closed'),
  ),
  integerColumn('acqui_hired', { en: 'Startups bought for their team', zh: '被人才收购的公司数' }, (result) =>
    countOutcome(result, 'acqui_hired'),
  ),
  integerColumn('acquired', { en: 'Startups bought', zh: '被收购的公司数' }, (result) =>
    countOutcome(result, 'acquired'),
  ),
  integerColumn('listed', { en: 'Startups gone public', zh: '上市的公司数' }, (result) =>
    countOutcome(result, 'listed'),
  ),
  integerColumn(
    'private',
    { en: 'Startups still private at the horizon', zh: '期末仍未上市的公司数' },
    (result) => countOutcome(result, 'private'),
  ),
  usdColumn(
    'invested_usd',
    { en: 'Money put into startups over the recorded months', zh: '记录期内投入创业公司的资金' },
    ({ record }) => record.totals.investedUsd,
  ),
  usdColumn(
    'returned_usd',
    { en: 'Money paid back to investors over the recorded months', zh: '记录期内返还投资人的资金' },
    ({ record }) => record.totals.returnedUsd,
  ),
  numberColumn(
    'residual_multiple',
    'multiple',
    6,
    {
      en: 'Present value of exit proceeds and horizon mark per dollar invested; 1 or more leaves residual value',
      zh: '退出所得与期末估值的现值除以投入的现值；不小于 1 表示留下了剩余价值',
    },
    ({ record }) => record.totals.residualMultiple,
    { nullable: true },
  ),
  numberColumn(
    'peak_sentiment',
    'index',
    6,
    { en: 'Highest sentiment; 0 is normal', zh: '情绪指数的最高值；0 为常态' },
    ({ record }) => record.totals.peakSentiment,
  ),
  numberColumn(
    'peak_mispricing',
    'log ratio',
    6,
    {
      en: 'Highest ln(price / present value of what the companies later pay), at most ln 100, up to 36 months before the horizon',
      zh: 'ln(价格/公司日后支付的现值) 的最高值（不超过 ln 100），算到期末前 36 个月',
    },
    ({ record }) => record.totals.peakMispricing,
    { nullable: true },
  ),
  shareColumn(
    'drawdown',
    { en: 'Largest fall of the price index from its running peak', zh: '价格指数自前期高点的最大跌幅' },
    ({ record }) => record.totals.drawdown,
  ),
  monthColumn(
    'collapse_month',
    {
      en: 'Month in which the price index is down by verdict.collapse_fall from its highest value of the last verdict.collapse_window months, if 12-month funding also falls by verdict.funding_fall from its highest sum, found from 12 months before the price peak to verdict.funding_window months after it; empty if there was no collapse',
      zh: '价格指数跌幅越过崩盘阈值的月份；没有崩盘则为空',
    },
    ({ record }) => record.totals.collapseMonth,
    { nullable: true },
  ),
  reservedColumn('gsadf', '', {
    en: 'Explosiveness statistic of the price index (GSADF); empty until a later version fills it',
    zh: '价格指数的爆炸性统计量 (GSADF)；目前为空，由以后的版本填写',
  }),
  codeColumn(
    'verdict',
    {
      en: 'Bubble or gold mine, by collapse (no, yes) and residual value (yes, no)',
      zh: '泡沫还是金矿：按是否崩盘与有无剩余价值判定',
    },
    verdicts,
    ({ record }) => record.totals.verdict,
  ),
  numberColumn(
    'gpu_hours',
    'GPU-hours',
    2,
    { en: 'GPU-hours that startups used', zh: '创业公司使用的 GPU 小时数' },
    ({ record }) => record.totals.gpuHours,
    { minimum: 0 },
  ),
  usdColumn(
    'gpu_spend_usd',
    { en: 'What startups paid for GPUs', zh: '创业公司的 GPU 支出' },
    ({ record }) => record.totals.gpuSpendUsd,
  ),
]

/** A failed run has none of these: the cell is empty. */
const unlessFailed = (column: Column): Column<RunResult> => ({
  ...column,
  nullable: true,
  cell: (result, row) => (result.status === 'ok' ? column.cell(result, row) : ''),
})

/** `runs.csv`: every run has its row, also one that failed. */
export const runsTable: Table<RunResult> = {
  name: 'runs',
  description: { en: 'A row is a run', zh: '每行为一次运行' },
  primaryKey: ['run'],
  references: [],
  rowCount: () => 1,
  columns: [
    integerColumn(
      'run',
      { en: 'Number of the run, from 1', zh: '运行编号，从 1 起' },
      (result) => result.run,
      {
        minimum: 1,
      },
    ),
    ...measured.map(unlessFailed),
    unlessFailed(
      integerColumn(
        'events',
        { en: 'Events handled, burn-in included', zh: '处理的事件数，含预热期' },
        (result) => result.events,
      ),
    ),
    codeColumn(
      'status',
      { en: 'Whether the run came to its end', zh: '运行是否完成' },
      ['ok', 'failed'],
      (result) => (result.status === 'ok' ? 0 : 1),
    ),
    textColumn(
      'error',
      {
        en: 'What went wrong in a failed run; its other cells are empty',
        zh: '失败的原因；失败的运行其余各列为空',
      },
      (result) => (result.status === 'failed' ? harmlessText(result.message) : ''),
      { nullable: true },
    ),
  ],
}
