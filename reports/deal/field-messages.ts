import { fill } from '../cost/cost-messages.ts'
import type { Language, Text } from '../text/language.ts'

const both = (en: string, zh: string): Text => ({ en, zh })

/** Words of what comparable companies are compared by. */
export const metricNames = {
  arr: both('ARR', 'ARR'),
  revenue: both('revenue', '收入'),
  gross_profit: both('gross profit', '毛利'),
  ebitda: both('EBITDA', 'EBITDA'),
  net_income: both('net income', '净利润'),
} as const satisfies Readonly<Record<string, Text>>

/** Words of the football field. */
export const fieldMessages = {
  title: both('FOOTBALL FIELD, value of the company', '估值区间图（公司价值）'),
  headline: both('headline {value}', '名义估值 {value}'),
  newestRound: both('post-money of {series}', '{series} 投后估值'),
  method: both('method', '方法'),
  low: both('low', '低'),
  base: both('base', '中'),
  high: both('high', '高'),
  assumption: both('assumption', '假设'),
  range: both('low {low}, base {base}, high {high}', '低 {low} 中 {base} 高 {high}'),
  solvedBack: both('solved back from the newest round', '由最近一轮倒推'),
  contracts: both('exits at {exitRate} a year', '每年退出率 {exitRate}'),
  scenarioCount: both('{count} scenarios', '{count} 种情景'),
  oneScenario: both('1 scenario', '1 种情景'),
  exitAt: both('exit at {value} in {years} years', '{years} 年后退出价值 {value}'),
  exitOf: both('{value} ({metric} {amount} at {multiple})', '{value}（{metric} {amount} × {multiple}）'),
  kept: both('later rounds leave {share}', '后续轮次后保留 {share}'),
  flows: both('{count} flows at {discount} a year', '{count} 期现金流，年折现率 {discount}'),
  oneFlow: both('1 flow at {discount} a year', '1 期现金流，年折现率 {discount}'),
  midYear: both('in mid-year', '年中到账'),
  netDebt: both('less net debt {amount}', '减净债务 {amount}'),
  netCash: both('plus net cash {amount}', '加净现金 {amount}'),
  multiple: both('{metric} {amount} at {from} to {to}', '{metric} {amount}，倍数 {from} 至 {to}'),
  quartiles: both('quartiles of {count} multiples', '{count} 个倍数的四分位数'),
  oneMultiple: both('1 multiple', '1 个倍数'),
  required_return: both('required return {from} to {to} a year', '要求年回报 {from} 至 {to}'),
  discount: both('discount {from} to {to} a year', '年折现率 {from} 至 {to}'),
  growth: both('then growth of {from} to {to} a year', '此后年增长 {from} 至 {to}'),
  exit_multiple: both('then sold at {from} to {to} {amount}', '此后以 {amount} 的 {from} 至 {to} 出售'),
  volatility: both('volatility {from} to {to}', '波动率 {from} 至 {to}'),
} as const satisfies Readonly<Record<string, Text>>

export type FieldMessageKey = keyof typeof fieldMessages

/**
 * A message of the football field.
 *
 * @example sayField('en', 'headline', { value: '$15M' }) // => 'headline $15M'
 */
export const sayField = (
  lang: Language,
  key: FieldMessageKey,
  values: Readonly<Record<string, string>> = {},
): string => fill(fieldMessages[key], lang, values)
