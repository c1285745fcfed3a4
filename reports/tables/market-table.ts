import type { MarketTable } from '../../agents/index.ts'
import { integerColumn, numberColumn, shareColumn, usdColumn } from './column.ts'
import type { FinishedRun } from './run-result.ts'
import { runColumn } from './shared-columns.ts'
import type { Table } from './table.ts'

type MarketColumn = Exclude<keyof MarketTable, 'count'>

const read =
  (column: MarketColumn) =>
  ({ record }: FinishedRun, row: number): number =>
    record.market[column][row]

/** `market.csv`: the state of the market, month by month. */
export const marketTable: Table<FinishedRun> = {
  name: 'market',
  description: { en: 'A row is a month of a run', zh: '每行为某次运行的一个月' },
  primaryKey: ['run', 'month'],
  references: [{ columns: ['run'], table: 'runs' }],
  rowCount: ({ record }) => record.market.count,
  columns: [
    runColumn,
    integerColumn(
      'month',
      {
        en: 'Month, whole, from 0; the row describes the month that starts then',
        zh: '月份，整数，从 0 起；该行描述自此开始的一个月',
      },
      (_, row) => row,
    ),
    numberColumn(
      'sentiment',
      'index',
      6,
      { en: 'Sentiment; 0 is normal', zh: '情绪指数；0 为常态' },
      read('sentiment'),
    ),
    numberColumn(
      'public_multiple',
      'multiple',
      4,
      { en: 'Price of listed companies over their annual revenue', zh: '上市公司的市销率' },
      read('publicMultiple'),
      { minimum: 0 },
    ),
    numberColumn(
      'gpu_price_usd_per_hour',
      'USD per GPU-hour',
      4,
      { en: 'Market price of a GPU-hour', zh: '每 GPU 小时的市场价格' },
      read('gpuPriceUsdPerHour'),
      { minimum: 0 },
    ),
    shareColumn(
      'gpu_utilisation',
      { en: 'Share of rentable GPU capacity in use', zh: '可租 GPU 的使用率' },
      read('gpuUtilisation'),
    ),
    numberColumn(
      'gpu_lead_time_months',
      'months',
      4,
      { en: 'Wait for GPU capacity', zh: '获得 GPU 的等待时间' },
      read('gpuLeadTimeMonths'),
      { minimum: 0 },
    ),
    numberColumn(
      'wage_index',
      'index',
      6,
      { en: 'Wages of scarce talent; 1 is the starting level', zh: '稀缺人才的工资指数；1 为初始水平' },
      read('wageIndex'),
      { minimum: 0 },
    ),
    usdColumn(
      'dry_powder_usd',
      { en: 'Money committed to funds and not yet invested', zh: '基金已募集而未投出的资金' },
      read('dryPowderUsd'),
    ),
    usdColumn(
      'funding_usd',
      { en: 'Money raised by startups in the month', zh: '当月创业公司融资额' },
      read('fundingUsd'),
    ),
    integerColumn(
      'entrants',
      { en: 'Startups founded in the month', zh: '当月成立的公司数' },
      read('entrants'),
    ),
    integerColumn(
      'closures',
      { en: 'Startups closed in the month', zh: '当月倒闭的公司数' },
      read('closures'),
    ),
    shareColumn(
      'adoption',
      { en: "Share of customers' potential in production", zh: '客户潜在需求中已投入生产使用的份额' },
      read('adoption'),
    ),
    numberColumn(
      'price_to_fundamental',
      'ratio',
      6,
      { en: 'Sector price index over its fundamental', zh: '行业价格指数与其基本面之比' },
      read('priceToFundamental'),
      { minimum: 0 },
    ),
    numberColumn(
      'price_index',
      'index',
      6,
      { en: 'Value-weighted price of a share of the sector', zh: '行业每股价格的市值加权指数' },
      read('priceIndex'),
      { minimum: 0 },
    ),
    numberColumn(
      'fundamental_index',
      'index',
      6,
      { en: 'Fundamental value of a share of the sector', zh: '行业每股的基本面价值指数' },
      read('fundamentalIndex'),
      { minimum: 0 },
    ),
    numberColumn(
      'hires',
      'people',
      2,
      { en: 'People hired by startups in the month', zh: '当月创业公司招聘人数' },
      read('hires'),
      { minimum: 0 },
    ),
    numberColumn(
      'departures',
      'people',
      2,
      { en: 'People who left startups in the month', zh: '当月离开创业公司的人数' },
      read('departures'),
      { minimum: 0 },
    ),
    numberColumn(
      'mispricing',
      'log ratio',
      6,
      {
        en: 'ln(price / present value of what they later pay) of the companies private at the start of the month, at most ln 100; empty in the last 36 months',
        zh: '月初未上市公司的 ln(价格/日后支付的现值)，最高为 ln 100；最后 36 个月为空',
      },
      read('mispricing'),
      { nullable: true },
    ),
  ],
}
