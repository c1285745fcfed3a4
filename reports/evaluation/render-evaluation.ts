import { escapeControl } from '../../scenarios/index.ts'
import { drawLeftOut, drawNote } from '../text/draw-block.ts'
import { renderNumber } from '../text/render-number.ts'
import { makeStyle, type Style, type TextOptions } from '../text/style.ts'
import { drawAccuracy } from './draw-accuracy.ts'
import { drawSkipped, drawWorst } from './draw-rows.ts'
import type { Evaluation } from './evaluation.ts'
import { sayOf } from './messages.ts'

function drawTitle(evaluation: Evaluation, name: string, { lang, paint, width }: Style): readonly string[] {
  const { rowCount, predictedCount } = evaluation
  const counts = sayOf(lang, 'counts', {
    rows: renderNumber(rowCount),
    predicted: renderNumber(predictedCount),
    skipped: renderNumber(rowCount - predictedCount),
  })
  return drawNote(`${paint('bold', sayOf(lang, 'title'))}   ${escapeControl(name)}   ${counts}`, {
    width,
  } as Style)
}

function drawVerdicts({ memoryVerdicts }: Evaluation, style: Style): readonly string[] {
  if (memoryVerdicts === null) return []
  const { tried, outOfMemory, found, falseAlarms } = memoryVerdicts
  const counts = { outOfMemory, found, falseAlarms, fitting: tried - outOfMemory }
  const words = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, renderNumber(count)]))
  return drawNote(sayOf(style.lang, 'verdicts', words), style)
}

function drawRelatives({ rows }: Evaluation, style: Style): readonly string[] {
  const count = new Set(rows.filter(({ standIn }) => standIn !== null).map(({ index }) => index)).size
  return count === 0 ? [] : drawNote(sayOf(style.lang, 'relatives', { count: renderNumber(count) }), style)
}

/** An evaluation as people read it: errors by quantity, the rows that are farthest off, and what was skipped. */
export function renderEvaluation(evaluation: Evaluation, name: string, options: TextOptions): string {
  const style = makeStyle(options)
  const hasFigures = Object.keys(evaluation.summary).length > 0
  const figures = hasFigures ? drawAccuracy(evaluation, style) : drawNote(sayOf(style.lang, 'nothing'), style)
  const worst = drawWorst(evaluation, style)
  const blocks: readonly (readonly string[])[] = [
    drawTitle(evaluation, name, style),
    [...figures, ...drawLeftOut(style.leftOut, style)],
    [...drawVerdicts(evaluation, style), ...drawRelatives(evaluation, style)],
    worst,
    drawSkipped(evaluation, style),
    hasFigures ? drawNote(sayOf(style.lang, 'legend'), style) : [],
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}
