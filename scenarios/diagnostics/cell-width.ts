/** Ranges that take two terminal cells: East Asian wide and full-width characters, and emoji. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
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

const widthOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0
  if (point >= 0x20 && point < 0x7f) return 1
  if (zeroWidth.test(character)) return 0
  return wide.some(([first, last]) => point >= first && point <= last) ? 2 : 1
}

/**
 * Cells that a text takes in a terminal: two for a Chinese character, none for a mark that combines, a control character
 * or a colour code. Characters of ambiguous width count one; where a terminal draws them wide, draw in ASCII.
 *
 * @example cellWidth('a：情景') // => 7
 */
export const cellWidth = (text: string): number => {
  let cells = 0
  for (const character of text.replace(colourCodes, '')) cells += widthOf(character)
  return cells
}
