import type { Spread } from '../run/spread.ts'
import { exactly, multiplySpreads, requireSpread } from './combine-spreads.ts'

/** The five stages that a model goes through, from data to the machines it is trained on. */
export const costStages = ['data', 'architecture', 'training', 'tuning', 'distributed'] as const
export type CostStage = (typeof costStages)[number]

/** A cost beside the training run, as a share of the run's bill for compute. */
export interface CostShare {
  readonly name: string
  readonly stage: CostStage
  readonly share: Spread
  readonly source: string
}

/** One line of a bill. US dollars. */
export interface CostLine {
  readonly name: string
  readonly stage: CostStage
  readonly costUsd: Spread
  readonly source: string
}

/** A bill: compute first, then what was asked for. */
export interface CostBill {
  readonly lines: readonly CostLine[]
  readonly totalUsd: Spread
}

/**
 * Writes the bill of a training run: compute and the lines asked for. The medians of the lines add to the total's, so
 * that the bill adds up; the ends of independent shares add as roots of squares.
 *
 * Throws: RangeError for a spread that is not positive, finite and ascending.
 * @example writeBill({ p10: 8, p50: 10, p90: 12 }, []).totalUsd.p50 // => 10
 */
export function writeBill(computeUsd: Spread, shares: readonly CostShare[]): CostBill {
  requireSpread('writeBill', computeUsd)
  for (const { share } of shares) requireSpread('writeBill', share)
  const compute: CostLine = {
    name: 'compute',
    stage: 'training',
    costUsd: computeUsd,
    source: 'hours x price',
  }
  const lines = shares.map(({ name, stage, share, source }) => ({
    name,
    stage,
    costUsd: multiplySpreads([computeUsd, share]),
    source,
  }))
  return { lines: [compute, ...lines], totalUsd: multiplySpreads([computeUsd, onTop(shares)]) }
}

/** One and the shares: the factor by which a bill exceeds compute. */
function onTop(shares: readonly CostShare[]): Spread {
  if (shares.length === 0) return exactly(1)
  let p50 = 1
  let below = 0
  let above = 0
  for (const { share } of shares) {
    p50 += share.p50
    below += (share.p50 - share.p10) * (share.p50 - share.p10)
    above += (share.p90 - share.p50) * (share.p90 - share.p50)
  }
  return { p10: p50 - Math.sqrt(below), p50, p90: p50 + Math.sqrt(above) }
}
