import type { Returns } from '../summarise/summary.ts'
import { padLeft, padRight } from './pad-text.ts'
import { renderBar } from './draw.ts'
import { shareBelowOf } from './market-blocks.ts'
import { say } from './messages.ts'
import { halfWidthOf, renderShareEstimate } from './render-estimate.ts'
import { percentDecimals, renderPercent } from './render-share.ts'
import type { Style } from './style.ts'

/** A bar of the chart: money multiples from `from` up to below `to`. */
interface Bucket {
  readonly label: string
  readonly from: number
  readonly to: number
}

/** Below 0.01 counts as nothing at all. */
const buckets: readonly Bucket[] = [
  { label: '0x', from: 0, to: 0.01 },
  { label: '0-1x', from: 0.01, to: 1 },
  { label: '1-3x', from: 1, to: 3 },
  { label: '3-10x', from: 3, to: 10 },
  { label: '10x+', from: 10, to: Number.POSITIVE_INFINITY },
]

const shareBelow = (returns: Returns, multiple: number): number => {
  if (multiple === 0) return 0
  return multiple === Number.POSITIVE_INFINITY ? 1 : (shareBelowOf(returns, multiple).estimate ?? 0)
}

/** All bars show as many digits as the error of the share that loses money supports. */
const decimalsOf = ({ lossShare }: Returns): number =>
  percentDecimals(lossShare.estimate ?? 0, halfWidthOf(lossShare))

/** What the bars mean, written beside two of them where there is room. */
const remarksFor = (returns: Returns, { lang, width }: Style): Readonly<Record<string, string>> => {
  if (width < 60) return {}
  const loss = renderShareEstimate(returns.lossShare).estimate
  const three = renderPercent(1 - shareBelow(returns, 3), decimalsOf(returns))
  return {
    '0-1x': say(lang, 'table.loseMoney', { share: loss }),
    '3-10x': say(lang, 'table.threeOrMore', { share: three }),
  }
}

/** Money multiples as bars, the zeros with a bar of their own; nothing where there were no rounds. */
export const drawMultiples = (returns: Returns, style: Style): readonly string[] => {
  if (returns.lossShare.estimate === null) return []
  const shares = buckets.map(({ from, to }) => shareBelow(returns, to) - shareBelow(returns, from))
  const largest = Math.max(...shares)
  const room = Math.max(4, Math.min(40, style.width - 42))
  const remarks = remarksFor(returns, style)
  const decimals = decimalsOf(returns)
  return buckets.map(({ label }, i) => {
    const bar = padRight(renderBar(shares[i] / largest, room, style.ascii), room)
    const share = padLeft(renderPercent(shares[i], decimals), 6)
    return `  ${padRight(label, 6)}${bar} ${share}    ${remarks[label] ?? ''}`.trimEnd()
  })
}
