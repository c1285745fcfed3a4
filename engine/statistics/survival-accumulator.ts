import { outOfRange } from '../random/index.ts'
import type { AgeCountsData } from './age-counts.ts'
import { AgeCounts } from './age-counts.ts'
import { BATCH_COUNT, batchReach } from './batches.ts'
import { measureBatchSpread } from './batch-spread.ts'
import type { Interval } from './interval.ts'
import { survivalLimits } from './survival-limits.ts'

/** Bins of age in a month, and the oldest age followed. */
const BINS_PER_MONTH = 64
const LAST_MONTH = 400
const LAST_BIN = LAST_MONTH * BINS_PER_MONTH
/** Ages are differences of two months: 12.0000000001 belongs to the bin that ends at 12. */
const ROUNDING = 1e-6
const NORMAL_REACH = 1.959963984540054

/** What `SurvivalAccumulator` leaves in a file; batches without subjects are left out. */
export interface SurvivalData {
  readonly all: AgeCountsData
  readonly batches: readonly (readonly [batch: number, counts: AgeCountsData])[]
}

/** The survival curve with what its intervals need, by bin. */
interface Curve {
  readonly survival: Float64Array
  /** Greenwood's sum: the variance of the logarithm of survival if subjects were independent. */
  readonly greenwood: Float64Array
  readonly atRisk: Float64Array
  /** The same variance by whole month, from the spread between batches. */
  readonly spread: Float64Array
  readonly batchCount: number
  readonly lastBin: number
}

/**
 * Survival by age over any number of subjects in constant memory: the Kaplan-Meier estimate with delayed entry on a grid
 * of 1/64 month up to 400 months. On ages that are multiples of 1/64 it equals `kaplanMeier`; else it is a bin off.
 * It holds integer counts, so parts merge exactly in any order.
 *
 * The 95 % interval is log-log and takes the wider of two: Greenwood's, as if subjects were independent, and one from the
 * spread between batches of runs (Student's t), which knows that startups of one run share its boom and its bust.
 * Where nothing has ended yet the lower limit is that of an exact binomial count; where all have ended there is no upper.
 *
 * Units: months of age.
 * Source: Kaplan and Meier 1958; Greenwood 1926; the sum over clusters of influence functions as in Ying and Wei,
 * J. Multivariate Analysis 50, 1994.
 */
export class SurvivalAccumulator {
  private readonly all: AgeCounts
  private readonly batches: AgeCounts[]
  private curve: Curve | null = null

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
   * Adds a subject seen from `entryAge` to `exitAge`, which ended there if `isEvent` and was last seen alive if not.
   * A subject that leaves as it enters was never at risk and leaves no trace; beyond 400 months it counts as seen to 400.
   * Throws: RangeError unless 0 <= entryAge <= exitAge < Infinity and batch is 0 to 31 (`batchOfRun`).
   */
  add(entryAge: number, exitAge: number, isEvent: boolean, batch = 0): void {
    if (!(entryAge >= 0 && entryAge <= exitAge && exitAge < Infinity)) throw badAges(entryAge, exitAge)
    const counts = this.batches[batch]
    if (counts === undefined) {
      throw outOfRange('SurvivalAccumulator.add', `batch must be 0 to ${BATCH_COUNT - 1}`, batch)
    }
    const entryBin = binEndingAt(entryAge)
    if (exitAge === entryAge || entryBin >= LAST_BIN) return
    const exitBin = Math.max(entryBin + 1, binEndingAt(exitAge))
    const ends = isEvent && exitBin <= LAST_BIN
    const lastBin = Math.min(exitBin, LAST_BIN)
    this.all.add(entryBin, lastBin, ends)
    counts.add(monthOfBin(entryBin), monthOfBin(lastBin), ends)
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
    this.curve ??= this.makeCurve()
    const { survival, lastBin, batchCount } = this.curve
    const bin = Math.min(Math.floor(age * BINS_PER_MONTH + ROUNDING), LAST_BIN + 1)
    if (bin > lastBin && !(lastBin > 0 && survival[lastBin] === 0))
      return { estimate: null, low: null, high: null }
    const estimate = survival[Math.min(bin, lastBin)]
    if (batchCount < 2) return { estimate, low: null, high: null }
    return { estimate, ...limitsAt(this.curve, Math.min(bin, lastBin)) }
  }

  /** How many were at risk at an age. */
  atRiskAt(age: number): number {
    if (!(age >= 0)) throw outOfRange('SurvivalAccumulator.atRiskAt', 'age must be >= 0', age)
    this.curve ??= this.makeCurve()
    return this.curve.atRisk[Math.floor(age * BINS_PER_MONTH + ROUNDING)] ?? 0
  }

  toJSON(): SurvivalData {
    const used = [...this.batches.entries()].filter(([, counts]) => !counts.isEmpty)
    return { all: this.all.toJSON(), batches: used.map(([batch, counts]) => [batch, counts.toJSON()]) }
  }

  private makeCurve(): Curve {
    const used = this.batches.filter((counts) => !counts.isEmpty)
    return { ...multiply(this.all), spread: measureBatchSpread(used), batchCount: used.length }
  }
}

function multiply({ entries, exits, events }: AgeCounts) {
  const survival = new Float64Array(LAST_BIN + 1)
  const greenwood = new Float64Array(LAST_BIN + 1)
  const atRisk = new Float64Array(LAST_BIN + 1)
  let share = 1
  let variance = 0
  let lastBin = -1
  for (let bin = 0, present = 0; bin <= LAST_BIN; bin++) {
    atRisk[bin] = bin === 0 ? entries[0] : present
    if (events[bin] > 0) {
      const survivors = present - events[bin]
      share *= survivors / present
      variance += events[bin] / (present * survivors)
    }
    if (entries[bin] > 0 || exits[bin] > 0) lastBin = bin
    present += entries[bin] - exits[bin]
    survival[bin] = share
    greenwood[bin] = variance
  }
  return { survival, greenwood, atRisk, lastBin }
}

function limitsAt(curve: Curve, bin: number): { low: number | null; high: number | null } {
  const share = curve.survival[bin]
  if (share === 0) return { low: 0, high: null }
  if (share === 1)
    return { low: bin === 0 ? 1 : Math.exp(Math.log(0.025) / Math.max(1, curve.atRisk[bin])), high: 1 }
  const independent = NORMAL_REACH * Math.sqrt(curve.greenwood[bin])
  const clustered = batchReach(curve.batchCount) * Math.sqrt(spreadAt(curve.spread, bin))
  const [low, high] = survivalLimits(share, share, Math.max(independent, clustered), 'log-log')
  return { low, high }
}

/** The variance between batches at a bin, on the line between the whole months around it. */
function spreadAt(spread: Float64Array, bin: number): number {
  const month = Math.floor(bin / BINS_PER_MONTH)
  const part = bin / BINS_PER_MONTH - month
  return part === 0 ? spread[month] : spread[month] + part * (spread[month + 1] - spread[month])
}

/** The bin of an age: bin k holds ages above (k - 1) / 64 up to k / 64 months. */
function binEndingAt(age: number): number {
  return Math.max(0, Math.ceil(age * BINS_PER_MONTH - ROUNDING))
}

function monthOfBin(bin: number): number {
  return Math.ceil(bin / BINS_PER_MONTH)
}

function badAges(entryAge: number, exitAge: number): RangeError {
  const bound = 'ages must be finite with 0 <= entry <= exit'
  return outOfRange('SurvivalAccumulator.add', bound, `${entryAge} to ${exitAge}`)
}
