import type { AgeCounts } from './age-counts.ts'

/**
 * The variance of the logarithm of the Kaplan-Meier survival by whole month, from the spread between batches
 * of runs. A batch that loses more than its share of those at risk in a month, month after month, has a large
 * influence: the variance is the sum of squared influences, whatever dependence there is within a batch.
 *
 * Shape: one entry a bin of the counts; NaN with fewer than 2 batches. Those who enter or are last seen
 * during a month count as at risk for half of it.
 * Source: Ying and Wei, J. Multivariate Analysis 50, 1994, with the usual factor B / (B - 1).
 */
export function measureBatchSpread(batches: readonly AgeCounts[]): Float64Array {
  const binCount = batches.length === 0 ? 0 : batches[0].entries.length
  const spread = new Float64Array(binCount).fill(NaN)
  if (batches.length < 2) return spread
  const present = new Float64Array(batches.length)
  const exposure = new Float64Array(batches.length)
  const influence = new Float64Array(batches.length)
  for (let bin = 0; bin < binCount; bin++) {
    const events = measureExposure(batches, bin, present, exposure)
    if (events > 0) addInfluence(batches, bin, events, exposure, influence)
    spread[bin] = (sumOfSquares(influence) * batches.length) / (batches.length - 1)
  }
  return spread
}

/** Fills the exposure of each batch in a bin, moves `present` on to the next, and returns the events of all. */
function measureExposure(
  batches: readonly AgeCounts[],
  bin: number,
  present: Float64Array,
  exposure: Float64Array,
): number {
  let total = 0
  batches.forEach(({ entries, exits, events }, b) => {
    const lastSeen = exits[bin] - events[bin]
    exposure[b] = present[b] + (entries[bin] - lastSeen) / 2
    present[b] += entries[bin] - exits[bin]
    total += events[bin]
  })
  return total
}

function addInfluence(
  batches: readonly AgeCounts[],
  bin: number,
  events: number,
  exposure: Float64Array,
  influence: Float64Array,
): void {
  const total = exposure.reduce((sum, part) => sum + part, 0)
  for (let b = 0; b < batches.length; b++) {
    influence[b] += (batches[b].events[bin] - (events / total) * exposure[b]) / total
  }
}

function sumOfSquares(values: Float64Array): number {
  let total = 0
  for (const value of values) total += value * value
  return total
}
