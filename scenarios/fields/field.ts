/** What a quantity measures, and so which units a scenario file may write it in. */
export type Dimension =
  | 'share' // 0-1; written 45% or 0.45
  | 'number' // plain number
  | 'multiple' // written 10x or 10
  | 'orders' // orders of magnitude (decimal exponent)
  | 'count' // whole number of things
  | 'usd' // written $4M
  | 'usd/month' // written $4.35M/month or $52M/year
  | 'usd/year' // yearly pay, written $200k/year
  | 'usd/gpu-hour' // written 2.20 $/gpu-hour or $2.20/gpu-hour
  | 'months' // written 18 months or 2 years
  | 'rate/month' // events or share a month, written 1.4%/month or 0.2/year (a rate scales: year = 12 months)
  | 'rate/year' // interest, dividends, events a year, written 8%/year (a rate scales)
  | 'growth/month' // compound growth, written 5%/month or 80%/year (compounded)

/**
 * Where a default comes from: ids of `scenarios/data/calibration.json`, an entry of `scenarios/data/accelerators.json`,
 * a chapter of the book, or an assumption.
 */
export type Source = 'assumption' | `book ${string}` | `machine ${string}` | (string & {})

/** A numeric input: its unit, default, plausible range, hard limits, source and meaning. */
export interface QuantityField {
  readonly type: 'quantity'
  readonly dimension: Dimension
  readonly value: number
  /** Plausible range of the default (what a sensitivity study would sweep). */
  readonly low: number
  readonly high: number
  /** Hard limits: a value outside is an error. */
  readonly min: number
  readonly max: number
  readonly source: Source
  readonly title: string
}

/** A yes-or-no input. */
export interface FlagField {
  readonly type: 'flag'
  readonly value: boolean
  readonly source: Source
  readonly title: string
}

/** A fixed-length list of quantities, one for each label, in the order of `labels`. */
export interface ListField {
  readonly type: 'list'
  readonly dimension: Dimension
  readonly labels: readonly string[]
  readonly value: readonly number[]
  readonly low: number
  readonly high: number
  readonly min: number
  readonly max: number
  readonly source: Source
  readonly title: string
}

/** A numeric input that may be left out; `null` has the meaning that its title states. */
export interface OptionalField extends Omit<QuantityField, 'type' | 'value'> {
  readonly type: 'optional'
  readonly value: number | null
}

export type Field = QuantityField | FlagField | ListField | OptionalField
export type Section = Readonly<Record<string, Field>>

/** The values that a section holds once resolved: numbers in the dimension's base unit. */
export type Values<S extends Section> = {
  readonly [K in keyof S]: S[K] extends FlagField
    ? boolean
    : S[K] extends ListField
      ? readonly number[]
      : S[K] extends OptionalField
        ? number | null
        : number
}

interface Limits {
  readonly low: number
  readonly high: number
  readonly min?: number
  readonly max?: number
}

const defaultMin: Readonly<Record<Dimension, number>> = {
  share: 0,
  number: -1e30,
  multiple: 0,
  orders: -30,
  count: 0,
  usd: 0,
  'usd/month': 0,
  'usd/year': 0,
  'usd/gpu-hour': 0,
  months: 0,
  'rate/month': 0,
  'rate/year': 0,
  'growth/month': -0.5,
}
const defaultMax: Readonly<Record<Dimension, number>> = {
  share: 1,
  number: 1e30,
  multiple: 1e6,
  orders: 30,
  count: 1e7,
  usd: 1e13,
  'usd/month': 1e12,
  'usd/year': 1e9,
  'usd/gpu-hour': 1e4,
  months: 1200,
  'rate/month': 50,
  'rate/year': 600,
  'growth/month': 2,
}

/** Declares a numeric input. */
export const quantity = (
  dimension: Dimension,
  value: number,
  limits: Limits,
  source: Source,
  title: string,
): QuantityField => ({
  type: 'quantity',
  dimension,
  value,
  low: limits.low,
  high: limits.high,
  min: limits.min ?? defaultMin[dimension],
  max: limits.max ?? defaultMax[dimension],
  source,
  title,
})

/** Declares a numeric input that may be left out. */
export const optionalQuantity = (
  dimension: Dimension,
  limits: Limits,
  source: Source,
  title: string,
): OptionalField => ({
  ...quantity(dimension, Number.NaN, limits, source, title),
  type: 'optional',
  value: null,
})

/** Declares a yes-or-no input. */
export const flag = (value: boolean, source: Source, title: string): FlagField => ({
  type: 'flag',
  value,
  source,
  title,
})

/** Declares a list with one quantity for each label. */
export const list = (
  dimension: Dimension,
  labels: readonly string[],
  value: readonly number[],
  limits: Limits,
  source: Source,
  title: string,
): ListField => ({
  type: 'list',
  dimension,
  labels,
  value,
  low: limits.low,
  high: limits.high,
  min: limits.min ?? defaultMin[dimension],
  max: limits.max ?? defaultMax[dimension],
  source,
  title,
})
