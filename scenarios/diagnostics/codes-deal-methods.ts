import type { CodeEntry } from './code-entry.ts'

const both = (en: string, zh: string): { readonly en: string; readonly zh: string } => ({ en, zh })

/** F138, F243-F246: methods of the football field of a deal file. */
export const dealMethodCodes: Readonly<Record<string, CodeEntry>> = {
  F138: {
    severity: 'error',
    title: both('valuation method without its number', '估值方法缺少关键数字'),
    explanation: both(
      'The method needs one of these numbers and takes any of them: give the one that you know. A plus sign joins fields that belong together.',
      '该方法须给出下列数字之一：请给出已知的一项。加号连接须同时给出的字段。',
    ),
    message: both('`{name}` needs one of {fields}', '`{name}` 须给出下列之一：{fields}'),
    label: both('add one of {fields}', '请添加：{fields}'),
  },
  F243: {
    severity: 'error',
    title: both('later round out of order', '后续轮次时间有误'),
    explanation: both(
      'Later rounds stand in order of time, in years from today, and none comes after the exit.',
      '后续轮次按时间先后排列，以距今年数表示，且不晚于退出。',
    ),
    message: both(
      'a later round in year {year} is not between {from} and the exit in {to}',
      '后续轮次在第 {year} 年，不在第 {from} 年与第 {to} 年退出之间',
    ),
    label: both('between {from} and {to}', '应在 {from} 与 {to} 之间'),
  },
  F244: {
    severity: 'error',
    title: both('later rounds take the whole company', '后续轮次占尽公司'),
    explanation: both(
      'An investor who puts in A and requires a return r over t years must own A (1 + r)^t of the value at the exit. The later rounds together come to the whole company or more: lower their amounts, or raise the value at the exit.',
      '投入 A 且要求年回报 r 的投资人，t 年后须占退出价值中的 A (1 + r)^t。各后续轮次合计已达到或超过全部：请减少金额，或提高退出价值。',
    ),
    message: both(
      'the later rounds need {share} of the {exit} at the exit',
      '后续轮次须占退出价值 {exit} 的 {share}',
    ),
    label: both('must stay below 100%', '须低于 100%'),
  },
  F245: {
    severity: 'error',
    title: both('growth not below the discount rate', '增长率不低于折现率'),
    explanation: both(
      'Flows that grow for ever as fast as they are discounted have no finite value. Growth for ever above that of the economy (2-4 % a year) is hard to defend.',
      '永续增长率不低于折现率时，现值为无穷大。永续增长率高于经济增速（每年 2-4%）难以成立。',
    ),
    message: both(
      'a growth of {growth} for ever is not below the discount rate {discount}',
      '永续增长率 {growth} 不低于折现率 {discount}',
    ),
    label: both('must be below {discount}', '须低于 {discount}'),
  },
  F246: {
    severity: 'error',
    title: both('multiples out of order', '倍数次序有误'),
    explanation: both(
      'low, mid and high are three multiples of which none is below the one before.',
      'low、mid、high 三个倍数依次不减。',
    ),
    message: both('`{path}` is below the multiple before it', '`{path}` 低于前一倍数'),
    label: both('low, mid, high must not fall', 'low、mid、high 不得递减'),
  },
}
