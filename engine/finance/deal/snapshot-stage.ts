import type { Day, DealConvertible } from './deal.ts'
import type { DealBook } from './deal-book.ts'
import type { DealClass, DealStage, PlayedRound } from './deal-history.ts'
import { copyTable } from './copy-table.ts'
import { listHoldings } from './holdings.ts'

/** Name under which options promised and not granted are held. */
export const promisedHolder = 'promised options'
/** Name under which the rest of the pool is held. */
export const availableHolder = 'available pool'

function commonClass({ table, common }: DealBook): DealClass {
  const { commonShares } = table
  return {
    name: 'common',
    kind: 'common',
    place: 0,
    shares: commonShares,
    convertedShares: commonShares,
    holders: listHoldings(common),
  }
}

function seriesClasses({ table, series }: DealBook): readonly DealClass[] {
  return table.series.map(({ shares, convertedShares }, place) => ({
    name: series[place].name,
    kind: series[place].isShadow ? 'shadow_series' : 'series',
    place,
    shares,
    convertedShares,
    holders: listHoldings(series[place].holders),
  }))
}

function rightClasses({ rights }: DealBook): readonly DealClass[] {
  return rights.map(({ name, kind, holder, shares }, place) => ({
    name,
    kind,
    place,
    shares,
    convertedShares: shares,
    holders: [{ holder, shares }],
  }))
}

function poolClasses({ table }: DealBook): readonly DealClass[] {
  const parts = [
    { kind: 'promised', name: promisedHolder, shares: table.promisedShares },
    { kind: 'available', name: availableHolder, shares: table.availableShares },
  ] as const
  return parts
    .filter(({ shares }) => shares > 0)
    .map(({ kind, name, shares }) => ({
      name,
      kind,
      place: 0,
      shares,
      convertedShares: shares,
      holders: [{ holder: name, shares }],
    }))
}

function convertibleClasses({ table, convertibles }: DealBook): readonly DealClass[] {
  return convertibles.map(({ name, kind, holder }, place) => ({
    name,
    kind,
    place,
    shares: 0,
    convertedShares: 0,
    holders: [{ holder, shares: table.convertibles[place].owedUsd }],
  }))
}

/** Writes down how the company stands: a copy, which later rounds leave alone. */
export function snapshotStage(
  book: DealBook,
  name: string | null,
  day: Day | null,
  joined: readonly DealConvertible[],
  round: PlayedRound | null,
): DealStage {
  return {
    name,
    day,
    table: copyTable(book.table),
    classes: [
      commonClass(book),
      ...rightClasses(book),
      ...poolClasses(book),
      ...seriesClasses(book),
      ...convertibleClasses(book),
    ],
    joined,
    round,
  }
}
