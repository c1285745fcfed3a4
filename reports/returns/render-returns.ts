import { escapeControl, renderDay } from '../../scenarios/index.ts'
import { drawLeftOut, drawNote } from '../text/draw-block.ts'
import { layOutTable, type DrawnColumn } from '../text/lay-out-table.ts'
import { cutToWidth } from '../text/pad-text.ts'
import { renderNumber } from '../text/render-number.ts'
import { renderUsd } from '../text/render-usd.ts'
import { makeStyle, type Style, type TextOptions } from '../text/style.ts'
import { sayOf } from './messages.ts'
import { positionCells, positionColumns, shownPositions } from './position-cells.ts'
import { fileNotes, positionNotes } from './returns-notes.ts'
import type { ReturnsReport } from './returns-report.ts'

/** Cells that a name may take where the width is limited, and positions shown at most. */
const widestName = 28
const mostPositions = 40

function drawTitle({ rowCount, all }: ReturnsReport, name: string, style: Style): readonly string[] {
  const rows = sayOf(style.lang, 'rows', {
    rows: renderNumber(rowCount),
    first: renderDay(all.firstDay),
    last: renderDay(all.lastDay),
  })
  return drawNote(
    `${style.paint('bold', sayOf(style.lang, 'title'))}   ${escapeControl(name)}   ${rows}`,
    style,
  )
}

function drawPositions(report: ReturnsReport, style: Style): readonly string[] {
  const { lang, paint, width } = style
  const all = shownPositions(report)
  // The last one is all together.
  const shown = all.length > mostPositions ? [...all.slice(0, mostPositions - 1), all[all.length - 1]] : all
  const rows = shown.map((position) => {
    const [name, ...cells] = positionCells(position, report, lang)
    return [width === Infinity ? name : cutToWidth(name, widestName), ...cells]
  })
  const { lines, leftOut } = layOutTable(positionColumns(report, lang), rows, width, paint)
  for (const hidden of leftOut) style.leftOut.add(hidden)
  const hiddenCount = all.length - shown.length
  return hiddenCount === 0 ? lines : [...lines, sayOf(lang, 'more', { count: renderNumber(hiddenCount) })]
}

/** Money by year of the calendar, with a bar of what has come back so far or is still out. */
function drawYears({ years }: ReturnsReport, { lang, paint, width, ascii }: Style): readonly string[] {
  const column = (title: string, gap: number): DrawnColumn => ({ title, align: 'right', gap, leavesFirst: 0 })
  const most = years.reduce((largest, { cumulativeUsd }) => Math.max(largest, Math.abs(cumulativeUsd)), 0)
  const barCells = Math.max(0, Math.min(30, width - 46))
  const mark = ascii ? '#' : '█'
  const rows = years.map(({ year, paidInUsd, receivedUsd, cumulativeUsd }) => {
    const length = most === 0 ? 0 : Math.round((barCells * Math.abs(cumulativeUsd)) / most)
    const bar = (cumulativeUsd < 0 ? (ascii ? '-' : '▒') : mark).repeat(length)
    return [
      String(year),
      renderUsd(paidInUsd, lang),
      renderUsd(receivedUsd, lang),
      renderUsd(cumulativeUsd, lang),
      bar,
    ]
  })
  const columns: readonly DrawnColumn[] = [
    { title: sayOf(lang, 'year'), align: 'left', gap: 0, leavesFirst: 0 },
    column(sayOf(lang, 'paidIn'), 3),
    column(sayOf(lang, 'received'), 2),
    column(sayOf(lang, 'cumulative'), 2),
    { title: '', align: 'left', gap: 2, leavesFirst: 1 },
  ]
  return layOutTable(columns, rows, width, paint).lines
}

/** Returns as people read them: each name and all together, money by year, and what has to be said beside it. */
export function renderReturns(report: ReturnsReport, name: string, options: TextOptions): string {
  const page = makeStyle(options)
  // Sentences are broken at the width of a page; tables in a pipe are never cut.
  const wide: Style = options.width === Infinity ? { ...page, width: Infinity } : page
  const { lang } = page
  const blocks: readonly (readonly string[])[] = [
    drawTitle(report, name, page),
    [...drawPositions(report, wide), ...drawLeftOut(page.leftOut, page)],
    positionNotes(report, lang).flatMap((note) => drawNote(note, page)),
    drawYears(report, wide),
    fileNotes(report, lang).flatMap((note) => drawNote(note, page)),
  ]
  const drawn = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))
  return `${drawn.join('\n\n')}\n`
}
