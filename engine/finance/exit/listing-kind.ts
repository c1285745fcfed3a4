import type { QualifiedListing } from '../deal/deal.ts'
import type { CapTable } from '../table/cap-table.ts'
import { preferenceUsd } from '../table/preferred-series.ts'
import { splitExit } from './split-exit.ts'
import type { ExitSplit, ExitTerms } from './exit-terms.ts'

/** How a listing at some price goes: all convert, or each series chooses, or a holder of a veto stops it. */
export type ListingKind = 'qualified' | 'chosen' | 'vetoed'

/** Part of an amount that is enough of it: the rest is rounding of the arithmetic. */
const enough = 1 - 1e-12

/**
 * Says how a listing goes. One that reaches the agreed value and price converts every series; below it, series may
 * choose as in a sale. A series with a veto stops a listing that would pay it less than its preference.
 *
 * Shape: overwrites `split` with the payouts if all convert. Throws: as `splitExit`.
 */
export function listingKind(
  table: CapTable,
  qualified: QualifiedListing,
  exit: ExitTerms,
  split: ExitSplit,
): ListingKind {
  splitExit(table, { ...exit, kind: 'listing' }, split)
  for (let i = 0; i < table.series.length; i++)
    if (table.series[i].vetoesDownListing && split.seriesUsd[i] < enough * preferenceUsd(table.series[i]))
      return 'vetoed'
  const leastUsd = enough * leastPerShareUsd(table, qualified)
  const isQualified = exit.priceUsd >= enough * qualified.leastPriceUsd && split.perCommonShareUsd >= leastUsd
  return isQualified ? 'qualified' : 'chosen'
}

/** What a common share must get for a listing to qualify: the agreed multiple of the newest issue price. */
export function leastPerShareUsd({ series }: CapTable, { leastMultiple }: QualifiedListing): number {
  const newest = series.at(-1)
  return newest === undefined ? 0 : leastMultiple * newest.issuePriceUsd
}
