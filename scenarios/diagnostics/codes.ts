import type { CodeEntry } from './code-entry.ts'
import { cashFlowCodes } from './codes-cash-flow.ts'
import { costCodes } from './codes-cost.ts'
import { dealCodes } from './codes-deal.ts'
import { dealMethodCodes } from './codes-deal-methods.ts'
import { dealValueCodes } from './codes-deal-value.ts'
import { dealWarningCodes } from './codes-deal-warning.ts'
import { ocfCodes } from './codes-ocf.ts'
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
  ...dealCodes,
  ...dealValueCodes,
  ...dealMethodCodes,
  ...dealWarningCodes,
  ...cashFlowCodes,
  ...ocfCodes,
}
