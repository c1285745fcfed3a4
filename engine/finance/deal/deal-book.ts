import type { CapTable } from '../table/cap-table.ts'
import type { Day, Deal, DealConvertible, DealRight, DealStart, HolderFlow } from './deal.ts'
import { holdingsOf, type Holdings } from './holdings.ts'
import { makeTable } from './make-table.ts'

/** A series by name. */
export interface BookSeries {
  readonly name: string
  /** True for what a SAFE or note became. */
  readonly isShadow: boolean
  readonly holders: Holdings
  /** Day up to which its dividends have run; null if unknown. */
  accruedTo: Day | null
}

/** A company while its deal is played: the table, and beside each of its places the name and the holders. */
export interface DealBook {
  readonly table: CapTable
  readonly common: Holdings
  readonly rights: readonly DealRight[]
  /** One entry a series of the table. */
  readonly series: BookSeries[]
  /** One entry a convertible of the table. */
  readonly convertibles: DealConvertible[]
  /** SAFEs and notes that are not sold yet. */
  readonly waiting: DealConvertible[]
  readonly flows: HolderFlow[]
}

/** True if something has happened by a day; what has no day, and anything where that day is unknown, has. */
export const isThereBy = ({ day }: Pick<HolderFlow, 'day'>, until: Day | null): boolean =>
  day === null || until === null || day <= until

/** Latest day on which something of the start happened; null if no day is known. */
function firstDay({ series, convertibles }: DealStart): Day | null {
  const days = [...series, ...convertibles].flatMap(({ day }) => (day === null ? [] : [day]))
  return days.length === 0 ? null : Math.max(...days)
}

function startFlows({ common, series, convertibles }: DealStart): HolderFlow[] {
  return [
    ...common.map(({ holder, paidUsd }) => ({ holder, day: null, amountUsd: -paidUsd })),
    ...series.flatMap(({ holders, issuePriceUsd, day }) =>
      holders.map(({ holder, shares }) => ({ holder, day, amountUsd: -shares * issuePriceUsd })),
    ),
    ...convertibles.map(({ holder, amountUsd, day }) => ({ holder, day, amountUsd: -amountUsd })),
  ].filter(({ amountUsd }) => amountUsd !== 0)
}

/** The start as it is before the first thing happens: without the SAFEs and notes that are sold later. */
function startUntil(given: DealStart, waiting: readonly DealConvertible[]): DealStart {
  const later = new Set(waiting.map(({ name }) => name))
  const convertibles = given.convertibles
    .filter(({ name }) => !later.has(name))
    .map((one) => ({ ...one, favours: one.favours.filter((name) => !later.has(name)) }))
  return { ...given, convertibles }
}

/**
 * Opens the book of a company at its start, on the day of the newest thing that the start holds. SAFEs and notes sold
 * after `until` wait; none does if it is null.
 *
 * Throws: as `makeTable`.
 */
export function openBook(
  given: DealStart & Pick<Deal, 'pastFlows'>,
  until: Day | null,
): { readonly book: DealBook; readonly day: Day | null } {
  const waiting = given.convertibles.filter((one) => !isThereBy(one, until))
  const start = startUntil(given, waiting)
  const day = firstDay(start)
  const book: DealBook = {
    table: makeTable(start, day),
    common: holdingsOf(start.common),
    rights: start.rights,
    series: start.series.map(({ name, holders, day: issued }) => ({
      name,
      isShadow: false,
      holders: holdingsOf(holders),
      accruedTo: issued === null ? null : day,
    })),
    convertibles: given.convertibles.filter((one) => !waiting.includes(one)),
    waiting,
    flows: [...(given.pastFlows?.filter((flow) => isThereBy(flow, until)) ?? startFlows(start))],
  }
  return { book, day }
}
