import { cellWidth } from '../../scenarios/index.ts'
import { cutToWidth, padLeft, wrapToWidth } from '../text/pad-text.ts'
import { renderNumber } from '../text/render-number.ts'
import type { Style } from '../text/style.ts'
import { breakpointEvents, breakpointParts } from './breakpoint-text.ts'
import { sayDeal } from './deal-messages.ts'
import type { DealReport } from './deal-report.ts'

const narrow = 44

/** A price to the cent: a breakpoint is exact, and neighbours may be close. */
const exactUsd = (usd: number): string => renderNumber(usd, Math.round(100 * usd) % 100 === 0 ? 0 : 2)

/** Breakpoints, what happens at each, and where the next dollar goes. */
export const drawBreakpoints = ({ breakpoints, history }: DealReport, style: Style): readonly string[] => {
  if (breakpoints.length === 0) return []
  const { lang, width, paint } = style
  const prices = breakpoints.map(({ priceUsd }) => exactUsd(priceUsd))
  const priceWidth = Math.max(...prices.map((text) => cellWidth(text)))
  const isNarrow = width < narrow || priceWidth > width / 2
  const indent = isNarrow ? 2 : priceWidth + 2
  const lines = breakpoints.flatMap((point, index) => {
    const { classes } = history.atExit
    const texts = [
      ...breakpointEvents(point, history.atExit, lang),
      sayDeal(lang, 'nextDollarOf', { parts: breakpointParts(point, classes, lang) }),
    ]
    const wrapped = texts.flatMap((text) =>
      wrapToWidth(text, width - indent).map((line) => cutToWidth(line, width - indent)),
    )
    if (isNarrow) return [prices[index], ...wrapped.map((line) => `  ${line}`)]
    return wrapped.map((line, at) => `${padLeft(at === 0 ? prices[index] : '', priceWidth)}  ${line}`)
  })
  return [paint('bold', sayDeal(lang, 'breakpoints')), ...lines]
}
