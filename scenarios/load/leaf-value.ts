import type { Holder } from '../deal-file/holder.ts'
import type { Distribution, Gate } from '../scenario.ts'

/** Where a value comes from, as the user's `sources:` block tells it. */
export interface Annotation {
  readonly path: string
  readonly source: string
  readonly low: number | null
  readonly high: number | null
  readonly note: string
}

/** What a leaf of the file may hold once it was read. A list may leave some of its entries to the defaults. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | Gate
  | readonly (number | null)[]
  | readonly string[]
  | readonly Annotation[]
  | readonly Holder[]

/** A value that was read, in base units; for an uncertain one its distribution, and `value` is the central value. */
export interface LeafValue {
  readonly value: Plain
  readonly distribution: Distribution | null
}

/** A certain value. */
export const certain = (value: Plain): LeafValue => ({ value, distribution: null })
