import { cellWidth } from '../../scenarios/index.ts'

/** Fills up with blanks on the left until `width` cells are taken. */
export const padLeft = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - cellWidth(text))) + text

/** Fills up with blanks on the right until `width` cells are taken. */
export const padRight = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - cellWidth(text)))

/**
 * Cuts a text without colour codes to at most `width` cells, marking a cut with `~`; a two-cell character is never
 * halved.
 *
 * @example cutToWidth('存活率曲线', 6) // => '存活~'
 */
export const cutToWidth = (text: string, width: number): string => {
  if (cellWidth(text) <= width) return text
  let kept = ''
  let taken = 1
  for (const character of text) {
    taken += cellWidth(character)
    if (taken > width) break
    kept += character
  }
  return width > 0 ? `${kept}~` : ''
}

/**
 * Breaks a text into lines of at most `width` cells: at blanks, and between Chinese characters.
 *
 * @example wrapToWidth('one two three', 8) // => ['one two', 'three']
 */
export const wrapToWidth = (text: string, width: number): readonly string[] => {
  const pieces = text.match(
    /[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]|[^\s\u3400-\u9fff\u3000-\u303f\uff00-\uffef]+|\s+/gu,
  )
  const lines: string[] = []
  let line = ''
  for (const piece of pieces ?? []) {
    if (line !== '' && cellWidth(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = piece.trim()
    } else line += piece
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}
