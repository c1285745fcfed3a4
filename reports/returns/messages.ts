import type { Language, Text } from '../text/language.ts'

const messages = {
  title: { en: 'RETURNS', zh: '回报' },
  rows: { en: '{rows} rows, {first} to {last}', zh: '{rows} 行，{first} 至 {last}' },
  name: { en: 'name', zh: '名称' },
  all: { en: 'all together', zh: '合计' },
  flows: { en: 'cash flows', zh: '现金流' },
  paidIn: { en: 'paid in', zh: '已缴' },
  received: { en: 'received', zh: '已收' },
  held: { en: 'held', zh: '持有' },
  moic: { en: 'MOIC', zh: '总倍数' },
  dpi: { en: 'DPI', zh: 'DPI' },
  rvpi: { en: 'RVPI', zh: 'RVPI' },
  irr: { en: 'IRR', zh: 'IRR' },
  ksPme: { en: 'KS-PME', zh: 'KS-PME' },
  directAlpha: { en: 'alpha', zh: 'alpha' },
  year: { en: 'year', zh: '年份' },
  cumulative: { en: 'net so far', zh: '累计净额' },
  noRate: { en: 'none', zh: '无' },
  notInvested: { en: 'not invested', zh: '未投资' },
  notValued: { en: 'not valued', zh: '未估值' },
  anyRate: { en: 'any', zh: '任意' },
  severalRates: { en: '{count} rates', zh: '{count} 个' },
  overMost: { en: '> 10,000%', zh: '> 10,000%' },
  sayOf: { en: '{name}: {what}', zh: '{name}：{what}' },
  sayAlpha: { en: 'direct alpha: {what}', zh: 'direct alpha：{what}' },
  saySeveral: {
    en: 'several rates of return, each with a net present value of zero: {rates}. None of them alone is the return: go by the multiples',
    zh: '有多个使净现值为零的内部收益率：{rates}。任何一个都不能单独代表回报，请以倍数为准',
  },
  sayNone: {
    en: 'there is no rate of return: the net present value is zero at no rate. Go by the multiples',
    zh: '内部收益率不存在：没有任何利率能使净现值为零。请以倍数为准',
  },
  sayTotalLoss: {
    en: 'total loss: money was paid in, nothing came back and nothing is held (-100%)',
    zh: '全部损失：已缴款，分文未收，亦无持有（-100%）',
  },
  sayOnlyPaidIn: {
    en: 'only money paid in: nothing came back and nothing says what it is worth. Add a row of kind nav; 0 if it is lost',
    zh: '只有缴款：尚无回收，也未说明价值。请增加一行 kind 为 nav 的净值；若已损失写 0',
  },
  sayNothingInvested: {
    en: 'nothing invested: no money was paid in, so there is no return on it',
    zh: '未投资：没有缴款，谈不上回报',
  },
  sayAnyRate: {
    en: 'the flows of each day cancel: every rate fits, so none is the return',
    zh: '每日现金流相互抵消：任何利率都成立，故无回报可言',
  },
  sayTouches: {
    en: 'the net present value touches zero at {rates} without crossing it: a cent more or less makes two rates or none',
    zh: '净现值在 {rates} 处触零而不穿过：金额差一分即变为两个收益率或没有',
  },
  sayLoan: {
    en: 'money is received before any is paid in, as in a loan: a rate of return then also is a cost',
    zh: '先收款后缴款，如同借款：此时收益率也是成本',
  },
  sayIndexGaps: {
    en: '{count} flows or values have no level of the index on their day: no KS-PME and no direct alpha',
    zh: '{count} 笔现金流或净值当日没有指数点位：不计算 KS-PME 与 direct alpha',
  },
  unvalued: {
    en: 'without a nav, taken to hold nothing more: {names}',
    zh: '没有 nav、视为不再持有：{names}',
  },
  unused: { en: 'columns not used: {columns}', zh: '未使用的列：{columns}' },
  more: { en: 'and {count} more; --json has all', zh: '另有 {count} 项；--json 列出全部' },
  legend: {
    en: 'MOIC (TVPI of a fund) = (received + held) / paid in; DPI = received / paid in; RVPI = held / paid in; IRR a year of 365 days (ACT/365F, as XIRR)',
    zh: '总倍数 MOIC（基金为 TVPI）=（已收 + 持有）/ 已缴；DPI = 已收 / 已缴；RVPI = 持有 / 已缴；IRR 以 365 天为一年（ACT/365F，同 XIRR）',
  },
  legendIndex: {
    en: 'KS-PME above 1 and alpha above 0: better than the index with the same flows; alpha is a rate a year above it',
    zh: 'KS-PME 大于 1、alpha 大于 0 表示优于以相同现金流投资指数；alpha 为每年超额收益率',
  },
} as const satisfies Readonly<Record<string, Text>>

export type ReturnsWord = keyof typeof messages

/** A word or sentence with its blanks filled in. */
export const sayOf = (
  lang: Language,
  key: ReturnsWord,
  values: Readonly<Record<string, string>> = {},
): string => messages[key][lang].replace(/\{(\w+)\}/gu, (blank, name: string) => values[name] ?? blank)
