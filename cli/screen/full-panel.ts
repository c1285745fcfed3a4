import {
  padLeft,
  padRight,
  renderBar,
  renderSparkline,
  thinOut,
  type Curve,
  type Estimate,
} from '../../reports/index.ts'
import { messagesIn } from '../text/messages.ts'
import { padLine, segment, type Line } from './line.ts'
import {
  barLine,
  hintLine,
  moneyWords,
  roughShareWords,
  shareTone,
  shareWords,
  titleLine,
  type PanelStyle,
} from './panel-parts.ts'
import type { PanelNumbers, PanelState } from './panel-state.ts'

/** Ages whose survival is shown. */
export const shownAges = [12, 36, 60, 120] as const

const leftColumn = 44

interface AgeRow {
  readonly months: number
  readonly share: Estimate
}

/** Survival at the ages that are shown, as far as the numbers go. */
export const survivalRows = ({ months, estimate, low, high }: Curve): readonly AgeRow[] =>
  shownAges.flatMap((age) => {
    const i = months.indexOf(age)
    const share = estimate[i] ?? null
    if (share === null) return []
    return [{ months: age, share: { estimate: share, low: low[i] ?? null, high: high[i] ?? null } }]
  })

const survivalLine = (row: AgeRow, style: PanelStyle): Line => {
  const words = messagesIn(style.language).panel
  const label = padLeft(words.month(row.months), 7)
  return [
    segment(` ${label}  `),
    segment(padRight(shareWords(row.share, style.ascii), 15), shareTone(row.share)),
    segment(renderBar(row.share.estimate ?? 0, 16, style.ascii)),
  ]
}

const valueLines = (numbers: PanelNumbers, style: PanelStyle): readonly Line[] => {
  const words = messagesIn(style.language).panel
  const { p10, p50, p90, mean, topOnePercentShare } = numbers.valuation.postMoneyUsd.all
  const top = words.topShare(roughShareWords(topOnePercentShare))
  const rows: readonly (readonly [string, Estimate, string])[] = [
    ['P10', p10, ''],
    ['P50', p50, ''],
    ['P90', p90, ''],
    [words.mean, mean, top],
  ]
  return rows.map(([label, value, note]) => [
    segment(padRight(label, 5)),
    segment(padLeft(moneyWords(value, style.language), 11)),
    segment(note === '' ? '' : `   ${note}`, 'dim'),
  ])
}

/** Two columns side by side: survival by age, and prices. */
const middleLines = (numbers: PanelNumbers, style: PanelStyle): readonly Line[] => {
  const words = messagesIn(style.language).panel
  const left = survivalRows(numbers.survival).map((row) => survivalLine(row, style))
  const right = valueLines(numbers, style)
  const count = Math.max(left.length, right.length)
  const heading: Line = [
    ...padLine([segment(` ${words.standing}`, 'strong'), segment(`  ${words.atAge}`, 'dim')], leftColumn),
    segment(words.value, 'strong'),
  ]
  const rows = Array.from({ length: count }, (_, i) => [
    ...padLine(left[i] ?? [], leftColumn),
    ...(right[i] ?? []),
  ])
  return [heading, ...rows]
}

const verdictLine = ({ verdict }: PanelNumbers, style: PanelStyle): Line => {
  const words = messagesIn(style.language).panel
  const shares = (['goldMine', 'productiveBubble', 'barrenBubble', 'dud'] as const).flatMap((name) => [
    segment(`   ${words[name]} `),
    segment(roughShareWords(verdict[name]), shareTone(verdict[name])),
  ])
  return [segment(` ${words.verdict}`, 'strong'), ...shares]
}

/** The study's own company: how likely it stands at some months, and what it is worth at the horizon. */
const companyLines = ({ company }: PanelNumbers, style: PanelStyle): readonly Line[] => {
  if (company === undefined) return []
  const words = messagesIn(style.language).panel
  const standing = survivalRows(company.survival)
    .slice(0, 3)
    .flatMap(({ months, share }) => [
      segment(`   ${words.month(months)} `),
      segment(shareWords(share, style.ascii).trimStart(), shareTone(share)),
    ])
  const worth = `   P50 ${moneyWords(company.valueUsd.all.p50, style.language)}`
  return [[], [segment(` ${company.name}`, 'strong'), ...standing, segment(worth)]]
}

const curveLine = ({ survival }: PanelNumbers, style: PanelStyle): Line => {
  const curve = renderSparkline(thinOut(survival.estimate, 40), 0, 1, style.ascii)
  const words = messagesIn(style.language).panel
  return [segment(` ${curve}  `), segment(words.survivalAxis(survival.months.at(-1) ?? 0), 'dim')]
}

/** The picture for windows of 76 x 20 and more: 13 lines, 15 with a company. */
export const fullPanel = (state: PanelState, style: PanelStyle): readonly Line[] => {
  const words = messagesIn(style.language).panel
  const facts = [words.months(state.horizonMonths), words.seed(state.seed), words.workers(state.workers)]
  const head = [titleLine(state, style, facts), barLine(state, style)]
  const foot = hintLine(state, style)
  if (state.numbers === null) return [...head, [], foot]
  const { numbers } = state
  return [
    ...head,
    [],
    ...middleLines(numbers, style),
    [],
    verdictLine(numbers, style),
    ...companyLines(numbers, style),
    [],
    curveLine(numbers, style),
    foot,
  ]
}
