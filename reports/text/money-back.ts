import type { Estimate, Summary } from '../summarise/summary.ts'
import type { DataTable } from './data-table.ts'
import { drawLeftOut, drawNote } from './draw-block.ts'
import { drawMultiples } from './draw-multiples.ts'
import { drawFunds, drawHeadline } from './funds-block.ts'
import { drawReturns } from './market-blocks.ts'
import { say } from './messages.ts'
import { renderNumber } from './render-number.ts'
import { makeStyle, type TextOptions } from './style.ts'

/** What rounds and funds gave back, as numbers: multiples, shares a year, and shares. */
export const moneyBackData = ({ returns, funds, headline }: Summary): DataTable => {
  const named: readonly (readonly [string, Estimate])[] = [
    ['moic_p25', returns.moic.p25],
    ['moic_p50', returns.moic.p50],
    ['moic_p75', returns.moic.p75],
    ['moic_mean', returns.moic.mean],
    ...returns.cumulative.map(({ multiple, below }) => [`moic_below_${multiple}`, below] as const),
    ...(['tvpi', 'dpi', 'irr'] as const).flatMap((measure) =>
      (['p25', 'p50', 'p75'] as const).map((name) => [`${measure}_${name}`, funds[measure][name]] as const),
    ),
    ['tvpi_pooled', funds.pooledTvpi],
    ['overvaluation_unicorns', headline.unicornOvervaluation],
    ['overvaluation', headline.overvaluation],
  ]
  return {
    columns: ['name', 'estimate', 'low', 'high'],
    rows: named.map(([name, { estimate, low, high }]) => [name, estimate, low, high]),
  }
}

/** What rounds and funds gave back, and how far headlines lay above fair value, as people read it. */
export const renderMoneyBack = (summary: Summary, options: TextOptions): string => {
  const style = makeStyle(options)
  const { lang, paint } = style
  const title = [
    paint('bold', say(lang, 'table.returns', { month: String(summary.horizonMonths) })),
    summary.scenario.name,
    say(lang, 'done.runs', { runs: renderNumber(summary.runs - summary.failedRuns) }),
    say(lang, 'done.seed', { seed: String(summary.seed) }),
  ]
  const sections = [
    drawNote(title.join('   '), style),
    drawReturns(summary, style),
    drawMultiples(summary.returns, style),
    drawFunds(summary, style),
    drawHeadline(summary, style),
    drawLeftOut(style.leftOut, style),
  ]
  const page = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))
  return `${page.join('\n\n')}\n`
}
