import { fundTypes } from '../../scenarios/vocabulary.ts'
import { codeColumn, integerColumn, numberColumn, usdColumn } from './column.ts'
import type { FinishedRun } from './run-result.ts'
import { runColumn } from './shared-columns.ts'
import type { Table } from './table.ts'

const optional = { nullable: true, minimum: 0 } as const

/** `funds.csv`: every investment firm of every run, as its limited partners see it. */
export const fundsTable: Table<FinishedRun> = {
  name: 'funds',
  description: {
    en: 'A row is an investment firm of a run, as one fund from the start of the burn-in to the horizon',
    zh: '每行为某次运行中的一家投资机构，从预热期开始到期末视为一只基金',
  },
  primaryKey: ['run', 'fund'],
  references: [{ columns: ['run'], table: 'runs' }],
  rowCount: ({ record }) => record.funds.count,
  columns: [
    runColumn,
    integerColumn(
      'fund',
      {
        en: 'Number of the firm within its run, as in the lead column of rounds',
        zh: '机构在本次运行内的编号，与 rounds 表 lead 列一致',
      },
      (_, row) => row + 1,
    ),
    codeColumn(
      'type',
      { en: 'Type of investor', zh: '投资机构类型' },
      fundTypes,
      ({ record }, row) => record.funds.type[row],
    ),
    usdColumn(
      'paid_in_usd',
      { en: 'Money called from limited partners, fees included', zh: '有限合伙人实缴资金（含管理费）' },
      ({ record }, row) => record.funds.paidInUsd[row],
    ),
    usdColumn(
      'fees_usd',
      { en: 'Management fees', zh: '管理费' },
      ({ record }, row) => record.funds.feesUsd[row],
    ),
    usdColumn(
      'invested_usd',
      { en: 'Money put into rounds', zh: '投入各轮的资金' },
      ({ record }, row) => record.funds.investedUsd[row],
    ),
    usdColumn(
      'distributed_usd',
      {
        en: 'Money paid to limited partners: proceeds, and late-stage money that went home unspent',
        zh: '向有限合伙人分配的资金：退出所得，以及未用而退回的后期资金',
      },
      ({ record }, row) => record.funds.distributedUsd[row],
    ),
    usdColumn(
      'cash_usd',
      { en: 'Cash not invested at the horizon', zh: '期末未投出的现金' },
      ({ record }, row) => record.funds.cashUsd[row],
    ),
    usdColumn(
      'held_usd',
      { en: 'Fair value of its stakes at the horizon', zh: '期末所持股份的公允价值' },
      ({ record }, row) => record.funds.heldUsd[row],
    ),
    numberColumn(
      'dpi',
      'multiple',
      4,
      { en: 'Distributed over paid in', zh: '已分配资金与实缴资金之比' },
      ({ record }, row) => record.funds.dpi[row],
      optional,
    ),
    numberColumn(
      'rvpi',
      'multiple',
      4,
      { en: 'Cash and stakes at the horizon over paid in', zh: '期末现金与所持股份价值与实缴资金之比' },
      ({ record }, row) => record.funds.rvpi[row],
      optional,
    ),
    numberColumn(
      'tvpi',
      'multiple',
      4,
      {
        en: 'dpi + rvpi: after fees, before carry; empty if nothing was paid in',
        zh: 'dpi 与 rvpi 之和：扣除管理费、未扣业绩分成；无实缴资金则为空',
      },
      ({ record }, row) => record.funds.tvpi[row],
      optional,
    ),
    numberColumn(
      'irr',
      'share/year',
      6,
      {
        en: "Internal rate of return a year, each year's net flow in its middle; -1 for a total loss, empty where there is no rate or more than one",
        zh: '年化内部收益率，每年净现金流计于年中；全部亏损为 -1，无解或多解则为空',
      },
      ({ record }, row) => record.funds.irr[row],
      { nullable: true, minimum: -1 },
    ),
  ],
}
