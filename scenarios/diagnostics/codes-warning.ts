import type { CodeEntry } from './code-entry.ts'

const both = (en: string, zh: string): { readonly en: string; readonly zh: string } => ({ en, zh })
const nothing = both('', '')

/** F3xx: warnings. The study runs; `allow: [CODE]` silences one. */
export const warningCodes: Readonly<Record<string, CodeEntry>> = {
  F305: {
    severity: 'warning',
    title: both('very high asking price', '要价极高'),
    explanation: both(
      'The asking post-money is more than 25 times annual recurring revenue. Private AI rounds were closed at 25 to 47 times in the boom that the calibration covers; public software trades at 5 to 8.',
      '要价的投后估值超过年度经常性收入的 25 倍。校准资料中，热潮期私有 AI 公司的融资倍数为 25 至 47 倍，公开市场软件公司为 5 至 8 倍。',
    ),
    message: both(
      '`post_money` {postMoney} is {multiple}x ARR',
      '`post_money` {postMoney} 是 ARR 的 {multiple} 倍',
    ),
    label: both('above 25x', '高于 25 倍'),
    help: 'allowWarning',
  },
  F306: {
    severity: 'warning',
    title: both('plan runs out of money', '资金不足的计划'),
    explanation: both(
      'At the present burn and margin the cash lasts less than 3 months and no round is asked for (`company.ask`). A raise takes longer than that, so most runs will end at once.',
      '按当前烧钱率和毛利，现金不足以支撑 3 个月，而且没有写明融资计划（`company.ask`）。融资通常更久，多数模拟会很快结束。',
    ),
    message: both(
      'cash {cash} lasts {months} months, and there is no `ask`',
      '现金 {cash} 只够 {months} 个月，且没有 `ask`',
    ),
    label: both('less than 3 months of runway', '现金跑道不足 3 个月'),
    help: 'allowWarning',
  },
  F307: {
    severity: 'warning',
    title: both('a market without one of its sides', '市场缺少一方'),
    explanation: both(
      'A multiplier of 0 removes customers, capital, compute, talent or entrants altogether. The study runs, and its result is as bleak as the assumption.',
      '倍数为 0 会完全去掉客户、资本、算力、人才或新进入者。模拟仍可运行，结果与假设一样极端。',
    ),
    message: both('`{path}` is 0: the market has none of it', '`{path}` 为 0：市场中完全没有这一方'),
    label: nothing,
    help: 'allowWarning',
  },
  F308: {
    severity: 'warning',
    title: both('shock after the horizon', '冲击晚于期限'),
    explanation: both(
      'The shock starts at or after the horizon, so it changes nothing.',
      '冲击开始于期限之后，不会产生任何影响。',
    ),
    message: both(
      'shock `{shock}` starts in month {month}, the horizon is {horizon}',
      '冲击 `{shock}` 始于第 {month} 个月，期限为 {horizon}',
    ),
    label: both('never happens', '不会发生'),
    help: 'allowWarning',
  },
}
