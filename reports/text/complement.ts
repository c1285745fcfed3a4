import type { Estimate } from '../summarise/summary.ts'

const fromOne = (value: number | null): number | null => (value === null ? null : 1 - value)

/**
 * 1 minus a share, with the interval turned round.
 *
 * @example complementOf({ estimate: 0.25, low: 0, high: 0.5 }) // => { estimate: 0.75, low: 0.5, high: 1 }
 */
export const complementOf = ({ estimate, low, high }: Estimate): Estimate => ({
  estimate: fromOne(estimate),
  low: fromOne(high),
  high: fromOne(low),
})
