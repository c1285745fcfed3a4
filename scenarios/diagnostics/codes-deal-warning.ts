import type { CodeEntry } from './code-entry.ts'

const both = (en: string, zh: string): { readonly en: string; readonly zh: string } => ({ en, zh })

/** F321-F323: what is odd in a deal file. The deal is worked out all the same. */
export const dealWarningCodes: Readonly<Record<string, CodeEntry>> = {
  F321: {
    severity: 'warning',
    title: both('pool said in two ways', '期权池有两种说法'),
    explanation: both(
      '`target` says what share of the company the pool is to be after the round, `add` how many options are added. Where both are there the larger increase applies: `add` is the least that is added.',
      '`target` 为本轮后期权池占公司的比例，`add` 为新增的期权数。两者都写时取增加较多者，即至少新增 `add`。',
    ),
    message: both(
      '`{name}`: the pool has a `target` and an `add`; whichever adds more options applies',
      '`{name}`：期权池既有 `target` 又有 `add`，取新增期权较多者',
    ),
    label: both('leave one of them out', '请去掉其一'),
  },
  F322: {
    severity: 'warning',
    title: both('part of a share', '不足一股'),
    explanation: both(
      'Shares are issued whole. The calculation goes on with the fraction; tables show it rounded.',
      '股份以整股发行。计算照小数进行，表格中四舍五入显示。',
    ),
    message: both(
      '{security}: {value} is no whole number of shares; it is shown rounded',
      '{security}：{value} 不是整数股，显示时四舍五入',
    ),
    label: both('not whole', '不是整数'),
  },
  F323: {
    severity: 'warning',
    title: both('note past its maturity', '可转债已到期'),
    explanation: both(
      'A note that is not paid back on the day it falls due is extended, or the company is in default. The calculation goes on as if it were extended on the same terms: interest runs on, and it converts in the next round or is paid at the exit.',
      '到期未偿还的可转债要么展期，要么公司违约。计算按原条款展期处理：利息继续计算，于下一轮转换或于退出时偿还。',
    ),
    message: both(
      '`{name}` falls due on {maturity}, before {event} on {date}; interest runs on, as if it were extended',
      '`{name}` 于 {maturity} 到期，早于 {date} 的 {event}；按展期处理，利息继续计算',
    ),
    label: both('before {date}', '早于 {date}'),
  },
}
