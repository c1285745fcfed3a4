import type { Convertible } from './convertible.ts'
import type { PreferredSeries } from './preferred-series.ts'

/** Options granted, or a warrant: common shares that may be bought at a strike. */
export interface ShareRight {
  shares: number
  /** US dollars a share; 0 for a share that costs nothing. */
  strikeUsd: number
}

/**
 * Who owns what of one company, as the mathematics needs it: counts and terms, no names.
 *
 * Shape: `series` oldest first. Units: shares are whole-company counts but need not be whole numbers; money in US
 * dollars. The caller owns the record and may change it; rounds change it in place.
 */
export interface CapTable {
  /** Common shares outstanding: founders, staff, preferred that has converted. */
  commonShares: number
  /** Options granted and warrants. */
  readonly rights: ShareRight[]
  /** Options promised and not yet granted; at an exit they count like granted ones without a strike. */
  promisedShares: number
  /** The rest of the pool, neither granted nor promised: fully diluted, but paid nothing at an exit. */
  availableShares: number
  readonly series: PreferredSeries[]
  readonly convertibles: Convertible[]
}

/**
 * Makes the table of a company that has common holders and an unissued option pool, and no investor yet.
 *
 * Throws: RangeError if a count is negative or not finite, or there is no common share.
 * @example makeCapTable(8000000, 2000000).availableShares // => 2000000
 */
export function makeCapTable(commonShares: number, availableShares: number): CapTable {
  if (!(commonShares > 0 && commonShares < Infinity))
    throw new RangeError(`makeCapTable: commonShares must be positive and finite, got ${commonShares}`)
  if (!(availableShares >= 0 && availableShares < Infinity))
    throw new RangeError(
      `makeCapTable: availableShares must be at least 0 and finite, got ${availableShares}`,
    )
  return { commonShares, rights: [], promisedShares: 0, availableShares, series: [], convertibles: [] }
}

/**
 * Counts all shares as if every series had converted and every option were granted and exercised. SAFEs and notes
 * count only once they have converted.
 *
 * @example fullyDilutedShares(makeCapTable(8000000, 2000000)) // => 10000000
 */
export function fullyDilutedShares(table: CapTable): number {
  let total = table.commonShares + table.promisedShares + table.availableShares
  for (const right of table.rights) total += right.shares
  for (const series of table.series) total += series.convertedShares
  return total
}
