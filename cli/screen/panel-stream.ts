import { EventEmitter } from 'node:events'

/** The part of a terminal stream that the panel is drawn on. */
export interface DrawnOn {
  readonly columns: number
  readonly rows: number
  write(text: string): boolean
  on(event: 'resize', listener: () => void): unknown
  off(event: 'resize', listener: () => void): unknown
}

/**
 * What Ink takes for its output: writes go to the real stream, but the size is ours to tell. Ink clears the screen
 * together with the scrollback when it believes that a frame is as tall as the window, also for an old frame after the
 * window shrank; a window without a bottom never does that. It learns of a new width only after the old frame is gone.
 */
export class PanelStream extends EventEmitter {
  readonly isTTY = true
  readonly rows = 10_000
  readonly writable = true
  columns: number
  private readonly target: DrawnOn

  constructor(target: DrawnOn) {
    super()
    this.target = target
    this.columns = target.columns
  }

  readonly write = (text: string): boolean => this.target.write(text)

  /** Tells Ink that the window has another width now. */
  resizeTo(columns: number): void {
    this.columns = columns
    this.emit('resize')
  }
}

/** Rows that a frame takes in a window of `columns` cells, where longer lines go on in the next row. */
export const rowsTaken = (lineWidths: readonly number[], columns: number): number =>
  lineWidths.reduce((sum, width) => sum + Math.max(1, Math.ceil(width / Math.max(1, columns))), 0)

/**
 * Wipes a frame that stands above the cursor. After a window becomes narrower the terminal has wrapped the frame's
 * lines, and a count of lines alone is too small. Row by row, because tmux keeps a screen that is cleared at once in
 * its scrollback.
 */
export const wipeFrame = (lineWidths: readonly number[], columns: number): string => {
  const rows = rowsTaken(lineWidths, columns)
  return rows > 0 ? `${'\u001b[1A\u001b[2K'.repeat(rows)}\r` : ''
}
