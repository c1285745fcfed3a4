import { cellWidth } from '../../scenarios/index.ts'
import { layOutTable, type DrawnColumn } from '../text/lay-out-table.ts'
import type { Style } from '../text/style.ts'

const gap = 2
/** Widest that the first column may be while others still have room. */
const widestName = 28

/** A table whose columns all say the same at different prices. */
export interface BandTable {
  readonly nameTitle: string
  readonly titles: readonly string[]
  /** Rows of a name and one cell a title. */
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[]
}

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => cellWidth(text)))

/** Groups places so that each group fits into the width; a column that is too wide alone stands alone. */
const bandsOf = (widths: readonly number[], room: number): readonly (readonly number[])[] => {
  const bands: number[][] = []
  let left = 0
  for (const [place, width] of widths.entries()) {
    if (bands.length === 0 || width + gap > left) {
      bands.push([])
      left = room
    }
    bands[bands.length - 1].push(place)
    left -= width + gap
  }
  return bands
}

interface BandLayout {
  readonly nameWidth: number
  readonly bands: readonly (readonly number[])[]
}

const layOut = ({ nameTitle, titles, rows }: BandTable, style: Style): BandLayout => {
  const names = widest([nameTitle, ...rows.map(({ name }) => name)])
  const nameWidth = Math.min(names, widestName, Math.floor(style.width / 3))
  const widths = titles.map((title, place) => widest([title, ...rows.map(({ cells }) => cells[place])]))
  return { nameWidth, bands: bandsOf(widths, style.width - nameWidth) }
}

/** True if all columns have room beside each other. */
export const fitsInOneBand = (table: BandTable, style: Style): boolean =>
  layOut(table, style).bands.length <= 1

/** Draws the table in as many parts below each other as the width asks for: no column is left out. */
export const drawBands = (table: BandTable, style: Style): readonly string[] => {
  const { nameTitle, titles, rows } = table
  const { nameWidth, bands } = layOut(table, style)
  return bands.flatMap((places, index) => {
    const columns: readonly DrawnColumn[] = [
      { title: nameTitle, align: 'left', gap: 0, leavesFirst: 0, leastWidth: nameWidth },
      ...places.map((place) => ({ title: titles[place], align: 'right' as const, gap, leavesFirst: 0 })),
    ]
    // A row that says nothing here has said it above.
    const cells = rows
      .map((row) => [row.name, ...places.map((place) => row.cells[place])])
      .filter((row) => index === 0 || row.slice(1).some((cell) => cell !== ''))
    const { lines } = layOutTable(columns, cells, style.width, style.paint)
    return index === 0 ? lines : ['', ...lines]
  })
}
