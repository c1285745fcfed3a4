import { fill } from '../cost/cost-messages.ts'
import type { Language, Text } from '../text/language.ts'

const both = (en: string, zh: string): Text => ({ en, zh })

/** Words of the classes that no name is given to. */
export const classNames = {
  common: both('common', '普通股'),
  option: both('options', '期权'),
  warrant: both('warrants', '认股权证'),
  promised: both('promised', '已承诺期权'),
  available: both('pool', '可用期权池'),
} as const satisfies Readonly<Record<string, Text>>

/** Words of what a class does at a breakpoint. */
export const changeNames = {
  preference: both('preference begins: {names}', '开始支付优先清算：{names}'),
  begins: both('begins to share: {names}', '开始分配：{names}'),
  paidBack: both('begins to be paid back: {names}', '开始偿还：{names}'),
  paidBackInFull: both('is paid back: {names}', '偿还完毕：{names}'),
  stops: both('preference is paid: {names}', '优先清算付清：{names}'),
  ratchet: both('ratchet begins: {names}', '开始支付上市保底：{names}'),
  ratchetPaid: both('ratchet is paid: {names}', '上市保底付清：{names}'),
  outgrows: both('shares are worth more than the ratchet: {names}', '股份价值超过上市保底：{names}'),
  capped: both('cap is reached: {names}', '达到上限：{names}'),
  converts: both('converts to common: {names}', '转换为普通股：{names}'),
  participates: both('shares beside its preference: {names}', '优先清算后继续参与分配：{names}'),
  exercises: both('is exercised: {names}', '行权：{names}'),
} as const satisfies Readonly<Record<string, Text>>
export type ChangeName = keyof typeof changeNames

/** Words of the ways to value a class. */
export const methodNames = {
  option_pricing: both('option pricing', '期权定价'),
  contract_based: both('contract-based', '合约法'),
  scenarios: both('scenarios', '情景加权'),
  venture_capital: both('venture capital', '风险投资法'),
  first_chicago: both('First Chicago', '第一芝加哥法'),
  discounted_cash_flow: both('discounted cash flow', '现金流折现'),
  comparables: both('comparables', '可比公司'),
} as const satisfies Readonly<Record<string, Text>>

/** All other words of the page; `{name}` is filled in. */
export const dealMessages = {
  title: both('DEAL', '交易'),
  rounds: both('{count} rounds', '{count} 轮融资'),
  oneRound: both('1 round', '1 轮融资'),
  noRounds: both('no round', '没有融资'),
  headline: both('{value} post-money', '投后估值 {value}'),
  startTable: both('CAP TABLE AT THE START', '初始股权结构'),
  stageTable: both('CAP TABLE AFTER {round}', '{round} 之后的股权结构'),
  roundPrice: both(
    'price {price}, pre-money {preMoney} + {amount} = post-money {postMoney}',
    '每股 {price}，投前 {preMoney} + {amount} = 投后 {postMoney}',
  ),
  roundOtherPrice: both(
    'price {price}, pre-money {preMoney}, new money {amount}, post-money {postMoney}',
    '每股 {price}，投前 {preMoney}，新资金 {amount}，投后 {postMoney}',
  ),
  convertingPart: both('converting {amount}', '转换 {amount}'),
  poolPart: both('pool {amount}', '期权池 {amount}'),
  holder: both('holder', '持有人'),
  class: both('class', '类别'),
  converted: both('{round} conv.', '{round} 转换'),
  fullyDiluted: both('fully diluted', '完全稀释'),
  share: both('share', '占比'),
  total: both('total', '合计'),
  convertibles: both('owed', '待转换'),
  joinedBefore: both('before it', '此前'),
  joinedAfter: both('after it', '此后'),
  joined: both('sold: {name} of {holder}, {amount}', '出售：{holder} 的 {name}，{amount}'),
  joinedOn: both('sold {date}: {name} of {holder}, {amount}', '{date} 出售：{holder} 的 {name}，{amount}'),
  convertibleOf: both('{name} of {holder}: {amount}', '{holder} 的 {name}：{amount}'),
  conversions: both('converted', '转换'),
  conversion: both(
    '{name}: {amount} at {price} {reason}: {shares} shares',
    '{name}：{amount}，每股 {price}（{reason}），得 {shares} 股',
  ),
  byCap: both('by its cap', '按估值上限'),
  byDiscount: both('by its discount', '按折扣'),
  byRoundPrice: both('at the price of the round', '按本轮价格'),
  onTermsOf: both('{reason}, on the terms of {name}', '{reason}，采用 {name} 的条款'),
  adjustments: both('adjusted', '反稀释'),
  adjustment: both(
    '{series}: conversion price {from} -> {to}, {shares} more common shares',
    '{series}：转换价 {from} -> {to}，多得 {shares} 股普通股',
  ),
  pool: both('pool', '期权池'),
  poolIncrease: both(
    '{shares} options added; {share} of the company is available after',
    '新增 {shares} 份；之后可用部分占 {share}',
  ),
  investors: both('investors', '投资人'),
  investor: both('{holder} {amount}', '{holder} {amount}'),
  proRataInvestor: both('{holder} {amount} pro rata', '{holder} 按比例 {amount}'),
  right: both('pro rata', '按比例'),
  rightLeft: both(
    '{holder} may buy {amount} ({share}) of the round and does not',
    '{holder} 可认购 {amount}（{share}），未行使',
  ),
  forced: both('pay to play', '不跟投'),
  forcedOf: both(
    '{shares} of {series} held by {holder} became {common} common shares',
    '{holder} 的 {shares} 股 {series} 转为 {common} 股普通股',
  ),
  declinedForNothing: both(
    '{holder} declines and has no pay-to-play shares: nothing converts',
    '{holder} 不跟投，但没有须跟投的股份：无需转换',
  ),
  secondary: both('sold', '老股转让'),
  sale: both(
    '{seller} sold {shares} of {security} to {buyer} at {price}',
    '{seller} 以每股 {price} 向 {buyer} 转让 {shares} 股 {security}',
  ),
  note: both('note', '说明'),
  payoutsByClass: both('PAYOUTS BY CLASS, US dollars', '各类别所得（美元）'),
  payoutsByHolder: both('PAYOUTS BY HOLDER, US dollars', '各持有人所得（美元）'),
  moicByHolder: both('MONEY MULTIPLE BY HOLDER', '各持有人的回报倍数'),
  returnByHolder: both('RATE OF RETURN A YEAR BY HOLDER', '各持有人的年化收益率'),
  paid: both('paid', '投入'),
  exitAt: both('exit at', '退出价格'),
  debt: both('debt', '债务'),
  costs: both('costs', '费用'),
  carveOut: both('carve-out', '管理层提成'),
  convertsMark: both('* converts to common', '* 转换为普通股'),
  paidAsListing: both('{prices}: listed, every series converts', '{prices}：上市，所有系列转换'),
  listingAsSale: both(
    '{prices}: the listing does not qualify, so each series chooses',
    '{prices}：上市不合格，各系列自行选择',
  ),
  listingVetoed: both(
    '{prices}: a series may veto this listing; shown is a sale at the price',
    '{prices}：有系列可否决此次上市；所示为以该价格出售',
  ),
  severalEquilibria: both(
    '{price}: several equilibria; who gains nothing by converting holds here. Also: {others}',
    '{price}：有多个均衡，此处转换无所得者不转换。其他：{others}',
  ),
  convertOnly: both('{names} convert', '{names} 转换'),
  nobodyConverts: both('nobody converts', '无人转换'),
  breakpoints: both('BREAKPOINTS', '分界点'),
  from: both('from', '起点'),
  event: both('what happens', '事项'),
  listingQualifies: both(
    'from here on the listing qualifies and every series converts; below, each chooses as in a sale',
    '由此起上市合格，所有系列转换；低于此价时各系列如同出售自行选择',
  ),
  listingVetoEnds: both(
    'from here on nobody may veto the listing and every series converts; below, {names} may, and a sale is shown',
    '由此起无人可否决上市，所有系列转换；低于此价时 {names} 可否决，所示为出售',
  ),
  listingJumps: both('changes at once: {jumps}', '立即变动：{jumps}'),
  listingJump: both('{name} {amount}', '{name} {amount}'),
  nextDollar: both('next dollar', '其后每一美元'),
  nextDollarOf: both('each further dollar: {parts}', '其后每一美元：{parts}'),
  fairValue: both('FAIR VALUE, US dollars a share', '公允价值与名义估值（每股美元）'),
  noFairValue: both(
    'none: no shares were priced yet, so there is no price to solve back from and no headline to compare',
    '无：尚无定价发行的股份，没有可倒推的价格，也没有可比较的名义估值',
  ),
  headlineColumn: both('headline', '名义'),
  company: both('company', '全公司'),
  allShares: both('all shares', '全部股份'),
  owedClass: both('{name}, owed {amount}', '{name}，待转换 {amount}'),
  overvaluation: both('headline too high by', '名义估值高出'),
  undervaluation: both('headline too low by', '名义估值低于'),
  notValued: both('{method}: {reason}', '{method}：{reason}'),
  optionPricingNote: both(
    'option pricing: solved back from the newest round; volatility {volatility}, {years} years, risk-free {rate}',
    '期权定价：由最近一轮倒推；波动率 {volatility}，{years} 年，无风险利率 {rate}',
  ),
  contractBasedNote: both(
    'contract-based (Gornall-Strebulaev): exits at {exitRate} a year, volatility {volatility}',
    '合约法（Gornall-Strebulaev）：每年退出率 {exitRate}，波动率 {volatility}',
  ),
  scenariosNote: both(
    'scenarios: discounted at {discount} a year; debt, costs and carve-out are taken off their prices',
    '情景加权：年折现率 {discount}；价格中先扣除债务、费用、提成',
  ),
  equityNote: both(
    'option pricing and contract-based value the equity that is left after debt, costs and carve-out',
    '期权定价与合约法所估为扣除债务、费用、提成之后的股权',
  ),
  sharesNote: both(
    'the headline prices shares alone, so it is compared with all shares, not with SAFEs and notes',
    '名义估值只含股份，故与全部股份比较，不含 SAFE 与票据',
  ),
  dividendsNote: both(
    'dividends and interest run to the exit in option pricing and scenarios; contract-based, whose exit comes at a random time, has them as of now',
    '期权定价与情景加权中股息与利息计至退出；合约法的退出时间随机，故按当前数额',
  ),
  poolNote: both(
    'the available pool is paid nothing in option pricing and scenarios; contract-based pays it as shares, as its source does',
    '期权定价与情景加权不向可用期权池支付；合约法按其出处视同股份支付',
  ),
  laterNote: both(
    'values are those right after {round}; what was sold later is not in them',
    '所估为 {round} 刚完成时的价值，不含其后出售者',
  ),
  chart: both('WHO GETS WHAT PART OF THE EXIT', '退出价款的归属'),
  logAxis: both('exit price, log scale', '退出价格（对数刻度）'),
  linearAxis: both('exit price', '退出价格'),
  paidBefore: both('debt, costs, carve-out', '债务、费用、提成'),
  noRate: both('none', '无'),
  or: both(' or ', ' 或 '),
  next: both('next', '接着'),
} as const satisfies Readonly<Record<string, Text>>

export type DealMessageKey = keyof typeof dealMessages

/**
 * A message of the deal page.
 *
 * @example sayDeal('en', 'headline', { value: '$15M' }) // => '$15M post-money'
 */
export const sayDeal = (
  lang: Language,
  key: DealMessageKey,
  values: Readonly<Record<string, string>> = {},
): string => fill(dealMessages[key], lang, values)
