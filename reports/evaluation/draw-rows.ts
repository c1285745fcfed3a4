import { cellWidth, escapeControl, type RowIdentity } from '../../scenarios/index.ts'
import { layOutTable, type DrawnColumn } from '../text/lay-out-table.ts'
import { renderNumber } from '../text/render-number.ts'
import { cutToWidth } from '../text/pad-text.ts'
import type { Style } from '../text/style.ts'
import type { EvaluatedRow, Evaluation } from './evaluation.ts'
import { sayOf } from './messages.ts'
import { reasonText } from './reason-text.ts'
import { renderQuantity } from './render-quantity.ts'

/** Rows shown of a list that may be long. */
const shownRows = 10
/** Cells that an id may take. */
const widestId = 32

type Compared = EvaluatedRow & { readonly reported: number; readonly error: number }

const isCompared = (row: EvaluatedRow): row is Compared => row.reported !== null && row.error !== null

const foldOf = ({ predicted, reported }: Compared): number =>
  Math.max(predicted.p50 / reported, reported / predicted.p50)

const signed = (error: number): string => `${error < 0 ? '' : '+'}${renderNumber(100 * error, 1)}%`

/** A row's id and set, which are never cut in a pipe. */
const nameOf = ({ id, set }: RowIdentity, { width }: Style): string =>
  cutToWidth(escapeControl(set === null ? id : `${id} (${set})`), width === Infinity ? width : widestId)

const column = (title: string, align: 'left' | 'right', leavesFirst = 0): DrawnColumn => ({
  title,
  align,
  gap: 2,
  leavesFirst,
})

/** The rows whose prediction is farthest from what was reported. */
export function drawWorst({ rows }: Evaluation, style: Style): readonly string[] {
  const { lang } = style
  const worst = rows
    .filter(isCompared)
    .toSorted((left, right) => foldOf(right) - foldOf(left))
    .slice(0, shownRows)
  if (worst.length === 0) return []
  const isAnyStandIn = worst.some(({ standIn }) => standIn !== null)
  const columns = [
    { ...column(sayOf(lang, 'worst'), 'left'), gap: 0 },
    column('', 'left'),
    column(sayOf(lang, 'predicted'), 'right', 2),
    column(sayOf(lang, 'interval'), 'left', 4),
    column(sayOf(lang, 'reported'), 'right', 1),
    column(sayOf(lang, 'error'), 'right'),
    ...(isAnyStandIn ? [column(sayOf(lang, 'standIn'), 'left', 3)] : []),
  ]
  const cells = worst.map((row) => {
    const render = (value: number): string => renderQuantity(row.quantity, value, lang)
    const { p10, p50, p90 } = row.predicted
    const interval = `${render(p10)} - ${render(p90)}`
    const quantity = sayOf(lang, row.quantity)
    const numbers = [render(p50), interval, render(row.reported), signed(row.error)]
    return [
      `  ${nameOf(row, style)}`,
      quantity,
      ...numbers,
      ...(isAnyStandIn ? [escapeControl(row.standIn ?? '')] : []),
    ]
  })
  const { lines, leftOut } = layOutTable(columns, cells, style.width, style.paint)
  for (const hidden of leftOut) style.leftOut.add(hidden)
  return lines
}

/** Cells that a cut reason keeps at least; with fewer its column leaves. */
const leastReason = 12

/** Cuts the last column to what the others leave of the page, so that ids stay whole. */
function cutReasons(cells: readonly (readonly string[])[], width: number): readonly (readonly string[])[] {
  const widest = (i: number): number => Math.max(...cells.map((row) => cellWidth(row[i])))
  const room = Math.max(leastReason, width - widest(0) - 2 - widest(1) - 2)
  return cells.map(([name = '', quantity = '', reason = '']) => [name, quantity, cutToWidth(reason, room)])
}

/** What was skipped, and why. */
export function drawSkipped({ skipped }: Evaluation, style: Style): readonly string[] {
  if (skipped.length === 0) return []
  const { lang, width, paint } = style
  const columns = [
    { ...column(sayOf(lang, 'skipped'), 'left'), gap: 0 },
    column('', 'left', 1),
    column(sayOf(lang, 'reason'), 'left', 2),
  ]
  const shown = skipped.slice(0, shownRows)
  const cells = shown.map((entry) => [
    `  ${nameOf(entry, style)}`,
    sayOf(lang, entry.quantity ?? 'wholeRow'),
    escapeControl(reasonText(entry.reason, lang)),
  ])
  const rest = skipped.length - shown.length
  const { lines, leftOut } = layOutTable(columns, cutReasons(cells, width), width, paint)
  for (const hidden of leftOut) if (hidden !== '') style.leftOut.add(hidden)
  return [...lines, ...(rest > 0 ? [`  ${sayOf(lang, 'more', { count: renderNumber(rest) })}`] : [])]
}
