import { owedOnNote } from '../round/owed-on-note.ts'
import { runDividend } from './run-dividend.ts'
import type { CapTable } from '../table/cap-table.ts'
import type { Convertible } from '../table/convertible.ts'
import { PreferredSeries } from '../table/preferred-series.ts'
import type { Day, DealConvertible, DealSeries, DealStart } from './deal.ts'
import { yearsBetween } from './years-between.ts'

/**
 * Dollars that a SAFE or note is owed on a day: the money, and a note's interest since its own day. Without a day for
 * either there is no interest.
 *
 * Units: US dollars.
 */
export function owedOn(convertible: DealConvertible, day: Day | null): number {
  const { amountUsd, interestRate, interestCompounds } = convertible
  if (interestRate === 0) return amountUsd
  return owedOnNote(amountUsd, interestRate, yearsBetween(convertible.day, day), interestCompounds)
}

/** A series as it stands on a day: what it is said to be owed by then, else what has run since its own day. */
function makeSeries(series: DealSeries, day: Day | null): PreferredSeries {
  const made = new PreferredSeries(series.shares, series.issuePriceUsd, series.terms)
  made.conversionPriceUsd = series.conversionPriceUsd
  made.convertedShares = (series.shares * series.issuePriceUsd) / series.conversionPriceUsd
  made.accruedDividendUsd = series.accruedDividendUsd
  if (series.accruedDividendUsd === 0) runDividend(made, yearsBetween(series.day, day))
  return made
}

/** A SAFE or note as the table has it; a favoured security that is not in `all` has the place -1. */
export function makeConvertible(
  convertible: DealConvertible,
  all: readonly DealConvertible[],
  day: Day | null,
): Convertible {
  return {
    owedUsd: owedOn(convertible, day),
    capUsd: convertible.capUsd,
    capBasis: convertible.capBasis,
    discount: convertible.discount,
    isMostFavoured: convertible.isMostFavoured,
    favours: convertible.favours.map((name) => all.findIndex((other) => other.name === name)),
    isDebt: convertible.kind === 'note',
  }
}

/**
 * Makes the table of a company at its start, with interest and dividends run to a day; without a day nothing runs.
 * Dividends that the start says are owed are those of that day.
 *
 * Shape: rights, series and convertibles keep the places they have in `start`. The caller owns the table.
 * Throws: RangeError if there is no common share, or a most-favoured security names one that is not there.
 */
export function makeTable(start: DealStart, day: Day | null): CapTable {
  const commonShares = start.common.reduce((sum, { shares }) => sum + shares, 0)
  if (!(commonShares > 0))
    throw new RangeError(`makeTable: common shares must be positive, got ${commonShares}`)
  const convertibles = start.convertibles.map((one) => makeConvertible(one, start.convertibles, day))
  for (const [place, { favours }] of convertibles.entries())
    if (favours.includes(-1))
      throw new RangeError(
        `makeTable: ${start.convertibles[place].name} favours a security that is not there`,
      )
  return {
    commonShares,
    rights: start.rights.map(({ shares, strikeUsd }) => ({ shares, strikeUsd })),
    promisedShares: start.pool.promisedShares,
    availableShares: start.pool.availableShares,
    series: start.series.map((series) => makeSeries(series, day)),
    convertibles,
  }
}
