import { wholeShares } from '../round/round-shares.ts'
import { convertToCommon } from '../table/convert-to-common.ts'
import type { DealRound } from './deal.ts'
import type { DealBook } from './deal-book.ts'
import type { ForcedConversion } from './deal-history.ts'
import { addShares, takeShares } from './holdings.ts'

/**
 * Converts some shares of one series into common and says how many common shares they become. In a round of whole
 * shares both these and what the rest of the series converts into are rounded down; fractions are paid in cash, which
 * is too little to be counted.
 */
function convertShares({ table }: DealBook, place: number, shares: number, isWhole: boolean): number {
  const series = table.series[place]
  const { commonShares } = table
  const left = Math.max(0, series.shares - shares)
  const exact = Math.min(1, shares / series.shares) * series.convertedShares
  const converted = isWhole ? wholeShares(exact) : exact
  convertToCommon(table, place, Math.min(1, shares / series.shares))
  table.commonShares = commonShares + converted
  series.shares = left
  if (isWhole) series.convertedShares = wholeShares(series.convertedShares)
  return converted
}

/**
 * Turns the pay-to-play shares of those who sit a round out into common, at the conversion price from before the
 * round: who does not play gets no anti-dilution either.
 *
 * Source: NVCA model certificate of incorporation, special mandatory conversion.
 */
export function forceConversion(
  book: DealBook,
  { declines, rounding }: DealRound,
): readonly ForcedConversion[] {
  const forced: ForcedConversion[] = []
  for (const [place, { name, holders }] of book.series.entries()) {
    const series = book.table.series[place]
    if (!series.paysToPlay) continue
    for (const holder of declines) {
      const shares = holders.get(holder) ?? 0
      if (shares === 0) continue
      const commonShares = convertShares(book, place, shares, rounding !== null)
      takeShares(holders, holder, shares, name)
      addShares(book.common, holder, commonShares)
      forced.push({ series: name, holder, shares, commonShares })
    }
  }
  return forced
}
