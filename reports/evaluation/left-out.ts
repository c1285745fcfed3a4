import { publishedQuantities, type PublishedQuantity } from '../../engine/cost/index.ts'
import type { PublishedRow, RowIdentity, SkipReason } from '../../scenarios/index.ts'
import type { EvaluatedRow, SkippedEntry } from './evaluation.ts'

/** What tells a row apart, without the rest of it. */
export const identityOf = ({ index, id, set, tier, kind, isEnergyMeasured }: RowIdentity): RowIdentity => ({
  index,
  id,
  set,
  tier,
  kind,
  isEnergyMeasured,
})

/** Why a quantity that a row reports has no prediction. */
function whyNot({ facts }: PublishedRow, quantity: PublishedQuantity): SkipReason {
  const isOfRun = quantity === 'gpuHours' || quantity === 'energyMwh'
  if (isOfRun && facts.tokens === null) return { code: 'noTokens' }
  if (quantity === 'mfu') return { code: facts.acceleratorCount === null ? 'noCount' : 'outOfRange' }
  const { tensor, pipeline, data } = facts.layout
  const isSplit = [tensor, pipeline, data].every((degree) => degree !== undefined)
  return { code: isOfRun || isSplit ? 'outOfRange' : 'noLayout' }
}

/** What of a row is left out, with what it reports and nobody predicts: misses of tiers A and B. */
export function leftOut(row: PublishedRow, evaluated: readonly EvaluatedRow[]): readonly SkippedEntry[] {
  const known = [...row.unpredicted, ...row.unusable]
  const silent = publishedQuantities.filter(
    (quantity) =>
      row.reported[quantity] !== null &&
      !evaluated.some((entry) => entry.quantity === quantity) &&
      !row.unpredicted.some((withheld) => withheld.quantity === quantity),
  )
  return [
    ...known.map((withheld) => ({ ...identityOf(row), ...withheld, missed: [] })),
    ...silent.map((quantity) => ({
      ...identityOf(row),
      quantity,
      reason: whyNot(row, quantity),
      missed: row.tier === null ? [] : [quantity],
    })),
  ]
}
