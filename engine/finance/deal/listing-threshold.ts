import { exitBreakpointsUsd } from '../exit/exit-breakpoints.ts'
import type { ExitSplit, ExitTerms } from '../exit/exit-terms.ts'
import { leastPerShareUsd } from '../exit/listing-kind.ts'
import { makeExitSplit } from '../exit/make-exit-split.ts'
import { splitExit } from '../exit/split-exit.ts'
import type { CapTable } from '../table/cap-table.ts'
import { preferenceUsd } from '../table/preferred-series.ts'
import type { QualifiedListing } from './deal.ts'

/** The price from which on a listing takes place as one. */
export interface ListingThreshold {
  readonly priceUsd: number
  /** Places in the table's `series` whose veto ends there; empty where the listing qualifies there. */
  readonly vetoes: readonly number[]
}

/** Part of an amount that is enough of it: the rest is rounding of the arithmetic. */
const enough = 1 - 1e-12

/**
 * Finds the exit price below which a listing is paid out as a sale, because it does not qualify or a series may veto
 * it, and from which on every series converts. There is one, since what a listing pays rises with its price.
 *
 * Units: US dollars; `exit.priceUsd` is not used; Infinity if no listing ever qualifies. Throws: as `splitExit`.
 */
export function listingThreshold(
  table: CapTable,
  qualified: QualifiedListing,
  exit: ExitTerms,
): ListingThreshold {
  const terms: ExitTerms = { ...exit, kind: 'listing' }
  const perShareUsd = leastPerShareUsd(table, qualified)
  const qualifiesUsd = Math.max(
    qualified.leastPriceUsd,
    priceOfPayout(table, terms, ({ perCommonShareUsd }) => perCommonShareUsd, perShareUsd),
  )
  const vetoUsd = table.series.map((series, place) =>
    series.vetoesDownListing
      ? priceOfPayout(table, terms, ({ seriesUsd }) => seriesUsd[place], preferenceUsd(series))
      : 0,
  )
  const priceUsd = Math.max(qualifiesUsd, ...vetoUsd)
  const vetoes = vetoUsd.flatMap((usd, place) => (usd === priceUsd && usd > qualifiesUsd ? [place] : []))
  return { priceUsd, vetoes }
}

/** The least price at which a listing pays somebody an amount: a straight line between two breakpoints. */
function priceOfPayout(
  table: CapTable,
  terms: ExitTerms,
  paidUsd: (split: ExitSplit) => number,
  amountUsd: number,
): number {
  const split = makeExitSplit()
  const paidAt = (priceUsd: number): number => {
    splitExit(table, { ...terms, priceUsd }, split)
    return paidUsd(split)
  }
  if (amountUsd === 0) return 0
  const points = exitBreakpointsUsd(table, terms)
  const above = points.findIndex((priceUsd) => paidAt(priceUsd) >= enough * amountUsd)
  if (above === 0) return 0
  // Beyond the last breakpoint the last line goes on: its slope is measured at twice the price.
  const from = above < 0 ? points[points.length - 1] : points[above - 1]
  const to = above < 0 ? 2 * from + 1 : points[above]
  const slope = (paidAt(to) - paidAt(from)) / (to - from)
  if (!(slope > 0)) return Infinity
  const priceUsd = from + (amountUsd - paidAt(from)) / slope
  return above < 0 ? priceUsd : Math.min(to, priceUsd)
}
