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
  | { readonly code: 'noParameters' }
  | { readonly code: 'moreActiveThanAll'; readonly active: number; readonly all: number }
  | { readonly code: 'notText'; readonly modality: string }
  | { readonly code: 'nothingToPredict' }
  | { readonly code: 'noTokens' }
  | { readonly code: 'noLayout' }
  | { readonly code: 'noCount' }
  | { readonly code: 'outOfRange' }
  | { readonly code: 'rateAlone'; readonly field: string }
  | { readonly code: 'layoutCannotBe'; readonly detail: string }
  | { readonly code: 'layoutDoesNotDivide'; readonly count: number; readonly product: number }
  | { readonly code: 'sliceOfJob' }
  | { readonly code: 'noEstimate'; readonly detail: string }

/** Lists and objects inside each other that are still written out: JSON.stringify runs out of stack at some thousand. */
const deepest = 100

const isDeep = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeep(inner, levels - 1)))

/**
 * At most 40 characters of a value, as JSON; numbers that JSON lacks by their names.
 *
 * @example shortJson({ tp: 8 }) // => '{"tp":8}'
 */
export function shortJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  if (isDeep(value, deepest)) return `${Array.isArray(value) ? '[...]' : '{...}'} nested too deeply`
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 40 ? `${text.slice(0, 37)}...` : text
}
