const formulaStart = /^[=+\-@\t\r]/u

/**
 * Text that no spreadsheet takes for a formula: a leading `=`, `+`, `-`, `@`, tab or return gets an apostrophe
 * before it.
 *
 * @example harmlessText('=1+1') // => "'=1+1"
 */
export const harmlessText = (text: string): string => (formulaStart.test(text) ? `'${text}` : text)
