import type { CapTable } from '../table/cap-table.ts'
import { sumClaims } from './claims.ts'
import { countConvertibles } from './count-convertibles.ts'
import type { ExitSplit, ExitTerms } from './exit-terms.ts'
import { owedOnNotesUsd } from './owed-on-notes.ts'
import { payRanks } from './pay-ranks.ts'
import { requireExit } from './require-exit.ts'
import { setClaims } from './set-claims.ts'
import { solvePerShareUsd } from './solve-per-share.ts'

/**
 * Splits the price of a company among all who have a claim: lenders, costs, management's carve-out, then the holders of
 * shares. In a sale each series takes its preference or converts, whichever pays it more given what all others do; the
 * answer is an equilibrium, in which nobody gains by another choice. A series or security that gets the same either way
 * holds. At a listing all convert; where it is too small for what ratchets promise, notes are paid first, and ratchets
 * and SAFEs share the rest in proportion.
 *
 * The payouts are the only equilibrium ones: the sum of all claims rises with the value of a common share, so one value
 * spends the proceeds. Where somebody is paid the same either way, several choices give them; `hasSeveral` says so.
 *
 * Units: US dollars. Shape: overwrites `into`; allocates nothing once its arrays have the table's lengths. What is paid
 * adds up to the price but for rounding.
 * Throws: RangeError for a price, debt or costs that are negative or not finite, or shares of them
 * that are not 0 or more and below 1.
 * Source: Metrick and Yasuda, Venture Capital and the Finance of Innovation (conversion order); Y Combinator, Safe
 * User Guide (liquidity event).
 */
export function splitExit(table: CapTable, exit: ExitTerms, into: ExitSplit): void {
  requireExit('splitExit', exit)
  fitArrays(table, into)
  payBeforeShares(table, exit, into)
  const isListing = exit.kind === 'listing'
  countConvertibles(table, into)
  setClaims(table, isListing, into.convertibleShares, into.claims)
  solvePerShareUsd(into)
  payClaims(table, into)
  noteChoices(table, isListing, into)
}

/**
 * Debt, costs and carve-out, and what is left. Notes are paid with the securities, but the carve-out is a share of what
 * is left after the money they are owed, whether they convert or not.
 */
function payBeforeShares(table: CapTable, exit: ExitTerms, into: ExitSplit): void {
  into.debtUsd = Math.min(exit.priceUsd, exit.debtUsd)
  let left = exit.priceUsd - into.debtUsd
  into.costsUsd = Math.min(left, exit.costsUsd + exit.costsShare * exit.priceUsd)
  left -= into.costsUsd
  into.carveOutUsd = 0
  if (exit.carveOutShare > 0) {
    const afterNotesUsd = Math.max(0, left - owedOnNotesUsd(table))
    into.carveOutUsd = Math.min(exit.carveOutMostUsd, exit.carveOutShare * afterNotesUsd)
  }
  into.equityUsd = left - into.carveOutUsd
}

/** Pays every claim in full, or what comes before common by rank. */
function payClaims(table: CapTable, into: ExitSplit): void {
  const { claims, rightsUsd, seriesUsd, convertiblesUsd } = into
  claims.perShareUsd = into.perCommonShareUsd
  sumClaims(claims)
  claims.totalUsd = into.equityUsd
  if (into.perCommonShareUsd === 0) payRanks(claims)
  into.commonUsd = into.perCommonShareUsd * claims.commonShares
  for (let i = 0; i < rightsUsd.length; i++) rightsUsd[i] = claims.rightsUsd[i]
  for (let i = 0; i < seriesUsd.length; i++) seriesUsd[i] = claims.dueUsd[i]
  for (let i = 0; i < convertiblesUsd.length; i++) convertiblesUsd[i] = claims.dueUsd[table.series.length + i]
}

/** Who converts, and whether somebody would be paid the same by the other choice. */
function noteChoices(table: CapTable, isListing: boolean, into: ExitSplit): void {
  const { claims, perCommonShareUsd, seriesConverts, convertibleConverts, convertiblesUsd } = into
  into.hasSeveral = false
  for (let i = 0; i < seriesConverts.length; i++) {
    const turnsAtUsd = claims.turnUsd[claims.rightCount + i]
    seriesConverts[i] = isListing || perCommonShareUsd > turnsAtUsd
    if (!isListing && perCommonShareUsd > 0 && perCommonShareUsd === turnsAtUsd) into.hasSeveral = true
  }
  for (let i = 0; i < convertibleConverts.length; i++)
    convertibleConverts[i] = convertiblesUsd[i] > table.convertibles[i].owedUsd
}

/** Makes the arrays as long as the table's. */
function fitArrays(table: CapTable, into: ExitSplit): void {
  fit(into.rightsUsd, table.rights.length, 0)
  fit(into.seriesUsd, table.series.length, 0)
  fit(into.seriesConverts, table.series.length, false)
  fit(into.convertiblesUsd, table.convertibles.length, 0)
  fit(into.convertibleShares, table.convertibles.length, 0)
  fit(into.convertibleConverts, table.convertibles.length, false)
}

function fit<T>(values: T[], length: number, empty: T): void {
  if (values.length > length) values.length = length
  while (values.length < length) values.push(empty)
}
