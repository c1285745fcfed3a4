import { createElement } from 'react'
import { render, type Instance } from 'ink'
import { lineWidth, type Line } from './line.ts'
import { Panel } from './panel-component.tsx'
import { PanelStream, wipeFrame, type DrawnOn } from './panel-stream.ts'

/** Lines on a terminal below what is there already, drawn in place until they are closed. */
export interface InlineFrame {
  draw(lines: readonly Line[]): void
  /** Tells of a window of another size, with the lines that fit it. */
  resize(lines: readonly Line[]): void
  /** Ends drawing; the last frame stays, or goes. */
  close(keep: boolean): Promise<void>
}

const maxFramesPerSecond = 10

export type OpenFrame = (target: DrawnOn, lines: readonly Line[], onInterrupt: () => void) => InlineFrame

/** Opens a frame. Ink and React load with this module: import it only when a frame is really drawn. */
export const openInlineFrame: OpenFrame = (target, lines, onInterrupt) => {
  const stream = new PanelStream(target)
  const element = (shown: readonly Line[]) => createElement(Panel, { lines: shown, onInterrupt })
  const ink: Instance = render(element(lines), {
    stdout: stream as unknown as NodeJS.WriteStream,
    stderr: stream as unknown as NodeJS.WriteStream,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: maxFramesPerSecond,
    isScreenReaderEnabled: false,
  })
  let shown = lines
  return {
    draw: (next) => {
      shown = next
      ink.rerender(element(next))
    },
    resize: (next) => {
      const widths = shown.map(lineWidth)
      const hasWrapped = Math.max(0, ...widths) > target.columns
      if (hasWrapped) stream.write(wipeFrame(widths, target.columns) + '\n'.repeat(widths.length))
      shown = next
      ink.rerender(element(next))
      stream.resizeTo(target.columns)
    },
    close: async (keep) => {
      const ended = ink.waitUntilExit()
      ink.unmount()
      await ended
      if (!keep) stream.write(wipeFrame(shown.map(lineWidth), target.columns))
    },
  }
}
