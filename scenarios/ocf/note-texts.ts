import type { Bilingual } from '../diagnostics/language.ts'

const both = (en: string, zh: string): Bilingual => ({ en, zh })

/** What is said of things left out or assumed, by kind; gaps as in the diagnostic codes. */
export const noteTexts = {
  object_not_used: both(
    '{count} × {type} not used: a deal has no place for it',
    '{count} 个 {type} 未使用：交易模型无法表达',
  ),
  fields_not_used: both('{type}: not used: {fields} ({count}×)', '{type}：未使用字段 {fields}（{count} 处）'),
  file_not_listed: both('`{name}` is not in the manifest, so it was left out', '`{name}` 不在清单中，已忽略'),
  md5_differs: both(
    '`{name}` has changed since the manifest was written (md5)',
    '`{name}` 在清单写成之后有改动（md5）',
  ),
  json_number: both(
    'numbers stand without quotes ({count}×); OCF writes them as decimal strings',
    '有 {count} 个数字未加引号；OCF 以十进制字符串书写数字',
  ),
  digits_lost: both(
    '`{value}` has more digits than are kept: read as {kept}',
    '`{value}` 位数过多，读作 {kept}',
  ),
  currency: both(
    'all amounts are in {currency}; where US dollars are printed, read {currency}',
    '所有金额均为 {currency}；凡显示美元处请读作 {currency}',
  ),
  name_changed: both(
    '`{name}` is there twice; this one is called `{renamed}`',
    '`{name}` 重复，此处改称 `{renamed}`',
  ),
  common_merged: both('all classes of common stock count as one: {names}', '各类普通股合并计算：{names}'),
  class_empty: both('`{name}` has no shares outstanding and is left out', '`{name}` 没有已发行股份，已略去'),
  prices_differ: both(
    '`{name}`: some shares were sold at another price than the {price} of the class, which counts',
    '`{name}`：部分股份的售价与该类别的 {price} 不同，以类别价格为准',
  ),
  terms_assumed: both(
    '`{name}`: OCF does not say whether it participates, nor its anti-dilution, dividends and pay-to-play; taken as non-participating, broad-based, without dividends and pay-to-play',
    '`{name}`：OCF 未说明是否参与分配、反稀释、股息和跟投条款；按不参与、广义加权平均、无股息、无跟投条款处理',
  ),
  protection_assumed: both(
    '`{name}`: OCF does not say its anti-dilution, dividends and pay-to-play; taken as broad-based, without dividends and pay-to-play',
    '`{name}`：OCF 未说明反稀释、股息和跟投条款；按广义加权平均、无股息、无跟投条款处理',
  ),
  preference_assumed: both(
    '`{name}` does not say its liquidation preference; taken as 1x',
    '`{name}` 未说明清算优先倍数；按 1 倍处理',
  ),
  conversion_assumed: both(
    '`{name}` does not say how it converts; taken as one share of common for each',
    '`{name}` 未说明转换方式；按一股换一股普通股处理',
  ),
  conversion_mismatch: both(
    '`{name}`: conversion price and ratio disagree; the ratio counts',
    '`{name}`：转换价格与转换比例不一致，以比例为准',
  ),
  seniority_ranked: both(
    'seniority is not in whole numbers; the order of the classes is kept as ranks 1, 2, ...',
    '优先级不是整数；保留先后次序，记为 1、2……',
  ),
  plan_over_granted: both(
    '`{name}`: more is granted than reserved by {shares} shares; its pool counts as empty',
    '`{name}`：授予超过预留 {shares} 股；期权池按空处理',
  ),
  pool_return_assumed: both(
    '`{name}` does not say what becomes of cancelled grants; they return to the pool',
    '`{name}` 未说明取消的授予如何处理；按退回期权池处理',
  ),
  warrant_unsized: both(
    'warrant `{name}` has no fixed number of shares and is left out',
    '认股权证 `{name}` 没有固定股数，已略去',
  ),
  right_on_preferred: both(
    '`{name}` buys preferred shares; taken as the common shares they convert into',
    '`{name}` 认购优先股；按其可转换的普通股计算',
  ),
  transfer_as_sale: both(
    'OCF does not say what {buyer} paid {holder} in a transfer; the price of the new issuance counts',
    'OCF 未说明 {buyer} 在转让中付给 {holder} 多少；以新发行的价格为准',
  ),
  price_assumed: both('`{name}` has no exercise price; taken as 0', '`{name}` 没有行权价，按 0 处理'),
  cash_settled: both(
    '`{name}` is paid in cash, not in shares; taken as options',
    '`{name}` 以现金结算；按期权处理',
  ),
  mechanism_unknown: both(
    '`{name}`: {mechanism} cannot be expressed; taken as having neither cap nor discount',
    '`{name}`：无法表达 {mechanism}；按无上限、无折扣处理',
  ),
  triggers_differ: both(
    '`{name}`: conversion terms differ by trigger; those of `{trigger}` count',
    '`{name}`：各触发条件的转换条款不同，以 `{trigger}` 的为准',
  ),
  cap_basis_assumed: both(
    '`{name}` does not say whether its cap is pre- or post-money; taken as {basis}',
    '`{name}` 未说明上限为投前或投后；按 {basis} 处理',
  ),
  rates_several: both(
    '`{name}`: of several interest rates the last, {rate}, counts for all its time',
    '`{name}`：有多个利率，全程按最后的 {rate} 计算',
  ),
  interest_paid_out: both(
    '`{name}`: its interest is paid out in cash, so none adds to what converts',
    '`{name}`：利息以现金支付，不计入转换金额',
  ),
  interest_periods: both(
    '`{name}`: interest runs by actual days over 365 and compounds once a year, not {convention}',
    '`{name}`：利息按实际天数/365 计算、每年复利一次，而非 {convention}',
  ),
  favours_assumed: both(
    '`{name}` is most favoured; it may take the terms of all sold later: {favours}',
    '`{name}` 为最惠证券；可取其后发行者的条款：{favours}',
  ),
  pro_rata_size: both(
    '`{name}`: the size of its pro-rata right, {size}, follows from what it holds instead',
    '`{name}`：按比例跟投权的规模 {size} 改由其持股计算',
  ),
} as const satisfies Readonly<Record<string, Bilingual>>

/** One kind of note. */
export type OcfNoteKind = keyof typeof noteTexts
