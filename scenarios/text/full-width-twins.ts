/** Full-width marks with the half-width mark that YAML wants, and what the mark is called (a term of `phrases.ts`). */
export const twins: Readonly<Record<string, readonly [replacement: string, term: string]>> = {
  '：': [':', 'colon'],
  '，': [',', 'comma'],
  '“': ['"', 'quotationMark'],
  '”': ['"', 'quotationMark'],
  '„': ['"', 'quotationMark'],
  '＂': ['"', 'quotationMark'],
  '‘': ["'", 'quotationMark'],
  '’': ["'", 'quotationMark'],
  '｛': ['{', 'bracket'],
  '｝': ['}', 'bracket'],
  '［': ['[', 'bracket'],
  '］': [']', 'bracket'],
  '【': ['[', 'bracket'],
  '】': [']', 'bracket'],
  '\u3000': [' ', 'space'],
  '－': ['-', 'dash'],
}

/** The closing mark of each opening quotation mark. */
export const closingQuotes: Readonly<Record<string, string>> = { '“': '”', '„': '”', '＂': '＂', '‘': '’' }

/** Whether a text holds any of these marks at all. */
export const mayHoldTwins = (text: string): boolean => /[：，“”„＂‘’｛｝［］【】\u3000－]/u.test(text)

/** A mark in the wrong place. */
export interface FoundMark {
  readonly offset: number
  readonly mark: string
  readonly replacement: string
  /** Only completes the mark before it (a closing quote). */
  readonly isClosing: boolean
}
