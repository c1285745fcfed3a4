import { fundTypes, roundKinds, stages } from '../../scenarios/vocabulary.ts'
import {
  booleanColumn,
  codeColumn,
  monthColumn,
  numberColumn,
  shareColumn,
  textColumn,
  usdColumn,
} from './column.ts'
import type { FinishedRun } from './run-result.ts'
import { runColumn, startupColumn } from './shared-columns.ts'
import type { Table } from './table.ts'

/**
 * Pre-money in whole dollars, such that pre-money + amount = post-money still holds between the rounded cells.
 * Where the record itself breaks that sum by more than a dollar, its own value is shown.
 */
const preMoneyUsd = ({ record: { rounds } }: FinishedRun, row: number): number => {
  const pre = rounds.preMoneyUsd[row]
  const fitting = Math.round(rounds.postMoneyUsd[row]) - Math.round(rounds.amountUsd[row])
  return Math.abs(fitting - pre) <= 1 ? fitting : pre
}

const leadName = ({ record: { rounds } }: FinishedRun, row: number): string => {
  const type = fundTypes[rounds.leadType[row]]
  return type === undefined ? '' : `${type}-${String(rounds.leadFund[row]).padStart(2, '0')}`
}

/** `rounds.csv`: every round that closed. */
export const roundsTable: Table<FinishedRun> = {
  name: 'rounds',
  description: { en: 'A row is a closed financing round of a startup', zh: '每行为一家公司完成的一轮融资' },
  primaryKey: [],
  references: [{ columns: ['run', 'startup'], table: 'startups' }],
  rowCount: ({ record }) => record.rounds.count,
  columns: [
    runColumn,
    startupColumn(({ record }, row) => record.rounds.startup[row]),
    monthColumn(
      'month',
      {
        en: 'Month of closing; rounds before month 0 are left out, though startups alive at month 0 count them in raised_usd and stage',
        zh: '交割月份；第 0 月之前的轮次不在表中，但期初公司的 raised_usd 和 stage 包含它们',
      },
      ({ record }, row) => record.rounds.month[row],
    ),
    codeColumn('stage', { en: 'Stage of the round', zh: '轮次' }, stages, ({ record }, row) =>
      Math.max(0, record.rounds.stage[row]),
    ),
    codeColumn(
      'kind',
      {
        en: 'Price against the round before: flat is within 1 %; a bridge is a small round by those already in',
        zh: '与上一轮相比的价格：flat 为相差 1 % 以内；bridge 为老股东的过桥融资',
      },
      roundKinds,
      ({ record }, row) => record.rounds.kind[row],
    ),
    usdColumn(
      'amount_usd',
      { en: 'New money', zh: '新投入的资金' },
      ({ record }, row) => record.rounds.amountUsd[row],
    ),
    usdColumn(
      'pre_money_usd',
      {
        en: 'Pre-money; pre_money_usd + amount_usd = post_money_usd',
        zh: '投前估值；加 amount_usd 等于 post_money_usd',
      },
      preMoneyUsd,
    ),
    usdColumn(
      'post_money_usd',
      { en: 'Post-money; the cap of a convertible', zh: '投后估值；可转债为其上限' },
      ({ record }, row) => record.rounds.postMoneyUsd[row],
    ),
    shareColumn(
      'dilution',
      {
        en: 'Share of the company sold: amount_usd / post_money_usd',
        zh: '出让的股份：amount_usd / post_money_usd',
      },
      ({ record }, row) => record.rounds.amountUsd[row] / record.rounds.postMoneyUsd[row],
    ),
    textColumn(
      'lead',
      {
        en: 'Lead investor: type and number of the fund within its run, such as early-07',
        zh: '领投方：基金类型与其在本次运行内的编号，如 early-07',
      },
      leadName,
      { nullable: true },
    ),
    numberColumn(
      'liquidation_multiple',
      'multiple',
      4,
      { en: 'Liquidation preference, times the money invested', zh: '优先清算倍数' },
      ({ record }, row) => record.rounds.liquidationMultiple[row],
      { minimum: 0 },
    ),
    booleanColumn(
      'participating',
      { en: 'Whether the preferred participates', zh: '优先股是否参与分配' },
      ({ record }, row) => record.rounds.participating[row] === 1,
    ),
    usdColumn(
      'returned_usd',
      {
        en: "What this round's investors got by the horizon plus the fair value of what they still hold",
        zh: '本轮投资人到期末的所得，加仍持有股份的公允价值',
      },
      ({ record }, row) => record.rounds.returnedUsd[row],
    ),
  ],
}
