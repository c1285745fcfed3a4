import { wrapToWidth } from './pad-text.ts'
import { layOutTable, type DrawnColumn } from './lay-out-table.ts'
import { say } from './messages.ts'
import type { EstimateText } from './render-estimate.ts'
import type { Style } from './style.ts'

/** A line of a block: a label, its number with the interval, and a word to add. */
export interface BlockRow extends EstimateText {
  readonly label: string
  readonly note?: string
}

/** Cells of the label column, so that the numbers of all blocks stand below each other. */
const labelWidth = 31

const blockColumns = (title: string, noteTitle: string, style: Style): readonly DrawnColumn[] => [
  { title, align: 'left', gap: 0, leavesFirst: 0, leastWidth: Math.min(labelWidth, style.width - 14) },
  { title: say(style.lang, 'column.estimate'), align: 'right', gap: 1, leavesFirst: 0, leastWidth: 10 },
  {
    title: say(style.lang, 'column.interval'),
    align: 'left',
    gap: 2,
    leavesFirst: 1,
    leastWidth: 12,
    colour: 'dim',
  },
  { title: noteTitle, align: 'left', gap: 2, leavesFirst: 2 },
]

/** A heading with numbers below it, each with its interval; notes which columns had no room. */
export const drawBlock = (
  title: string,
  rows: readonly BlockRow[],
  style: Style,
  noteTitle = '',
): readonly string[] => {
  const cells = rows.map((row) => [`  ${row.label}`, row.estimate, row.interval, row.note ?? ''])
  const { lines, leftOut } = layOutTable(
    blockColumns(title, noteTitle, style),
    cells,
    style.width,
    style.paint,
  )
  for (const hidden of leftOut) if (hidden !== '') style.leftOut.add(hidden)
  return lines
}

/** A sentence, broken to the width of the page. */
export const drawNote = (text: string, style: Style): readonly string[] => wrapToWidth(text, style.width)

/** The columns that a narrow window hides, named; nothing if there are none. */
export const drawLeftOut = (titles: Iterable<string>, style: Style): readonly string[] => {
  const columns = [...titles].join(', ')
  return columns === '' ? [] : drawNote(say(style.lang, 'column.leftOut', { columns }), style)
}
