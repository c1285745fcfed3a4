import type { AgeCounts } from './age-counts.ts'
import { BINS_PER_MONTH } from './age-grid.ts'
import { measureBatchSpread } from './batch-spread.ts'
import { batchReach } from './batches.ts'
import type { Interval } from './interval.ts'
import { survivalLimits } from './survival-limits.ts'

const NORMAL_REACH = 1.959963984540054

/** A survival curve by bin of the age grid, with what its intervals need. */
export interface GridCurve {
  readonly survival: Float64Array
  readonly atRisk: Float64Array
  /** Greenwood's sum: the variance of the logarithm of survival if subjects were independent. */
  readonly greenwood: Float64Array
  /** The same variance by whole month, from the spread between batches. */
  readonly spread: Float64Array
  readonly batchCount: number
  /** The last bin in which somebody entered or left; -1 without subjects. Arrays by bin end here. */
  readonly lastBin: number
}

/** The curve of counts on the fine grid (`all`) and by batch on whole months. */
export function makeGridCurve(all: AgeCounts, batches: readonly AgeCounts[]): GridCurve {
  const used = batches.filter((counts) => !counts.isEmpty)
  return { ...multiply(all), spread: measureBatchSpread(used), batchCount: used.length }
}

/** The survival beyond a bin with its 95 % interval; all null beyond the last bin, unless nobody was left there. */
export function survivalAtBin(curve: GridCurve, bin: number): Interval {
  const { survival, lastBin, batchCount } = curve
  if (lastBin < 0 || (bin > lastBin && survival[lastBin] > 0))
    return { estimate: null, low: null, high: null }
  const inside = Math.min(bin, lastBin)
  if (batchCount < 2) return { estimate: survival[inside], low: null, high: null }
  return { estimate: survival[inside], ...limitsAt(curve, inside) }
}

function multiply({ entries, exits, events }: AgeCounts) {
  const lastBin = exits.findLastIndex((count) => count > 0)
  const survival = new Float64Array(lastBin + 1)
  const atRisk = new Float64Array(lastBin + 1)
  const greenwood = new Float64Array(lastBin + 1)
  let share = 1
  let variance = 0
  for (let bin = 0, present = 0; bin <= lastBin; bin++) {
    atRisk[bin] = bin === 0 ? entries[0] : present
    if (events[bin] > 0) {
      const survivors = present - events[bin]
      share *= survivors / present
      variance += events[bin] / (present * survivors)
    }
    present += entries[bin] - exits[bin]
    survival[bin] = share
    greenwood[bin] = variance
  }
  return { survival, atRisk, greenwood, lastBin }
}

function limitsAt(curve: GridCurve, bin: number): { low: number | null; high: number | null } {
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
