import type { CapTable } from '../table/cap-table.ts'
import { preferenceUsd } from '../table/preferred-series.ts'
import { nextBreakpointUsd, type PayoutLines } from './payout-lines.ts'

/**
 * The price below which some series that may veto a listing would get less from it than its preference, dividends owed
 * among it; 0 if none may. Below it every exit is a sale.
 */
export function vetoPriceUsd(table: CapTable, listing: PayoutLines): number {
  let highest = 0
  for (let i = 0; i < table.series.length; i++) {
    if (!table.series[i].vetoesDownListing) continue
    const ofClass = 1 + table.rights.length + i
    highest = Math.max(highest, priceOfPayout(listing, ofClass, preferenceUsd(table.series[i])))
  }
  return highest
}

/** The least price at which a class gets an amount, but for rounding: a ratchet may pay just that on a level line. */
function priceOfPayout(lines: PayoutLines, ofClass: number, amountUsd: number): number {
  const enoughUsd = amountUsd * (1 - 1e-12)
  for (let s = 0; s < lines.lineCount; s++) {
    const at = ofClass * lines.capacity + s
    const fromUsd = lines.fromUsd[s]
    const endUsd = nextBreakpointUsd(lines, s)
    if (lines.payoutUsd(ofClass, s, fromUsd) >= enoughUsd) return fromUsd
    // Zero times infinity is no number: the last line is asked for its slope instead.
    if (endUsd === Infinity ? lines.slopes[at] > 0 : lines.payoutUsd(ofClass, s, endUsd) >= enoughUsd)
      return Math.min(endUsd, Math.max(fromUsd, (amountUsd - lines.intercepts[at]) / lines.slopes[at]))
  }
  return Infinity
}
