import type { TimeUnit } from './quantity-text.ts'

/** Months in each unit of time. */
export const monthsIn: Readonly<Record<TimeUnit, number>> = { month: 1, quarter: 3, year: 12 }

/**
 * Compound growth over a span, as growth a month.
 * @example Math.round(compoundPerMonth(0.8, 12) * 1e6) // => 50202
 */
export const compoundPerMonth = (growth: number, months: number): number =>
  months === 1 ? growth : Math.expm1(Math.log1p(growth) / months)
