const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
]

const isWide = (codePoint: number): boolean =>
  wideRanges.some(([first, last]) => codePoint >= first && codePoint <= last)

const isInvisible = (character: string): boolean => /[\p{Mn}\p{Me}\p{Cf}]/u.test(character)

const widthOf = (character: string): number => {
  const codePoint = character.codePointAt(0)!
  if (codePoint < 0x7f) return 1
  if (isInvisible(character)) return 0
  return isWide(codePoint) ? 2 : 1
}

/**
 * Terminal cells that a text takes: 2 for a Chinese character, 0 for a combining mark.
 *
 * Source: Unicode Standard Annex 11, wide and full-width ranges; ambiguous characters count as narrow.
 *
 * @example cellWidth('泡沫 ok') // => 7
 */
export const cellWidth = (text: string): number => {
  let width = 0
  for (const character of text) width += widthOf(character)
  return width
}

/**
 * Cuts a text to a number of cells; a wide character that straddles the cut becomes a space.
 *
 * @example cutToCells('泡沫', 3) // => "泡 "
 */
export const cutToCells = (text: string, cells: number): string => {
  let width = 0
  let kept = ''
  for (const character of text) {
    const next = width + widthOf(character)
    if (next > cells) return kept + ' '.repeat(cells - width)
    kept += character
    width = next
  }
  return kept
}

/**
 * Fills a text with spaces on the right up to a number of cells.
 *
 * @example padCells('沫', 4) // => "沫  "
 */
export const padCells = (text: string, cells: number): string =>
  text + ' '.repeat(Math.max(0, cells - cellWidth(text)))

/**
 * Fills a text with spaces on the left up to a number of cells.
 *
 * @example padCellsLeft('沫', 4) // => "  沫"
 */
export const padCellsLeft = (text: string, cells: number): string =>
  ' '.repeat(Math.max(0, cells - cellWidth(text))) + text
