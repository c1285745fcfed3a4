import {
  businessModels,
  causes,
  directions,
  industries,
  jurisdictions,
  outcomes,
  stages,
} from '../../scenarios/vocabulary.ts'
import { booleanColumn, codeColumn, monthColumn, numberColumn, usdColumn } from './column.ts'
import type { FinishedRun } from './run-result.ts'
import { runColumn, startupColumn } from './shared-columns.ts'
import type { Table } from './table.ts'

const optional = { nullable: true } as const

/** `startups.csv`: every startup of every run, with its fate. */
export const startupsTable: Table<FinishedRun> = {
  name: 'startups',
  description: { en: 'A row is a startup of a run', zh: '每行为某次运行中的一家创业公司' },
  primaryKey: ['run', 'startup'],
  references: [{ columns: ['run'], table: 'runs' }],
  rowCount: ({ record }) => record.startups.count,
  columns: [
    runColumn,
    startupColumn((_, row) => row + 1),
    monthColumn(
      'founded_month',
      {
        en: 'Month of founding; 0 or less for a startup alive at the start, which enters survival at age -founded_month',
        zh: '成立月份；开始时已存在的公司不大于 0，以年龄 -founded_month 进入生存分析',
      },
      ({ record }, row) => record.startups.foundedMonth[row],
    ),
    codeColumn(
      'direction',
      { en: 'Kind of startup', zh: '创业方向' },
      directions,
      ({ record }, row) => record.startups.direction[row],
    ),
    codeColumn(
      'business_model',
      { en: 'How it earns money at the end', zh: '商业模式（期末）' },
      businessModels,
      ({ record }, row) => record.startups.businessModel[row],
    ),
    codeColumn(
      'industry',
      { en: 'Industry of its customers at the end', zh: '客户所在行业（期末）' },
      industries,
      ({ record }, row) => record.startups.industry[row],
    ),
    codeColumn(
      'stage',
      { en: 'Furthest round closed; pre_seed if none was', zh: '完成的最后一轮融资阶段；没有则为 pre_seed' },
      stages,
      ({ record }, row) => Math.max(0, record.startups.stage[row]),
    ),
    codeColumn(
      'outcome',
      { en: 'Where it stands at the horizon', zh: '期末的结局' },
      outcomes,
      ({ record }, row) => record.startups.outcome[row],
    ),
    monthColumn(
      'outcome_month',
      {
        en: 'Month in which it closed, was sold or listed; empty while private',
        zh: '倒闭、被收购或上市的月份；仍未上市则为空',
      },
      ({ record }, row) => record.startups.outcomeMonth[row],
      optional,
    ),
    codeColumn(
      'cause',
      { en: 'Primary cause of closure', zh: '倒闭的主要原因' },
      causes,
      ({ record }, row) => record.startups.cause[row],
      optional,
    ),
    usdColumn(
      'raised_usd',
      { en: 'New money raised in all its rounds', zh: '历次融资总额' },
      ({ record }, row) => record.startups.raisedUsd[row],
    ),
    usdColumn(
      'last_post_money_usd',
      { en: 'Post-money of its last round; empty if it closed none', zh: '最近一轮投后估值；从未融资则为空' },
      ({ record }, row) => record.startups.lastPostMoneyUsd[row],
      optional,
    ),
    usdColumn(
      'fair_value_usd',
      {
        en: 'Fair value of the whole equity at the horizon; 0 if closed, empty once sold or listed (see exit_usd)',
        zh: '期末全部股权的公允价值；倒闭为 0，已出售或上市则为空（见 exit_usd）',
      },
      ({ record }, row) => record.startups.fairValueUsd[row],
      optional,
    ),
    usdColumn(
      'exit_usd',
      {
        en: 'Proceeds of its sale or value at listing; empty without one',
        zh: '出售所得或上市市值；没有则为空',
      },
      ({ record }, row) => record.startups.exitUsd[row],
      optional,
    ),
    usdColumn(
      'peak_arr_usd',
      { en: 'Highest annual recurring revenue', zh: '年度经常性收入的最高值' },
      ({ record }, row) => record.startups.peakArrUsd[row],
    ),
    numberColumn(
      'gpu_hours',
      'GPU-hours',
      2,
      { en: 'GPU-hours used', zh: '使用的 GPU 小时数' },
      ({ record }, row) => record.startups.gpuHours[row],
      { minimum: 0 },
    ),
    codeColumn(
      'jurisdiction',
      { en: 'Whose rules bind it', zh: '所属法域' },
      jurisdictions,
      ({ record }, row) => record.startups.jurisdiction[row],
    ),
    monthColumn(
      'seed_month',
      { en: 'Month of its seed round; empty if it had none', zh: '种子轮完成月份；没有则为空' },
      ({ record }, row) => record.startups.seedMonth[row],
      optional,
    ),
    monthColumn(
      'first_revenue_month',
      { en: 'Month of its first revenue; empty if it had none', zh: '首次取得收入的月份；没有则为空' },
      ({ record }, row) => record.startups.firstRevenueMonth[row],
      optional,
    ),
    codeColumn(
      'contributing_cause',
      { en: 'Second cause of closure, where there was one', zh: '倒闭的次要原因（如有）' },
      causes,
      ({ record }, row) => record.startups.contributingCause[row],
      optional,
    ),
    booleanColumn(
      'is_company',
      { en: "Whether it is the scenario's own company", zh: '是否为情景文件中的那家公司' },
      ({ record }, row) => record.startups.isCompany[row] === 1,
    ),
  ],
}
