import type { CodeEntry } from './code-entry.ts'
import { costCodes } from './codes-cost.ts'
import { structureCodes } from './codes-structure.ts'
import { textCodes } from './codes-text.ts'
import { valueCodes } from './codes-value.ts'
import { warningCodes } from './codes-warning.ts'

/** Every code: F0xx the text, F1xx its structure, F2xx values and units, F3xx warnings. Codes are never reused. */
export const codes: Readonly<Record<string, CodeEntry>> = {
  ...textCodes,
  ...structureCodes,
  ...valueCodes,
  ...warningCodes,
  ...costCodes,
}
