import { publishedQuantities, type PublishedQuantity } from '../../engine/cost/index.ts'
import type { RowIdentity } from '../../scenarios/index.ts'
import { accuracyOf } from './accuracy.ts'
import type { Accuracy, EvaluatedRow, Evaluation, QuantityAccuracy, SkippedEntry } from './evaluation.ts'

type Belongs = (identity: RowIdentity) => boolean

/** Accuracy of one quantity over some rows; undefined if none of them was reported or missed. */
function accuracyAmong(
  rows: readonly EvaluatedRow[],
  missed: readonly SkippedEntry[],
  belongs: Belongs,
): Accuracy | undefined {
  const points = rows.flatMap((row) =>
    row.reported !== null && belongs(row) ? [{ ...row.predicted, reported: row.reported }] : [],
  )
  const accuracy = accuracyOf(points, missed.filter(belongs).length)
  return accuracy.n === 0 ? undefined : accuracy
}

const isMarked: Belongs = ({ tier }) => tier !== null
const tiers: readonly (readonly ['A' | 'B' | 'A+B' | 'none', Belongs])[] = [
  ['A', ({ tier }) => tier === 'A'],
  ['B', ({ tier }) => tier === 'B'],
  ['A+B', isMarked],
  ['none', ({ tier, set }) => tier === null && set === null],
]

const byMeter: readonly (readonly ['measured' | 'notMeasured', Belongs])[] = [
  ['measured', ({ isEnergyMeasured }) => isEnergyMeasured],
  ['notMeasured', ({ isEnergyMeasured }) => !isEnergyMeasured],
]

function summariseQuantity(
  quantity: PublishedQuantity,
  allRows: readonly EvaluatedRow[],
  skipped: readonly SkippedEntry[],
): QuantityAccuracy | undefined {
  const rows = allRows.filter((row) => row.quantity === quantity)
  const missed = skipped.filter((entry) => entry.missed.includes(quantity))
  const all = accuracyAmong(rows, missed, () => true)
  if (all === undefined) return undefined
  const groups = quantity === 'energyMwh' ? [...tiers, ...byMeter] : tiers
  const byGroup = groups.flatMap(([name, belongs]) => {
    const accuracy = accuracyAmong(rows, missed, belongs)
    return accuracy === undefined ? [] : [[name, accuracy] as const]
  })
  const names = [...new Set(rows.map(({ set }) => set).filter((set) => set !== null))]
  const bySet = names.flatMap((name) => {
    const accuracy = accuracyAmong(rows, missed, ({ set }) => set === name)
    return accuracy === undefined ? [] : [[name, accuracy] as const]
  })
  return {
    all,
    ...Object.fromEntries(byGroup),
    ...(bySet.length === 0 ? {} : { sets: Object.fromEntries(bySet) }),
  }
}

/** Sums up errors by quantity, and within each by tier and by set. Quantities that nobody reported are left out. */
export function summariseEvaluation(
  rows: readonly EvaluatedRow[],
  skipped: readonly SkippedEntry[],
): Evaluation['summary'] {
  return Object.fromEntries(
    publishedQuantities.flatMap((quantity) => {
      const accuracy = summariseQuantity(quantity, rows, skipped)
      return accuracy === undefined ? [] : [[quantity, accuracy]]
    }),
  )
}
