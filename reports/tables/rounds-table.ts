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
    numberColumn(
      'participation_cap',
      'multiple',
      4,
      {
        en: 'Most that a participating series gets without converting, times the money invested; empty without a cap',
        zh: '参与优先股不转换时所得的上限（投资额的倍数）；没有上限则为空',
      },
      ({ record }, row) => record.rounds.participationCap[row],
      { nullable: true, minimum: 0 },
    ),
    booleanColumn(
      'is_senior',
      {
        en: 'Whether the series is paid before all older ones; otherwise it ranks beside the first of them',
        zh: '是否优先于所有更早的系列受偿；否则与其中最优先者同级',
      },
      ({ record }, row) => record.rounds.isSenior[row] === 1,
    ),
    booleanColumn(
      'full_ratchet',
      {
        en: 'Whether anti-dilution is a full ratchet; otherwise it is a broad-based weighted average',
        zh: '反稀释是否为完全棘轮；否则为广义加权平均',
      },
      ({ record }, row) => record.rounds.hasFullRatchet[row] === 1,
    ),
    booleanColumn(
      'pay_to_play',
      {
        en: 'Whether holders who do not take part in a down round become common; a round with it also called the older series to pay',
        zh: '不参与降价轮的持有人是否转为普通股；带有此条款的轮次也要求更早的系列出资',
      },
      ({ record }, row) => record.rounds.paysToPlay[row] === 1,
    ),
    numberColumn(
      'dividend_rate',
      'share/year',
      4,
      {
        en: 'Cumulative simple dividend a year; 0 for none',
        zh: '每年的累积股息率（单利）；没有则为 0',
      },
      ({ record }, row) => record.rounds.dividendRate[row],
      { minimum: 0 },
    ),
    numberColumn(
      'listing_multiple',
      'multiple',
      4,
      {
        en: 'What a listing guarantees a share, times the price paid (ratchet); 0 for nothing',
        zh: '上市时保证的每股价值（购买价的倍数）；没有则为 0',
      },
      ({ record }, row) => record.rounds.listingMultiple[row],
      { minimum: 0 },
    ),
    booleanColumn(
      'listing_veto',
      {
        en: 'Whether it may refuse a listing that pays it less than its preference',
        zh: '能否否决使其所得低于优先清算额的上市',
      },
      ({ record }, row) => record.rounds.vetoesDownListing[row] === 1,
    ),
    usdColumn(
      'fair_value_usd',
      {
        en: 'Fair value of the company after the round, contract by contract (Gornall and Strebulaev), if the new series is worth its price; post_money_usd over it is the overvaluation of the headline; empty for a bridge',
        zh: '按各类股份合同条款计算的公司公允价值（Gornall 与 Strebulaev），设新系列恰值其价；post_money_usd 与之相比即名义估值的高估；过桥融资为空',
      },
      ({ record }, row) => record.rounds.fairValueUsd[row],
      { nullable: true },
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
