import type { Reliability } from './reliability-of-year.ts'
import type { Spread } from './spread.ts'

/** A run, as far as it is interrupted. */
export interface GoodputRequest {
  readonly acceleratorCount: number
  /** All weights of the model, those of every expert: what a checkpoint holds. */
  readonly parameters: number
  /** Year of the run, with a fraction. */
  readonly year: number
  /** Hours that the steps of the run take if nothing comes between. */
  readonly idealHours: number
  /** Replaces what was usual in `year`. */
  readonly reliability?: Partial<Reliability>
}

/**
 * What interruptions make of a run. Of the billed hours, `goodput` is what the steps alone would take; it and the four
 * shares add to 1.
 */
export interface Goodput {
  readonly goodput: number
  /** Share of billed hours in which training stands still for a checkpoint. */
  readonly checkpointShare: number
  /** Share that goes into restarts and into work done again after failures. */
  readonly failureShare: number
  /** Share in which all wait for the slowest accelerator. */
  readonly stragglerShare: number
  /** Share that people take: planned stops, evaluations, work thrown away. */
  readonly interventionShare: number
  /** Mean time between failures of the whole job. */
  readonly mtbfHours: number
  readonly checkpointIntervalHours: number
  readonly expectedFailures: number
  /** Billed over ideal hours: 1 over the goodput. */
  readonly billedOverIdeal: number
  readonly billedOverIdealSpread: Spread
  /** Calendar over billed hours: repairs and maintenance that nobody bills. */
  readonly calendarOverBilled: number
}
