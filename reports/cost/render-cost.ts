import { wrapToWidth } from '../text/pad-text.ts'
import { makeStyle, type Style, type TextOptions } from '../text/style.ts'
import { sayCost } from './cost-messages.ts'
import { countText, flopText, numberText } from './cost-numbers.ts'
import type { CostReport } from './cost-report.ts'
import { describeAssumptions, describeWarning } from './describe-assumption.ts'
import { drawLabelled } from './draw-labelled.ts'
import { drawLater } from './draw-later.ts'
import { drawOfferDetail } from './draw-offer-detail.ts'
import { drawOffers } from './draw-offers.ts'
import { drawProject } from './draw-project.ts'
import { drawWaysToFit } from './draw-ways-to-fit.ts'

/** How the page is to look, and what only the command knows. */
export interface CostTextOptions extends TextOptions {
  /** Commands to try next; left out if empty. */
  readonly next?: readonly string[]
}

const drawTitle = ({ model, run, flops }: CostReport, style: Style): readonly string[] => {
  const { lang } = style
  const isMixture = model.activeParameters < 0.95 * model.parameters
  const words = [
    ...(run.name === null ? [] : [run.name]),
    ...(model.name === null ? [] : [model.name]),
    sayCost(lang, 'parameters', { count: countText(model.parameters, lang) }),
    ...(isMixture ? [sayCost(lang, 'active', { count: countText(model.activeParameters, lang) })] : []),
    ...(run.tokens === null ? [] : [sayCost(lang, 'tokens', { count: countText(run.tokens, lang) })]),
    sayCost(lang, 'flop', { flop: flopText(flops) }),
  ]
  return wrapToWidth(
    `${style.paint('bold', sayCost(lang, 'title'))}   ${words.join(lang === 'zh' ? '，' : ', ')}`,
    style.width,
  )
}

const drawAssumed = ({ assumptions }: CostReport, style: Style): readonly string[] =>
  describeAssumptions(assumptions, style.lang).flatMap((line, index) =>
    drawLabelled(index === 0 ? sayCost(style.lang, 'assumed') : '', line, style),
  )

const drawWarnings = ({ warnings }: CostReport, style: Style): readonly string[] =>
  warnings.flatMap((warning, index) =>
    drawLabelled(
      index === 0 ? sayCost(style.lang, 'warning') : '',
      describeWarning(warning, style.lang),
      style,
    ),
  )

const drawNotes = ({ offers, cheapest, run }: CostReport, style: Style): readonly string[] => {
  const offer = cheapest === null ? undefined : offers[cheapest]
  if (offer === undefined || run.tokens === null) return []
  const { floorGpuHours } = offer
  const hours = numberText({ p10: floorGpuHours, p50: floorGpuHours, p90: floorGpuHours }, style.lang).p50
  return [
    ...drawLabelled(sayCost(style.lang, 'note'), sayCost(style.lang, 'floor', { hours }), style),
    ...drawLabelled('', sayCost(style.lang, 'conventions'), style),
  ]
}

const gridOf = ({ run }: CostReport): string => run.grid ?? `${run.gramsPerKwh} g/kWh`

/** The page of a training run's cost: offers, the cheapest in detail, the project, what was assumed; ends with a line feed. */
export const renderCost = (report: CostReport, options: CostTextOptions): string => {
  const style = makeStyle(options)
  const { offers, cheapest } = report
  const shown = offers[cheapest ?? 0]
  const next = options.next ?? []
  const sections = [
    drawTitle(report, style),
    drawOffers(report, style),
    shown === undefined
      ? []
      : drawOfferDetail(shown, { grid: gridOf(report), writesText: report.model.isDecoder }, style),
    drawWaysToFit(offers, style),
    drawProject(report, style),
    drawWarnings(report, style),
    drawAssumed(report, style),
    [
      ...drawNotes(report, style),
      ...drawLater(report, style),
      ...next.flatMap((command, index) =>
        drawLabelled(index === 0 ? sayCost(style.lang, 'next') : '', command, style),
      ),
    ],
  ].filter((lines) => lines.length > 0)
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`
}
