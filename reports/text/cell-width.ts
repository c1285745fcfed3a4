/** First and last code points of the blocks that take two cells (East Asian Wide and Fullwidth), and of emoji. */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
]
const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u
// Escape sequences that only change colour; they take no room.
// oxlint-disable-next-line no-control-regex
const colourCodes = /\u001b\[[0-9;]*m/gu

const characterWidth = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  if (code >= 0x20 && code < 0x7f) return 1
  if (zeroWidth.test(character)) return 0
  return wideRanges.some(([first, last]) => code >= first && code <= last) ? 2 : 1
}

/**
 * How many cells of a terminal a text takes: two for a Chinese character, none for a colour code. Characters of
 * ambiguous width count one; where a terminal draws them wide, draw in ASCII.
 *
 * @example cellWidth('P50 中位数') // => 10
 */
export const cellWidth = (text: string): number => {
  let width = 0
  for (const character of text.replace(colourCodes, '')) width += characterWidth(character)
  return width
}

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
    taken += characterWidth(character)
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
