import type { Language } from '../../reports/index.ts'
import { fullPanel } from './full-panel.ts'
import { cutLine, type Line } from './line.ts'
import type { PanelState } from './panel-state.ts'
import { smallPanel } from './small-panel.ts'

/** The window and how to draw in it. */
export interface PanelSurface {
  readonly columns: number
  readonly rows: number
  readonly ascii: boolean
  readonly language: Language
}

export type PanelLayout = 'full' | 'small' | 'none'

/** The picture of a study: lines for the screen, or none where the window is too small for any. */
export interface PanelView {
  readonly layout: PanelLayout
  readonly lines: readonly Line[]
}

const widest = 100

/**
 * Which picture fits a window.
 *
 * @example choosePanelLayout(79, 24) // => "full"
 */
export const choosePanelLayout = (columns: number, rows: number): PanelLayout => {
  if (columns >= 76 && rows >= 20) return 'full'
  return columns >= 44 && rows >= 8 ? 'small' : 'none'
}

/**
 * Draws the panel of a study. A frame is never as tall as the window (a terminal would lose its scrollback), nor as
 * wide (some wrap a full last column).
 *
 * Shape: at most `rows - 1` lines of at most `columns - 1` cells.
 */
export const viewPanel = (state: PanelState, surface: PanelSurface): PanelView => {
  const layout = choosePanelLayout(surface.columns, surface.rows)
  if (layout === 'none') return { layout, lines: [] }
  const width = Math.min(surface.columns - 1, widest)
  const draw = layout === 'full' ? fullPanel : smallPanel
  const lines = draw(state, { width, ascii: surface.ascii, language: surface.language })
  return { layout, lines: lines.slice(0, surface.rows - 1).map((line) => cutLine(line, width)) }
}
