import { outOfRange } from '../random/index.ts'
import type { AgeCountsData } from './age-counts.ts'
import { AgeCounts } from './age-counts.ts'
import { LAST_BIN, LAST_MONTH, binOfAge, lastBinWithin, monthOfBin } from './age-grid.ts'
import { BATCH_COUNT } from './batches.ts'
import type { Interval } from './interval.ts'
import type { GridCurve } from './survival-curve.ts'
import { makeGridCurve, survivalAtBin } from './survival-curve.ts'

/** What `SurvivalAccumulator` leaves in a file; batches without subjects are left out. */
export interface SurvivalData {
  readonly all: AgeCountsData
  readonly batches: readonly (readonly [batch: number, counts: AgeCountsData])[]
}

/**
 * Survival by age over any number of subjects in constant memory: the Kaplan-Meier estimate with delayed
 * entry on a grid of 1/64 month up to 400 months. On ages that are multiples of 1/64 it equals `kaplanMeier`;
 * else it is a bin off. It holds integer counts, so parts merge exactly in any order.
 *
 * The 95 % interval is log-log and takes the wider of two: Greenwood's, as if subjects were independent, and
 * one from the spread between batches of runs (Student's t), which knows that startups of one run share its
 * boom and its bust. Where nothing has ended yet the lower limit is that of an exact binomial count; where
 * all have ended there is no upper.
 *
 * Units: months of age.
 * Source: Kaplan and Meier 1958; Greenwood 1926; the sum over clusters of influence functions as in Ying and
 * Wei, J. Multivariate Analysis 50, 1994.
 */
export class SurvivalAccumulator {
  private readonly all: AgeCounts
  private readonly batches: AgeCounts[]
  /** Made when asked for and dropped by the next change. */
  private curve: GridCurve | null = null

  constructor(data?: SurvivalData) {
    this.all = data === undefined ? new AgeCounts(LAST_BIN + 1) : AgeCounts.fromJSON(LAST_BIN + 1, data.all)
    this.batches = Array.from({ length: BATCH_COUNT }, () => new AgeCounts(LAST_MONTH + 1))
    for (const [batch, counts] of data?.batches ?? []) {
      this.batches[batch] = AgeCounts.fromJSON(LAST_MONTH + 1, counts)
    }
  }

  static fromJSON(data: SurvivalData): SurvivalAccumulator {
    return new SurvivalAccumulator(data)
  }

  /**
   * Adds a subject seen from `entryAge` to `exitAge`, which ended there if `isEvent` and was last seen alive
   * if not. A subject that leaves as it enters was never at risk and leaves no trace; beyond 400 months it
   * counts as seen to 400.
   * Throws: RangeError unless 0 <= entryAge <= exitAge < Infinity and batch is 0 to 31 (`batchOfRun`).
   */
  add(entryAge: number, exitAge: number, isEvent: boolean, batch = 0): void {
    if (!(entryAge >= 0 && entryAge <= exitAge && exitAge < Infinity)) throw badAges(entryAge, exitAge)
    const counts = this.batches[batch]
    if (counts === undefined) {
      throw outOfRange('SurvivalAccumulator.add', `batch must be 0 to ${BATCH_COUNT - 1}`, batch)
    }
    const entryBin = binOfAge(entryAge)
    if (exitAge === entryAge || entryBin >= LAST_BIN) return
    const exitBin = Math.max(entryBin + 1, binOfAge(exitAge))
    const isSeenToEnd = isEvent && exitBin <= LAST_BIN
    const lastBin = Math.min(exitBin, LAST_BIN)
    this.all.add(entryBin, lastBin, isSeenToEnd)
    counts.add(monthOfBin(entryBin), monthOfBin(lastBin), isSeenToEnd)
    this.curve = null
  }

  /** Adds everything that `other` holds; `other` stays as it is. */
  merge(other: SurvivalAccumulator): void {
    this.all.merge(other.all)
    for (let b = 0; b < BATCH_COUNT; b++) this.batches[b].merge(other.batches[b])
    this.curve = null
  }

  /**
   * The share that survives beyond an age, with its 95 % interval. All null beyond the oldest age seen.
   * Throws: RangeError unless age >= 0.
   */
  survivalAt(age: number): Interval {
    if (!(age >= 0)) throw outOfRange('SurvivalAccumulator.survivalAt', 'age must be >= 0', age)
    return survivalAtBin(this.currentCurve(), lastBinWithin(age))
  }

  /** How many were at risk at an age. Throws: RangeError unless age >= 0. */
  atRiskAt(age: number): number {
    if (!(age >= 0)) throw outOfRange('SurvivalAccumulator.atRiskAt', 'age must be >= 0', age)
    return this.currentCurve().atRisk[lastBinWithin(age)] ?? 0
  }

  toJSON(): SurvivalData {
    const used = [...this.batches.entries()].filter(([, counts]) => !counts.isEmpty)
    return { all: this.all.toJSON(), batches: used.map(([batch, counts]) => [batch, counts.toJSON()]) }
  }

  private currentCurve(): GridCurve {
    this.curve ??= makeGridCurve(this.all, this.batches)
    return this.curve
  }
}

function badAges(entryAge: number, exitAge: number): RangeError {
  const bound = 'ages must be finite with 0 <= entry <= exit'
  return outOfRange('SurvivalAccumulator.add', bound, `${entryAge} to ${exitAge}`)
}
