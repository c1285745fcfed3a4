import type { Summary } from '../summarise/summary.ts'
import { drawClasses } from './classes-block.ts'
import { drawCompany } from './company-block.ts'
import { drawLeftOut, drawNote } from './draw-block.ts'
import { drawGates } from './draw-gates.ts'
import { drawFunds, drawHeadline } from './funds-block.ts'
import {
  drawCompute,
  drawMarket,
  drawOutcomes,
  drawReturns,
  drawSurvival,
  drawValues,
  drawVerdict,
} from './market-blocks.ts'
import { say } from './messages.ts'
import { renderElapsed } from './render-elapsed.ts'
import { renderNumber } from './render-number.ts'
import { shortId } from './short-id.ts'
import { makeStyle, type Style, type TextOptions } from './style.ts'

/** How the final text is to look, and what only the command knows. */
export interface SummaryTextOptions extends TextOptions {
  /** How long it took; left out of the text if not given. */
  readonly elapsedSeconds?: number
  /** Commands to try next; left out if empty. */
  readonly next?: readonly string[]
}

/** What was done: runs, scenario, horizon, seed, id, time. */
const drawDone = (summary: Summary, elapsedSeconds: number | undefined, style: Style): readonly string[] => {
  const { lang, ascii, paint } = style
  const words = [
    `${say(lang, 'done.runs', { runs: renderNumber(summary.runs) })}  ${summary.scenario.name}`,
    say(lang, 'done.horizon', { months: String(summary.horizonMonths) }),
    say(lang, 'done.seed', { seed: String(summary.seed) }),
    say(lang, 'done.id', { id: shortId(summary.id) }),
    ...(elapsedSeconds === undefined
      ? []
      : [say(lang, 'done.elapsed', { time: renderElapsed(elapsedSeconds) })]),
  ]
  const mark = summary.failedRuns > 0 ? paint('red', ascii ? '!' : '✗') : paint('green', ascii ? 'ok' : '✓')
  const failed = say(lang, 'failed.runs', { count: renderNumber(summary.failedRuns) })
  return [
    ...drawNote(`${mark} ${words.join('   ')}`, style),
    ...(summary.failedRuns > 0 ? drawNote(failed, style) : []),
  ]
}

const sectionsOf = (summary: Summary, style: Style): readonly (readonly string[])[] => {
  const gates = drawGates(summary.gates, style)
  const { company } = summary
  if (company !== undefined) {
    return [
      gates,
      drawCompany(company, summary, style),
      drawClasses(company, style),
      drawVerdict(summary, style),
      drawMarket(summary, style),
    ]
  }
  return [
    drawVerdict(summary, style),
    gates,
    drawSurvival(summary, style),
    drawOutcomes(summary, style),
    drawValues(summary, style),
    drawReturns(summary, style),
    drawFunds(summary, style),
    drawHeadline(summary, style),
    drawMarket(summary, style),
    drawCompute(summary, style),
  ]
}

/** The text that a finished study prints: one screen that says what was found, ending with a line feed. */
export const renderSummary = (summary: Summary, options: SummaryTextOptions): string => {
  const style = makeStyle(options)
  const next = options.next ?? []
  const nextLine =
    next.length === 0 ? [] : drawNote(`${say(style.lang, 'next')}  ${next.join('    ')}`, style)
  const sections = [drawDone(summary, options.elapsedSeconds, style), ...sectionsOf(summary, style)]
  const page = [...sections, drawLeftOut(style.leftOut, style), nextLine].filter((lines) => lines.length > 0)
  return `${page.map((lines) => lines.join('\n')).join('\n\n')}\n`
}
