/** A quantity that is known to a spread: one run in ten is below `p10`, half below `p50`, nine in ten below `p90`. */
export interface Spread {
  readonly p10: number
  readonly p50: number
  readonly p90: number
}
