import type { Language, Text } from './language.ts'

/**
 * Every word of the text output, in every language; `{name}` is filled in. Terms follow the glossary of the book:
 * 泡沫, 破裂, 金矿, 投后估值.
 */
export const messages = {
  'done.runs': { en: '{runs} runs', zh: '{runs} 次运行' },
  'done.elapsed': { en: 'in {time}', zh: '用时 {time}' },
  'done.horizon': { en: '{months} months', zh: '{months} 个月' },
  'done.seed': { en: 'seed {seed}', zh: '种子 {seed}' },
  'done.id': { en: 'id {id}', zh: '编号 {id}' },
  'failed.runs': {
    en: '{count} runs failed and are left out of every number; runs.csv says why',
    zh: '{count} 次运行失败，不计入以下任何数字；原因见 runs.csv',
  },

  'column.estimate': { en: 'estimate', zh: '估计值' },
  'column.interval': { en: '95% interval', zh: '95% 区间' },
  'column.survivors': { en: 'survivors only', zh: '仅存活者' },
  'column.all': { en: 'all startups', zh: '全部公司' },
  'column.allRuns': { en: 'all runs', zh: '全部运行' },
  'column.moic': { en: 'money multiple', zh: '回报倍数' },
  'column.age': { en: 'age', zh: '年龄(月)' },
  'column.month': { en: 'month', zh: '月份' },
  'column.standing': { en: 'standing', zh: '存活' },
  'column.leftOut': {
    en: 'no room for: {columns} (a wider window or --plain shows all)',
    zh: '未显示的列：{columns}（放宽窗口或用 --plain 查看）',
  },

  'outcome.private': { en: 'private', zh: '未上市' },
  'outcome.closed': { en: 'closed', zh: '倒闭' },
  'outcome.acquiHired': { en: 'acqui-hired', zh: '人才收购' },
  'outcome.acquired': { en: 'acquired', zh: '被收购' },
  'outcome.listed': { en: 'listed', zh: '上市' },

  'verdict.title': { en: 'BUBBLE OR GOLD MINE?', zh: '泡沫还是金矿？' },
  'verdict.goldMine': { en: 'gold mine', zh: '金矿' },
  'verdict.productiveBubble': { en: 'productive bubble', zh: '有产出的泡沫' },
  'verdict.barrenBubble': { en: 'barren bubble', zh: '无产出的泡沫' },
  'verdict.dud': { en: 'dud', zh: '平淡无果' },
  'verdict.goldMine.meaning': { en: 'no crash, value left', zh: '没有崩盘，留下价值' },
  'verdict.productiveBubble.meaning': { en: 'crash, value left', zh: '崩盘，但留下价值' },
  'verdict.barrenBubble.meaning': { en: 'crash, little left', zh: '崩盘，所剩无几' },
  'verdict.dud.meaning': { en: 'no crash, little left', zh: '没有崩盘，也所剩无几' },
  'verdict.sure': {
    en: 'Almost surely a {verdict}: {runs} runs in 100.',
    zh: '几乎可以肯定是{verdict}：每 100 次运行中有 {runs} 次。',
  },
  'verdict.likely': {
    en: 'More likely a {verdict} than not: {runs} runs in 100.',
    zh: '多半是{verdict}：每 100 次运行中有 {runs} 次。',
  },
  'verdict.leading': {
    en: 'Open: a {verdict} is the likeliest answer ({runs} runs in 100), a {second} the next ({secondRuns}).',
    zh: '尚无定论：最可能是{verdict}（每 100 次运行中 {runs} 次），其次是{second}（{secondRuns} 次）。',
  },
  'verdict.open': {
    en: 'Open: a {verdict} ({runs} runs in 100) and a {second} ({secondRuns}) cannot be told apart.',
    zh: '尚无定论：{verdict}（每 100 次运行中 {runs} 次）与{second}（{secondRuns} 次）难分高下。',
  },
  'verdict.collapse': {
    en: 'Prices collapse in {runs} runs of 100.',
    zh: '每 100 次运行中有 {runs} 次价格崩盘。',
  },
  'verdict.residual': {
    en: 'In the median run a dollar put in leaves {value} of value.',
    zh: '在中位的一次运行里，每投入 1 美元留下 {value} 的价值。',
  },
  'verdict.none': {
    en: 'No run came to its end: there is no verdict.',
    zh: '没有一次运行完成，无法给出结论。',
  },

  'gates.title': { en: 'GATES', zh: '关口' },
  'gates.unknown': { en: 'not measured', zh: '无从测得' },

  'survival.title': { en: 'STILL STANDING, BY AGE', zh: '存活率（按公司年龄）' },
  'survival.at': { en: 'at {months} months', zh: '{months} 个月时' },
  'outcomes.title': { en: 'STARTUPS AT MONTH {month}', zh: '第 {month} 个月时的公司' },
  'value.title': { en: 'VALUE OF A STARTUP AT MONTH {month}', zh: '第 {month} 个月时一家公司的价值' },
  'value.mean': { en: 'mean', zh: '均值' },
  'value.top': { en: 'the top 1% hold', zh: '最大的 1% 占有' },
  'value.fair': { en: 'fair value, P50', zh: '公允价值 P50' },
  'returns.title': { en: 'MONEY BACK, PER ROUND', zh: '每轮融资的回报' },
  'returns.moic': { en: 'money multiple, {percentile}', zh: '回报倍数 {percentile}' },
  'returns.mean': { en: 'money multiple, mean', zh: '回报倍数均值' },
  'returns.loss': { en: 'lose money, under 1x', zh: '亏本，不足 1 倍' },
  'returns.three': { en: 'return 3x or more', zh: '回报 3 倍以上' },
  'funds.title': { en: 'FUNDS, AFTER FEES, BEFORE CARRY', zh: '基金（扣除管理费，未扣业绩分成）' },
  'funds.tvpi': { en: 'TVPI, {quartile}', zh: 'TVPI {quartile}' },
  'funds.dpi': { en: 'DPI, {quartile}', zh: 'DPI {quartile}' },
  'funds.irr': { en: 'IRR a year, {quartile}', zh: '年化 IRR {quartile}' },
  'funds.pooled': { en: 'TVPI of all funds together', zh: '全部基金合计 TVPI' },
  'headline.title': { en: 'HEADLINE ABOVE FAIR VALUE', zh: '名义估值高于公允价值' },
  'headline.unicorns': { en: 'rounds at $1B or more, mean', zh: '10 亿美元以上轮次，均值' },
  'headline.rounds': { en: 'all rounds, mean', zh: '全部轮次，均值' },
  'headline.note': {
    en: 'fair value: what all contracts are worth together if the new series is worth its price (Gornall and Strebulaev)',
    zh: '公允价值：设新系列恰值其价，全部合同合计的价值（Gornall 与 Strebulaev）',
  },
  'classes.title': { en: 'WORTH OF EACH CLASS NOW', zh: '各类股份当前价值' },
  'classes.proceeds': { en: 'paid in the end: P10, P50, P90', zh: '最终所得：P10、P50、P90' },
  'classes.total': { en: 'all together', zh: '合计' },
  'classes.headline.ask': { en: 'asked pre-money above that', zh: '要价投前估值高出' },
  'classes.headline.last_round': { en: 'last post-money above that', zh: '最近投后估值高出' },
  'classes.headline.none': { en: 'headline above that', zh: '名义估值高出' },
  'table.returns': { en: 'RETURNS AT MONTH {month}', zh: '第 {month} 个月的回报' },
  'market.title': { en: 'MARKET', zh: '市场' },
  'market.collapse': { en: 'prices and funding collapse', zh: '价格与融资崩盘' },
  'market.drawdown': { en: 'largest price fall, median', zh: '价格最大跌幅，中位数' },
  'market.mispricing': { en: 'peak price / value, median', zh: '最高价格/价值，中位数' },
  'market.residual': { en: 'value left per dollar, median', zh: '每美元留下的价值，中位数' },
  'market.invested': { en: 'invested in a run, mean', zh: '每次运行的投资额，均值' },
  'market.startups': { en: 'startups in a run, mean', zh: '每次运行的公司数，均值' },
  'compute.title': { en: 'COMPUTE', zh: '算力' },
  'compute.hours': { en: 'GPU-hours in a run, mean', zh: '每次运行的 GPU 小时，均值' },
  'compute.spend': { en: 'spent on GPUs in a run, mean', zh: '每次运行的 GPU 支出，均值' },
  'compute.share': { en: 'share of all costs', zh: '占总成本的份额' },

  'company.standing': { en: 'still standing, month {month}', zh: '第 {month} 个月存活' },
  'company.value': { en: 'value at month {month}, {percentile}', zh: '第 {month} 个月的价值 {percentile}' },
  'company.valueMean': { en: 'value at month {month}, mean', zh: '第 {month} 个月的价值均值' },
  'company.top': { en: 'the top 1% of runs hold', zh: '最大的 1% 运行占有' },
  'company.runway': { en: 'runway at month 12, median', zh: '第 12 个月的现金跑道，中位数' },
  'company.nextRound': { en: 'closes another round', zh: '完成下一轮融资' },
  'company.nextAmount': { en: 'size of that round, median', zh: '该轮融资额，中位数' },
  'company.nextPost': { en: 'its post-money, median', zh: '该轮投后估值，中位数' },
  'company.fundamental': { en: 'fundamental value now, P50', zh: '当前基本面价值 P50' },
  'company.below': { en: 'worth less than the ask', zh: '期末价值低于要价' },
  'company.moic': { en: 'money multiple at ask, {percentile}', zh: '按要价投资的回报倍数 {percentile}' },
  'company.ask': {
    en: 'ask price {ask} sits at {all} of all runs, {survivors} of survivors',
    zh: '要价 {ask} 位于全部运行的 {all}、存活者的 {survivors}',
  },
  'company.askMultiple': {
    en: '{ask} is {multiple} ARR; listed companies start at {market} in this scenario',
    zh: '{ask} 为 ARR 的 {multiple}；本情景中上市公司起始市销率为 {market}',
  },
  'unit.months': { en: '{value} m', zh: '{value} 个月' },

  'table.survival': { en: 'SURVIVAL', zh: '存活率' },
  'table.valuation': { en: 'VALUE AT MONTH {month}', zh: '第 {month} 个月的价值' },
  'table.sparkline': { en: 'standing, 0 to {last} months', zh: '存活率，0 至 {last} 个月' },
  'table.survival.note': {
    en: 'standing = not closed, by Kaplan-Meier: startups that are sold or listed leave the count (an acqui-hire too). The columns at the right count them: what has become of startups by that age. Rounded.',
    zh: '存活 = 未倒闭（Kaplan-Meier 估计）：被收购（含人才收购）或上市的公司退出计数；右侧各列则计入它们，表示到该年龄时公司的去向。数字已舍入。',
  },
  'table.survival.companyNote': {
    en: 'standing = not closed; an acqui-hire counts as standing. Shares of runs. Rounded.',
    zh: '存活 = 未倒闭；人才收购计为存活。数字为运行的份额，已舍入。',
  },
  'table.valuation.note': {
    en: 'value = 0 if closed, proceeds if sold or listed, last post-money if private (fair value where there was no round)',
    zh: '价值：倒闭为 0；出售或上市为所得；未上市为最近投后估值（从未融资则为公允价值）',
  },
  'table.meanMedian': {
    en: 'the mean is {times} times the median; the top 1% hold {share} of all value',
    zh: '均值是中位数的 {times} 倍；最大的 1% 占有全部价值的 {share}',
  },
  'table.meanOnly': { en: 'the top 1% hold {share} of all value', zh: '最大的 1% 占有全部价值的 {share}' },
  'table.count': { en: 'n {count}', zh: 'n {count}' },
  'table.loseMoney': { en: '{share} lose money', zh: '{share} 亏本' },
  'table.threeOrMore': { en: '{share} return 3x or more', zh: '{share} 回报 3 倍以上' },
  next: { en: 'next', zh: '接着' },
} as const satisfies Readonly<Record<string, Text>>

export type MessageKey = keyof typeof messages

/**
 * A message with its blanks filled in.
 *
 * @example say('en', 'done.seed', { seed: '42' }) // => 'seed 42'
 */
export const say = (lang: Language, key: MessageKey, values: Readonly<Record<string, string>> = {}): string =>
  messages[key][lang].replace(/\{(\w+)\}/gu, (blank, name: string) => values[name] ?? blank)
