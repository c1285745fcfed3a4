import type { Language } from './language.ts'
import { makePaint, type Paint } from './paint.ts'

/** How a text is to look. */
export interface TextOptions {
  readonly lang: Language
  /** Cells in a line; nothing is wider. Infinity where nothing may be cut. */
  readonly width: number
  /** Draws with ASCII characters only (Chinese words stay). */
  readonly ascii: boolean
  readonly color: boolean
}

/** The same, ready to draw with. */
export interface Style extends Omit<TextOptions, 'color'> {
  readonly paint: Paint
  /** Titles of columns that a block had no room for, noted while drawing, so that the page says so once. */
  readonly leftOut: Set<string>
}

/** Widest page that is still easy to read. */
const widest = 120

/** Makes a style; lines never grow beyond 120 cells. */
export const makeStyle = ({ lang, width, ascii, color }: TextOptions): Style => ({
  lang,
  width: Math.max(20, Math.min(width, widest)),
  ascii,
  paint: makePaint(color),
  leftOut: new Set(),
})
