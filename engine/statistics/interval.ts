/**
 * An estimate with its 95 % interval. `estimate` is null where there were no data to estimate from; `low` and
 * `high` are null where there were too few independent batches (fewer than 2) to say how far off it may be.
 */
export interface Interval {
  readonly estimate: number | null
  readonly low: number | null
  readonly high: number | null
}
