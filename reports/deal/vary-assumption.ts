import type { FieldAssumption, FieldBar, FieldMethod } from './deal-report.ts'

/** How far an assumption is varied where a method has one answer: assumptions themselves, said beside each bar. */
export const spreads = {
  /** Points of a discount rate or a required return. */
  rate: 0.1,
  volatility: 0.2,
  growth: 0.01,
  /** Part of a multiple. */
  multiple: 0.25,
} as const

/** An assumption from its least to its most. */
export type Varied = FieldBar['varies']

/** Without the last digits, which a sum of decimals leaves behind. */
export const tidy = (value: number): number => Number(value.toPrecision(12))

/** A rate a year and what lies around it, never below 0. */
export const rateAround = (assumption: FieldAssumption, base: number): Varied => ({
  assumption,
  from: Math.max(0, tidy(base - spreads.rate)),
  base,
  to: tidy(base + spreads.rate),
})

/** Values a company under one assumption at its least, as it is, and at its most. */
export const barOf = (
  method: FieldMethod,
  varies: Varied,
  valueAt: (assumed: number) => number,
): FieldBar => {
  const baseUsd = valueAt(varies.base)
  const values = [valueAt(varies.from), baseUsd, valueAt(varies.to)]
  return { method, lowUsd: Math.min(...values), baseUsd, highUsd: Math.max(...values), varies }
}

/** A bar to be: making it may throw a RangeError. */
export type Bar = readonly [method: FieldMethod, make: () => FieldBar]
