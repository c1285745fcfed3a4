import { escapeControl } from '../../scenarios/index.ts'
import { drawLeftOut, drawNote } from '../text/draw-block.ts'
import { renderNumber } from '../text/render-number.ts'
import { makeStyle, type Style, type TextOptions } from '../text/style.ts'
import { drawAccuracy } from './draw-accuracy.ts'
import { drawSkipped, drawWorst } from './draw-rows.ts'
import type { Evaluation } from './evaluation.ts'
import { sayOf } from './messages.ts'
import { notesOf } from './notes-of.ts'

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

function drawGuessed({ rows }: Evaluation, style: Style): readonly string[] {
  const guessed = rows.filter(({ kind, isProgramKnown }) => kind === 'throughput' && !isProgramKnown)
  const count = new Set(guessed.map(({ index }) => index)).size
  return count === 0 ? [] : drawNote(sayOf(style.lang, 'guessed', { count: renderNumber(count) }), style)
}

/** An evaluation as people read it: errors by quantity, the rows that are farthest off, and what was skipped. */
export function renderEvaluation(evaluation: Evaluation, name: string, options: TextOptions): string {
  const page = makeStyle(options)
  // Sentences are broken at the width of a page; tables in a pipe are never cut.
  const wide: Style = options.width === Infinity ? { ...page, width: Infinity } : page
  const hasFigures = Object.keys(evaluation.summary).length > 0
  const figures = hasFigures ? drawAccuracy(evaluation, wide) : drawNote(sayOf(page.lang, 'nothing'), page)
  const worst = drawWorst(evaluation, wide)
  const skipped = drawSkipped(evaluation, wide)
  const notes = [...(hasFigures ? (['legend'] as const) : []), ...notesOf(evaluation)]
  const blocks: readonly (readonly string[])[] = [
    drawTitle(evaluation, name, page),
    [...figures, ...drawLeftOut(page.leftOut, page)],
    [...drawVerdicts(evaluation, page), ...drawRelatives(evaluation, page), ...drawGuessed(evaluation, page)],
    worst,
    skipped,
    notes.flatMap((note) => drawNote(sayOf(page.lang, note), page)),
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}
