import { exitBreakpointsUsd } from '../exit/exit-breakpoints.ts'
import type { ExitTerms } from '../exit/exit-terms.ts'
import { changeOf, partsBetween, startSegment, type BreakpointChange } from './breakpoint-change.ts'
import type { DealExit, DealHistory, DealStage } from './deal-history.ts'
import type { QualifiedListing } from './deal.ts'
import { listingThreshold } from './listing-threshold.ts'
import { payExit } from './pay-exit.ts'

/** What a class does at a breakpoint. */
export interface BreakpointEvent {
  /** Place of the class in the stage. */
  readonly place: number
  readonly change: BreakpointChange
}

/** From some price on a listing takes place as one and every series converts: payouts jump. */
export interface ListingStart {
  /** Places of the classes whose veto ends there; empty where the listing qualifies there. */
  readonly vetoes: readonly number[]
  /** What each class gets at once more (or less) than just below the price, by place; US dollars. */
  readonly jumpsUsd: readonly number[]
}

/** An exit price at which the next dollar begins to be shared out in another way. */
export interface DealBreakpoint {
  readonly priceUsd: number
  /** How exits from this price on pay out: below its threshold a listing is paid as a sale. */
  readonly paidAs: 'sale' | 'listing'
  /** The threshold of a listing, at its price; null at all others. */
  readonly listingStart: ListingStart | null
  readonly events: readonly BreakpointEvent[]
  /** Part (0-1) of each further dollar of the price that a class gets, by place; the rest is costs and carve-out. */
  readonly parts: readonly number[]
}

/** Part of a dollar below which a class gets none: rounding of the arithmetic. */
const dust = 1e-9
/** Share of a price by which two breakpoints must differ to be two. */
const apart = 1e-9

/**
 * Lists the exit prices at which the next dollar goes elsewhere, each with what the classes do there and how every
 * further dollar is shared out. The first is where the owners of the company begin to be paid. Those of a listing are a
 * sale's up to the price at which it qualifies and nobody may veto it, that price, and the listing's beyond it.
 *
 * Units: US dollars, as exit prices (debt and costs included).
 */
export function explainBreakpoints(
  { atExit }: Pick<DealHistory, 'atExit'>,
  terms: ExitTerms,
  qualified: QualifiedListing,
): readonly DealBreakpoint[] {
  const { classes, table } = atExit
  const payAt = (priceUsd: number): DealExit => payExit(atExit, [], { ...terms, priceUsd }, qualified)
  const threshold = terms.kind === 'sale' ? null : listingThreshold(table, qualified, terms)
  const prices = pricesOf(atExit, terms, threshold?.priceUsd ?? Infinity)
  const vetoes = classesOfSeries(atExit, threshold?.vetoes ?? [])
  let before = startSegment(classes.length)
  const points = prices.map((priceUsd, index): DealBreakpoint => {
    const next = prices.at(index + 1) ?? 2 * priceUsd + 1
    const after = partsBetween(payAt(0.75 * priceUsd + 0.25 * next), payAt(0.25 * priceUsd + 0.75 * next))
    const isThreshold = priceUsd > 0 && priceUsd === threshold?.priceUsd
    const events = isThreshold
      ? []
      : classes.flatMap((_, place): readonly BreakpointEvent[] => {
          const change = changeOf(atExit, before, after, place)
          return change === null ? [] : [{ place, change }]
        })
    const jumpsUsd = after.startUsd.map((usd, place) => usd - before.endUsd[place])
    before = after
    const listingStart = isThreshold ? { vetoes, jumpsUsd } : null
    return { priceUsd, paidAs: after.paidAs, listingStart, events, parts: after.parts }
  })
  return points.filter(
    ({ events, listingStart, parts }, index) =>
      index === 0 ||
      events.length > 0 ||
      listingStart !== null ||
      points[index - 1].listingStart !== null ||
      !isSame(parts, points[index - 1].parts),
  )
}

/** Places of the classes that some series of the table are. */
function classesOfSeries({ classes }: DealStage, series: readonly number[]): readonly number[] {
  return classes.flatMap(({ kind, place: own }, place) =>
    (kind === 'series' || kind === 'shadow_series') && series.includes(own) ? [place] : [],
  )
}

/** A sale's breakpoints below the threshold, the threshold, and a listing's above it. */
function pricesOf({ table }: DealStage, terms: ExitTerms, thresholdUsd: number): readonly number[] {
  const sale = exitBreakpointsUsd(table, { ...terms, kind: 'sale' })
  if (thresholdUsd === Infinity) return sale
  const listing = exitBreakpointsUsd(table, { ...terms, kind: 'listing' })
  return [
    ...sale.filter((priceUsd) => priceUsd < (1 - apart) * thresholdUsd),
    ...(thresholdUsd > 0 ? [thresholdUsd] : []),
    ...listing.filter((priceUsd) => thresholdUsd === 0 || priceUsd > (1 + apart) * thresholdUsd),
  ]
}

/** True if two further dollars are shared out alike. */
function isSame(parts: readonly number[], others: readonly number[]): boolean {
  return parts.every((part, place) => Math.abs(part - others[place]) <= dust)
}
