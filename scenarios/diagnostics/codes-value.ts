import type { CodeEntry } from './code-entry.ts'

const both = (en: string, zh: string): { readonly en: string; readonly zh: string } => ({ en, zh })
const nothing = both('', '')

/** F2xx: values, units and limits. */
export const valueCodes: Readonly<Record<string, CodeEntry>> = {
  F201: {
    severity: 'error',
    title: both('not a quantity', '不是数量'),
    explanation: both(
      'The value is not a number with a unit. Magnitudes are k, M, B, T, 万, 亿; time is month or year; see the examples.',
      '值不是带单位的数。量级可用 k、M、B、T、万、亿；时间用 month 或 year（月、年）。',
    ),
    message: both('`{path}`: `{value}` is not a quantity', '`{path}`：`{value}` 不是数量'),
    label: both('not understood', '无法理解'),
    help: 'examples',
  },
  F202: {
    severity: 'error',
    title: both('not a finite number', '不是有限数'),
    explanation: both(
      'NaN and infinity are refused everywhere; so are numbers too large to hold.',
      '一律拒绝 NaN、无穷大以及过大的数。',
    ),
    message: both('`{path}` must be a finite number', '`{path}` 必须是有限数'),
    label: both('not finite', '不是有限数'),
    help: 'examples',
  },
  F203: {
    severity: 'error',
    title: both('outside the limits', '超出范围'),
    explanation: both(
      'Every field has hard limits beyond which the model has no meaning.',
      '每个字段都有硬性范围，超出后模型没有意义。',
    ),
    message: both('`{path}` must be between {min} and {max}', '`{path}` 必须在 {min} 与 {max} 之间'),
    label: both('{side}', '{side}'),
  },
  F204: {
    severity: 'error',
    title: both('not a whole number', '不是整数'),
    explanation: both(
      'The field counts things, months or runs, so it must be whole.',
      '该字段计数（人数、月数、次数），必须是整数。',
    ),
    message: both('`{path}` must be a whole number', '`{path}` 必须是整数'),
    label: both('not whole', '不是整数'),
  },
  F205: {
    severity: 'error',
    title: both('neither true nor false', '不是 true 或 false'),
    explanation: both(
      'The field is a yes or no: write `true` or `false`.',
      '该字段只能是 `true` 或 `false`。',
    ),
    message: both('`{path}` must be true or false', '`{path}` 必须是 true 或 false'),
    label: both('write true or false', '请写 true 或 false'),
  },
  F210: {
    severity: 'error',
    title: both('unit missing', '缺少单位'),
    explanation: both(
      'Units are written, never implied: a bare number for money or time is refused (0 needs no unit).',
      '单位必须写出：金额和时间不接受裸数字（0 除外）。',
    ),
    message: both('`{path}` needs a unit', '`{path}` 需要单位'),
    label: both('of what?', '单位是什么？'),
    help: 'examples',
  },
  F211: {
    severity: 'error',
    title: both('time unit missing', '缺少时间单位'),
    explanation: both(
      'A flow or a rate needs its time: `1.4%/month` and `1.4%/year` are very different. Growth is compounded between the two, other rates are scaled by 12.',
      '流量和比率需要时间单位：`1.4%/month` 与 `1.4%/year` 相差很大。增长率按复利换算，其他比率按 12 倍换算。',
    ),
    message: both('`{path}` needs a time unit', '`{path}` 需要时间单位'),
    label: both('per month or per year?', '每月还是每年？'),
    help: 'monthOrYear',
  },
  F212: {
    severity: 'error',
    title: both('unit does not fit', '单位不符'),
    explanation: both(
      'The unit measures something else than the field does (time for money, an amount for a flow, ...).',
      '所写单位与字段的量纲不符（例如给金额写了时间，给流量写了金额）。',
    ),
    message: both('the unit of `{value}` does not fit `{path}`', '`{value}` 的单位与 `{path}` 不符'),
    label: both('wrong unit', '单位不符'),
    help: 'examples',
  },
  F213: {
    severity: 'error',
    title: both('not US dollars', '不是美元'),
    explanation: both(
      'All money in froth is in US dollars, so that no exchange rate is hidden in a result. Convert the amount and say in `sources` at which rate and date.',
      '所有金额均为美元，结果中不隐含汇率。请自行换算，并在 `sources` 中注明汇率和日期。',
    ),
    message: both('`{path}` must be in US dollars', '`{path}` 必须以美元计'),
    label: both('another currency', '其他货币'),
    help: 'convertToUsd',
  },
  F214: {
    severity: 'error',
    title: both('`¥` is ambiguous', '`¥` 有歧义'),
    explanation: both(
      '`¥` may mean yuan or yen, which differ about twentyfold, and amounts must be in US dollars anyway.',
      '`¥` 可能是人民币或日元，相差约二十倍；而且金额须以美元计。',
    ),
    message: both('`¥` may be yuan or yen', '`¥` 可能是人民币或日元'),
    label: both('which currency?', '哪种货币？'),
    help: 'convertToUsd',
  },
  F215: {
    severity: 'error',
    title: both('distribution not understood', '无法理解的分布'),
    explanation: both(
      'An uncertain quantity is `{ low, mid, high }` (PERT), `{ p10, p50, p90 }`, or names its family: `{ family: uniform, low, high }`, `{ family: triangular, low, mid, high }`, `{ family: normal, mean, sd }`, `{ family: lognormal, median, sigma }`.',
      '不确定的数量可写成 `{ low, mid, high }`（PERT）、`{ p10, p50, p90 }`，或指明分布族：`{ family: uniform, low, high }`、`{ family: triangular, low, mid, high }`、`{ family: normal, mean, sd }`、`{ family: lognormal, median, sigma }`。',
    ),
    message: both('`{path}` is not a distribution that froth knows', '`{path}` 不是可识别的分布'),
    label: both('{reason}', '{reason}'),
    help: 'distributions',
  },
  F216: {
    severity: 'error',
    title: both('distribution out of order', '分布参数次序错误'),
    explanation: both(
      'The numbers of a distribution must rise (low <= mid <= high, p10 <= p50 <= p90, and the first below the last); a spread must be above 0.',
      '分布参数必须递增（low <= mid <= high，p10 <= p50 <= p90，且首项小于末项）；离散程度须大于 0。',
    ),
    message: both('`{path}` must satisfy {order}', '`{path}` 须满足 {order}'),
    label: both('out of order', '次序错误'),
  },
  F217: {
    severity: 'error',
    title: both('must be one number', '必须是单个数'),
    explanation: both(
      'Counts, months and the entries of lists cannot be uncertain: give one number.',
      '计数、月份以及列表中的项不能是分布：请给出单个数。',
    ),
    message: both('`{path}` takes one number, not a distribution', '`{path}` 只接受单个数，不接受分布'),
    label: both('give one number', '请给出一个数'),
    help: 'examples',
  },
  F218: {
    severity: 'error',
    title: both('more new money than value', '新增资金超过估值'),
    explanation: both(
      'Post-money is the value including the new money, so the amount must be below it.',
      '投后估值包含新增资金，因此融资额必须低于投后估值。',
    ),
    message: both(
      '`{path}` must be below `post_money` {postMoney}',
      '`{path}` 必须低于 `post_money` {postMoney}',
    ),
    label: both('not below post-money', '不低于投后估值'),
  },
  F219: {
    severity: 'error',
    title: both('beyond the horizon', '超出期限'),
    explanation: both(
      'The gate asks about a month that the study does not reach: raise `horizon` or lower the month.',
      '判据所问的月份超出了模拟期限：请增大 `horizon` 或减小月份。',
    ),
    message: both(
      'the gate looks {months} months ahead, the horizon is {horizon}',
      '判据要求 {months} 个月，而期限为 {horizon}',
    ),
    label: both('beyond the horizon', '超出期限'),
  },
  F220: {
    severity: 'error',
    title: both('not a text', '文本无效'),
    explanation: both('The field takes a short text on one line.', '该字段为一行短文本。'),
    message: both(
      '`{path}` must be a text of 1 to {max} characters on one line',
      '`{path}` 必须是 1 至 {max} 个字符的单行文本',
    ),
    label: nothing,
  },
}
