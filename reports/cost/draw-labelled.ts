import { cellWidth } from '../../scenarios/index.ts'
import { cutToWidth, wrapToWidth } from '../text/pad-text.ts'
import type { Style } from '../text/style.ts'

const labelWidth = 12
const narrow = 44

/** Lines of at most so many cells; a word that is longer is cut. */
const wrapped = (text: string, width: number): readonly string[] =>
  wrapToWidth(text, width).map((line) => cutToWidth(line, width))

/** A label, and what it says beside it, on as many lines as it takes; in a narrow window below it. */
export const drawLabelled = (label: string, text: string, style: Style): readonly string[] => {
  const title = style.paint('bold', label)
  if (style.width < narrow) return [title, ...wrapped(text, style.width - 2).map((line) => `  ${line}`)]
  const lines = wrapped(text, style.width - labelWidth)
  const gap = ' '.repeat(Math.max(1, labelWidth - cellWidth(label)))
  return lines.map((line, i) => (i === 0 ? title + gap + line : ' '.repeat(labelWidth) + line))
}

/** Several things in a row, set apart by a dot. */
export const inARow = (parts: readonly string[], style: Style): string =>
  parts.filter((part) => part !== '').join(style.ascii ? ' - ' : ' · ')
