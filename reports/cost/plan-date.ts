import { priceBookDate } from '../../scenarios/index.ts'

/** The month of a run's prices and software: the plan's, or the latest that prices are known for. */
export const dateOf = (date: string | null): string => date ?? priceBookDate

/**
 * A month as a year with a fraction, its middle.
 *
 * @example yearOf('2026-07') // => 2026.5416666666667
 */
export const yearOf = (date: string): number => {
  const [year, month = '7'] = date.split('-')
  return Number(year) + (Number(month) - 0.5) / 12
}
