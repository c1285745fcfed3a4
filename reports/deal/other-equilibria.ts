import { conversionEquilibria, type DealExit, type DealStage } from '../../engine/finance/index.ts'
import type { DealEquilibrium } from './deal-report.ts'

/** Series for which every way to choose is tried. */
const mostSeries = 12

/** Equilibria of an exit beside the one that is reported; none where there are too many series to try all. */
export const otherEquilibria = (stage: DealStage, exit: DealExit): readonly DealEquilibrium[] => {
  const { table, classes } = stage
  if (table.series.length > mostSeries || exit.paidAs === 'listing') return []
  const places = classes.flatMap(({ kind }, place) =>
    kind === 'series' || kind === 'shadow_series' ? [place] : [],
  )
  const reported = exit.split.seriesConverts
  return conversionEquilibria(table, { ...exit.terms, kind: 'sale' })
    .filter(({ converts }) => converts.some((choice, at) => choice !== reported[at]))
    .map(({ converts, seriesUsd }) => ({
      converts: places.filter((_, at) => converts[at]),
      payouts: places.map((place, at) => ({ name: classes[place].name, amountUsd: seriesUsd[at] })),
    }))
}
