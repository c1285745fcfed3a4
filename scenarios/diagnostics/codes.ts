import type { Bilingual } from './language.ts'
import { structureCodes } from './codes-structure.ts'
import { textCodes } from './codes-text.ts'
import { valueCodes } from './codes-value.ts'
import { warningCodes } from './codes-warning.ts'

/** All that is known of a diagnostic code. */
export interface CodeEntry {
  readonly severity: 'error' | 'warning'
  readonly title: Bilingual
  /** What `explain CODE` prints. */
  readonly explanation: Bilingual
  /** The first line; `{name}` gaps are filled from the problem's words. */
  readonly message: Bilingual
  /** The text beside the caret. */
  readonly label: Bilingual
  /** Key of the phrase that helps, unless the problem names another. */
  readonly help?: string
}

/** Every code: F0xx the text, F1xx its structure, F2xx values and units, F3xx warnings. Codes are never reused. */
export const codes: Readonly<Record<string, CodeEntry>> = {
  ...textCodes,
  ...structureCodes,
  ...valueCodes,
  ...warningCodes,
}
