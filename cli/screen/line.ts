import { cellWidth, cutToWidth } from '../../reports/index.ts'

/** How a piece of text stands out; colour is only ever a second signal. */
export type Tone = 'plain' | 'strong' | 'dim' | 'accent' | 'warning'

export interface Segment {
  readonly text: string
  readonly tone: Tone
}

/** A line of a screen: pieces from left to right. */
export type Line = readonly Segment[]

/** A piece of a line. */
export const segment = (text: string, tone: Tone = 'plain'): Segment => ({ text, tone })

/** Cells that a line takes. */
export const lineWidth = (line: Line): number => line.reduce((sum, { text }) => sum + cellWidth(text), 0)

/** The text of a line without its tones. */
export const lineText = (line: Line): string => line.map(({ text }) => text).join('')

/** A line cut to at most `width` cells. */
export const cutLine = (line: Line, width: number): Line => {
  const kept: Segment[] = []
  let left = width
  for (const { text, tone } of line) {
    if (left <= 0) break
    const cells = cellWidth(text)
    kept.push({ text: cells <= left ? text : cutToWidth(text, left), tone })
    left -= cells
  }
  return kept
}

/** A line whose right part ends at `width` cells; the left part gives way. */
export const spread = (left: Line, right: Line, width: number): Line => {
  const kept = cutLine(left, Math.max(0, width - lineWidth(right) - 1))
  const gap = Math.max(1, width - lineWidth(kept) - lineWidth(right))
  return [...kept, segment(' '.repeat(gap)), ...right]
}

/** A line filled with spaces up to `width` cells. */
export const padLine = (line: Line, width: number): Line => {
  const missing = width - lineWidth(line)
  return missing > 0 ? [...line, segment(' '.repeat(missing))] : line
}
