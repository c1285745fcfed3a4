/** Why a row, or one quantity of it, is not predicted or not compared: data, put into words where it is shown. */
export type SkipReason =
  | {
      readonly code: 'badValue'
      readonly field: string
      /** The value as JSON, cut. */
      readonly value: string
      readonly wants: 'number' | 'wholeNumber' | 'text' | 'object'
      readonly low: number | null
      readonly high: number | null
    }
  | { readonly code: 'badOutcome'; readonly field: string; readonly value: string }
  | { readonly code: 'noAccelerator' }
  | { readonly code: 'unknownAccelerator'; readonly name: string }
  | { readonly code: 'noParameters' }
  | { readonly code: 'moreActiveThanAll'; readonly active: number; readonly all: number }
  | { readonly code: 'notText'; readonly modality: string }
  | { readonly code: 'nothingToPredict' }
  | { readonly code: 'layoutDoesNotDivide'; readonly count: number; readonly product: number }
  | { readonly code: 'sliceOfJob' }
  | { readonly code: 'noEstimate'; readonly detail: string }

/** At most 40 characters of a value, as JSON. */
export function shortJson(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 40 ? `${text.slice(0, 37)}...` : text
}
