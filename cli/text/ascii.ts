const replacements: Readonly<Record<string, string>> = {
  '±': '+/-',
  '·': '-',
  '…': '...',
  '→': '->',
  '×': 'x',
  '≤': '<=',
  '≥': '>=',
  '✓': 'ok',
  '✗': 'FAIL',
  '■': '*',
  '●': '*',
  '█': '#',
  '▓': '+',
  '░': '.',
  '“': '"',
  '”': '"',
}

/**
 * Replaces marks that some terminals draw two cells wide or not at all by ASCII; words stay as they are.
 *
 * @example toAsciiMarks('12 ±3 █') // => "12 +/-3 #"
 */
export const toAsciiMarks = (text: string): string =>
  text.replaceAll(/[±·…→×≤≥✓✗■●█▓░“”]/gu, (mark) => replacements[mark] ?? mark)
