import { drawLabelled } from '../cost/draw-labelled.ts'
import { wrapToWidth } from '../text/pad-text.ts'
import { makeStyle, type Style, type TextOptions } from '../text/style.ts'
import type { ChartAxis } from './chart-points.ts'
import { sayDeal } from './deal-messages.ts'
import { usdText } from './deal-numbers.ts'
import type { DealReport } from './deal-report.ts'
import { drawBreakpoints } from './draw-breakpoints.ts'
import { drawChart } from './draw-chart.ts'
import { drawField } from './draw-field.ts'
import { drawClassPayouts, drawHolderPayouts, drawMultiples, drawRates } from './draw-payouts.ts'
import { drawStage } from './draw-stage.ts'
import { soldAfter } from './sold-after.ts'
import { drawValues } from './draw-values.ts'

/** How the page is to look, and what only the command knows. */
export interface DealTextOptions extends TextOptions {
  readonly axis: ChartAxis
  /** Commands to try next; left out if empty. */
  readonly next?: readonly string[]
}

const drawTitle = ({ deal, headline }: DealReport, style: Style): readonly string[] => {
  const { lang } = style
  const count = deal.rounds.length
  const rounds =
    count === 1
      ? sayDeal(lang, 'oneRound')
      : sayDeal(lang, count === 0 ? 'noRounds' : 'rounds', { count: String(count) })
  const words = [
    deal.name,
    rounds,
    ...(headline === null
      ? []
      : [sayDeal(lang, 'headline', { value: usdText(headline.postMoneyUsd, lang) })]),
  ]
  const title = style.paint('bold', sayDeal(lang, 'title'))
  return wrapToWidth(`${title}   ${words.join(lang === 'zh' ? '，' : ', ')}`, style.width)
}

const drawNext = (next: readonly string[], style: Style): readonly string[] =>
  next.flatMap((command, index) =>
    drawLabelled(index === 0 ? sayDeal(style.lang, 'next') : '', command, style),
  )

/** The page of a deal: cap tables, payouts, breakpoints, fair values, football field, returns and a chart; ends with a line feed. */
export const renderDeal = (report: DealReport, options: DealTextOptions): string => {
  const style = makeStyle(options)
  const sections = [
    drawTitle(report, style),
    ...report.history.stages.map((stage, at) => drawStage(stage, soldAfter(report.history, at), style)),
    drawClassPayouts(report, style),
    drawChart(report, options.axis, style),
    drawBreakpoints(report, style),
    drawValues(report, style),
    drawField(report, style),
    drawHolderPayouts(report, style),
    drawMultiples(report, style),
    drawRates(report, style),
    drawNext(options.next ?? [], style),
  ].filter((lines) => lines.length > 0)
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`
}
