import { cellWidth } from '../../scenarios/index.ts'
import { cutToWidth, padLeft, padRight } from './pad-text.ts'
import type { Colour, Paint } from './paint.ts'

/** A column of a drawn table. */
export interface DrawnColumn {
  readonly title: string
  readonly align: 'left' | 'right'
  /** Blank cells before the column. */
  readonly gap: number
  /** Columns with a higher number leave first when the window is narrow; 0 never leaves. */
  readonly leavesFirst: number
  readonly leastWidth?: number
  readonly colour?: Colour
}

/** A table as lines, and the titles of the columns that had no room. */
export interface DrawnTable {
  readonly lines: readonly string[]
  readonly leftOut: readonly string[]
}

type Rows = readonly (readonly string[])[]

const widthsOf = (columns: readonly DrawnColumn[], rows: Rows): readonly number[] =>
  columns.map((column, i) =>
    Math.max(column.leastWidth ?? 0, cellWidth(column.title), ...rows.map((row) => cellWidth(row[i]))),
  )

const totalWidth = (
  columns: readonly DrawnColumn[],
  widths: readonly number[],
  kept: readonly number[],
): number => kept.reduce((sum, i) => sum + columns[i].gap + widths[i], 0)

/** The columns that stay: all, less the most dispensable ones until the rest fits. */
const keepWhatFits = (
  columns: readonly DrawnColumn[],
  widths: readonly number[],
  width: number,
): readonly number[] => {
  let kept = columns.map((_, i) => i)
  while (totalWidth(columns, widths, kept) > width) {
    const candidates = kept.filter((i) => columns[i].leavesFirst > 0)
    if (candidates.length === 0) break
    const leaving = candidates.reduce((a, b) => (columns[b].leavesFirst >= columns[a].leavesFirst ? b : a))
    kept = kept.filter((i) => i !== leaving)
  }
  return kept
}

/** Takes what is still too much from the first column. */
const squeezeFirst = (
  columns: readonly DrawnColumn[],
  widths: readonly number[],
  kept: readonly number[],
  width: number,
): readonly number[] => {
  const excess = Math.max(0, totalWidth(columns, widths, kept) - width)
  return widths.map((own, i) => (i === kept[0] ? Math.max(1, own - excess) : own))
}

/**
 * Draws a table without rules or boxes. Columns that do not fit into `width` cells leave, the most dispensable first,
 * and are named in `leftOut`, so that the reader is told.
 */
export const layOutTable = (
  columns: readonly DrawnColumn[],
  rows: Rows,
  width: number,
  paint: Paint,
): DrawnTable => {
  const wished = widthsOf(columns, rows)
  const kept = keepWhatFits(columns, wished, width)
  const widths = squeezeFirst(columns, wished, kept, width)
  const drawCell = (cells: readonly string[], i: number, isTitle: boolean): string => {
    const pad = columns[i].align === 'right' ? padLeft : padRight
    const isLast = i === kept[kept.length - 1]
    const text = pad(cutToWidth(cells[i], widths[i]), isLast && pad === padRight ? 0 : widths[i])
    const colour = isTitle ? 'bold' : columns[i].colour
    const gap = ' '.repeat(columns[i].gap)
    if (colour === undefined) return gap + text
    const words = text.trimEnd()
    return gap + paint(colour, words) + text.slice(words.length)
  }
  const drawRow = (cells: readonly string[], isTitle: boolean): string =>
    kept.map((i) => drawCell(cells, i, isTitle)).join('')
  const titles = columns.map((column) => column.title)
  return {
    lines: [drawRow(titles, true), ...rows.map((row) => drawRow(row, false))].map((line) => line.trimEnd()),
    leftOut: columns.filter((_, i) => !kept.includes(i)).map((column) => column.title),
  }
}
