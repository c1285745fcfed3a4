import type { Spread } from '../../engine/cost/index.ts'
import { cellWidth } from '../../scenarios/index.ts'
import { renderBar } from '../text/draw.ts'
import { cutToWidth, padLeft, padRight } from '../text/pad-text.ts'
import { renderPercent } from '../text/render-share.ts'
import type { Style } from '../text/style.ts'
import { driverNames, fill, lineNames, sayCost } from './cost-messages.ts'
import { usdText } from './cost-numbers.ts'
import type { CostDriver, CostReport } from './cost-report.ts'

/** Cells of a column of money: Chinese amounts, such as US$1,200万, are wider. */
const moneyWidthOf = ({ lang }: Style): number => (lang === 'zh' ? 13 : 9)
const widestLabel = 46

/** A label, and P10, P50 and P90 at the right; in a narrow window the median alone. */
const drawMoney = (label: string, usd: Spread, style: Style): string => {
  const { p10, p50, p90 } = usdText(usd, style.lang)
  const shown = style.width < 60 ? [p50] : [p10, p50, p90]
  const moneyWidth = moneyWidthOf(style)
  const room = Math.max(0, Math.min(widestLabel, style.width - shown.length * moneyWidth))
  return padRight(cutToWidth(label, room), room) + shown.map((money) => padLeft(money, moneyWidth)).join('')
}

const drawTitles = (style: Style): string => {
  const shown = style.width < 60 ? ['P50'] : ['P10', 'P50', 'P90']
  const moneyWidth = moneyWidthOf(style)
  const room = Math.max(0, Math.min(widestLabel, style.width - shown.length * moneyWidth))
  const titles = shown.map((title) => padLeft(title, moneyWidth)).join('')
  return style.paint('bold', padRight(sayCost(style.lang, 'projectTitle'), room) + titles)
}

const drawDriver = ({ name, low, high, share }: CostDriver, style: Style): string => {
  const { lang } = style
  const label = padRight(fill(driverNames[name], lang), 16)
  const room = Math.max(4, Math.min(20, style.width - 48))
  const bar = padRight(renderBar(share, room, style.ascii), room)
  const ends = usdText({ p10: low, p50: low, p90: high }, lang).range
  const start = `  ${label} ${bar} ${padLeft(renderPercent(share, 0), 4)}`
  const line = `${start}   ${ends}`
  return cellWidth(line) <= style.width ? line : start
}

/** The project around the cheapest offer: with repeats, with the lines asked for, and what moves it. */
export const drawProject = ({ project, lines, drivers }: CostReport, style: Style): readonly string[] => {
  if (project === null) return []
  const { lang } = style
  const bill = lines.map(({ name, costUsd }) => drawMoney(`  ${fill(lineNames[name], lang)}`, costUsd, style))
  return [
    drawTitles(style),
    drawMoney(sayCost(lang, 'project', { gpu: project.gpu }), project.computeUsd, style),
    ...bill,
    ...(lines.length > 0 ? [drawMoney(sayCost(lang, 'total'), project.totalUsd, style)] : []),
    ...(drivers.length > 0
      ? [sayCost(lang, 'drivers'), ...drivers.map((driver) => drawDriver(driver, style))]
      : []),
  ]
}
