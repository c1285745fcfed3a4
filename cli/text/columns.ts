import { cellWidth, cutToWidth, padRight } from '../../reports/index.ts'

type Rows = readonly (readonly string[])[]

/** Rows under their titles, in columns as wide as they need to be; a line that is wider than the window is cut. */
export const renderColumns = (
  titles: readonly string[],
  rows: Rows,
  width: number = Number.POSITIVE_INFINITY,
): string => {
  const widths = titles.map((title, i) =>
    Math.max(cellWidth(title), ...rows.map((row) => cellWidth(row[i] ?? ''))),
  )
  const draw = (row: readonly string[]): string =>
    row
      .map((cell, i) => padRight(cell, widths[i]))
      .join('  ')
      .trimEnd()
  return [titles, ...rows].map((row) => `${cutToWidth(draw(row), width)}\n`).join('')
}

/** Rows under their names, separated by tabs; what would break a line or a column becomes a space. */
export const renderTabs = (names: readonly string[], rows: Rows): string =>
  [names, ...rows]
    .map((row) => `${row.map((cell) => cell.replaceAll(/[\t\r\n]/g, ' ')).join('\t')}\n`)
    .join('')
