import type { CodeEntry } from './code-entry.ts'

const both = (en: string, zh: string): { readonly en: string; readonly zh: string } => ({ en, zh })

/** F231-F242: values of a deal file. */
export const dealValueCodes: Readonly<Record<string, CodeEntry>> = {
  F231: {
    severity: 'error',
    title: both('negative shares', '股数为负'),
    explanation: both(
      'Nobody holds fewer shares than none. Shares sold by one holder to another go below `secondary:` of a round, shares bought back are left out.',
      '持股不能少于零。持有人之间的转让写在轮次的 `secondary:` 下，已回购的股份直接略去。',
    ),
    message: both('{security} cannot have {value} shares', '{security} 的股数不能为 {value}'),
    label: both('below 0', '小于 0'),
  },
  F232: {
    severity: 'error',
    title: both('not a date', '不是日期'),
    explanation: both(
      'The field takes one day of the calendar between 1970 and 2200, such as `2024-06-01`.',
      '该字段为 1970 至 2200 年间的某一天，例如 `2024-06-01`。',
    ),
    message: both('`{path}`: `{value}` is not a day of the calendar', '`{path}`：`{value}` 不是有效日期'),
    label: both('write it as 2024-06-01', '写法如 2024-06-01'),
  },
  F233: {
    severity: 'error',
    title: both('cap below the money raised', '估值上限低于所筹资金'),
    explanation: both(
      'A valuation cap is the value of the company, so it is above the money that it is put on. A post-money cap counts the SAFEs themselves: $2M raised at a post-money cap of $2M would buy the whole company.',
      '估值上限是公司的价值，应高于以其为准投入的资金。投后上限包含 SAFE 本身：以 200 万美元投后上限筹得 200 万美元等于买下整个公司。',
    ),
    message: both(
      '{name}: the cap {cap} is not above the {raised} raised at it',
      '{name}：估值上限 {cap} 未高于以其筹得的 {raised}',
    ),
    label: both('raise the cap above {raised}', '请将上限提高到 {raised} 以上'),
  },
  F234: {
    severity: 'error',
    title: both('SAFEs own everything', 'SAFE 占尽全部股权'),
    explanation: both(
      'A post-money SAFE owns its money divided by its cap (a note with its interest). Together they come to the whole company or more, which leaves nothing to the founders: raise caps or lower amounts.',
      '投后 SAFE 的持股比例为金额（可转债含利息）除以上限。合计已达到或超过全部股权，创始人一无所剩：请提高上限或减少金额。',
    ),
    message: both('{names} would own {share} of the company', '{names} 合计将占公司的 {share}'),
    label: both('nothing is left to the others', '其他人一无所剩'),
  },
  F235: {
    severity: 'error',
    title: both('pool too large', '期权池过大'),
    explanation: both(
      'The pool after the round and the part of the new investors come to the whole company or more, which leaves nothing to those who were there before.',
      '本轮后的期权池与新投资人的份额之和达到或超过全部股权，原有持有人一无所剩。',
    ),
    message: both(
      '`{name}`: a pool of {target} leaves nothing to those before; it must be below {left}',
      '`{name}`：{target} 的期权池使原有持有人一无所剩，须低于 {left}',
    ),
    label: both('not below {left}', '不低于 {left}'),
  },
  F236: {
    severity: 'error',
    title: both('holders do not add up', '持有人合计不符'),
    explanation: both(
      'The shares of the holders of a series are all of its shares. Correct one of them, or leave out the total.',
      '一个系列各持有人的股数之和即为其总股数。请更正其一，或略去总数。',
    ),
    message: both(
      '`{name}`: its holders have {held} shares of {shares}',
      '`{name}`：持有人合计 {held} 股，而总数为 {shares} 股',
    ),
    label: both('adds up to {held}', '合计 {held}'),
  },
  F237: {
    severity: 'error',
    title: both('sold more than held', '卖出超过持有'),
    explanation: both(
      'A secondary sale moves shares that the seller has: those of the start, less what was sold and plus what was bought before.',
      '二级转让只能转让卖方已持有的股份：期初持股减去此前卖出、加上此前买入。',
    ),
    message: both(
      '`{seller}` sells {value} shares of {security} and has {held}',
      '`{seller}` 卖出 {security} {value} 股，而仅持有 {held} 股',
    ),
    label: both('more than {held}', '超过 {held}'),
  },
  F238: {
    severity: 'error',
    title: both('participation cap below the preference', '参与上限低于优先清算额'),
    explanation: both(
      'A cap on participation is what a series gets in all without converting, its preference included, so it cannot be below the preference.',
      '参与上限是不转换时所得的总额，包含优先清算额，因此不能低于后者。',
    ),
    message: both(
      '`{name}`: a cap of {cap} is below the preference of {preference}',
      '`{name}`：参与上限 {cap} 低于优先清算额 {preference}',
    ),
    label: both('at least {preference}, or none, or full', '至少 {preference}，或 none、full'),
  },
  F239: {
    severity: 'error',
    title: both('probabilities do not sum to 1', '概率之和不为 1'),
    explanation: both(
      'The scenarios stand for everything that may happen, failure among it, so their probabilities sum to 100%.',
      '各情形涵盖一切可能（包括失败），其概率之和应为 100%。',
    ),
    message: both('the probabilities sum to {total}', '概率之和为 {total}'),
    label: both('must sum to 100%', '须为 100%'),
  },
  F240: {
    severity: 'error',
    title: both('discount of everything', '折扣过大'),
    explanation: both(
      "A discount lies below the whole price of the round's shares; 20% is the usual.",
      '折扣须低于本轮每股价格的 100%；通常为 20%。',
    ),
    message: both(
      '`{name}`: a discount of {discount} leaves no price',
      '`{name}`：{discount} 的折扣使价格不复存在',
    ),
    label: both('must be below 100%', '须低于 100%'),
  },
  F241: {
    severity: 'error',
    title: both('investors put in more than the round', '投资人出资超过本轮总额'),
    explanation: both(
      'What the named investors put in is part of the amount of the round; what is left comes from investors without a name. Raise the amount, or leave it out to take the sum.',
      '所列投资人的出资是本轮金额的一部分，其余来自未列名的投资人。请提高金额，或略去金额以取其和。',
    ),
    message: both(
      '`{name}`: the investors put in {given}, the round is {amount}',
      '`{name}`：投资人出资 {given}，而本轮金额为 {amount}',
    ),
    label: both('more than {amount}', '超过 {amount}'),
  },
  F242: {
    severity: 'error',
    title: both('round does not work out', '轮次无解'),
    explanation: both(
      'The numbers of the round are sound one by one, but together no price satisfies them: the money that converts at a discount, the pool and the new money leave nothing of the agreed value. Raise the value, or lower one of the others.',
      '本轮各项数字单独看均合理，但合在一起没有价格能满足：折价转换的资金、期权池和新增资金耗尽了约定的估值。请提高估值，或减少其他项。',
    ),
    message: both('`{name}` does not work out: {reason}', '`{name}` 无解：{reason}'),
    label: both('this round cannot be done', '本轮无法完成'),
  },
}
