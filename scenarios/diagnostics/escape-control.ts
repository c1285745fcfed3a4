/**
 * Makes invisible characters visible, so that a file cannot steer the terminal it is shown on.
 * @example escapeControl('a\u001b[31m') // => "a\\x1b[31m"
 */
export const escapeControl = (text: string): string =>
  text.replace(/[\p{Cc}\u200B-\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu, (character) => {
    if (character === '\t') return ' '
    const point = (character.codePointAt(0) ?? 0).toString(16)
    return point.length > 2 ? `\\u${point.padStart(4, '0')}` : `\\x${point.padStart(2, '0')}`
  })
