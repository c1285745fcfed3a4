import type { CapTable } from '../table/cap-table.ts'
import { sumClaims, type Claims } from './claims.ts'
import { countConvertibles } from './count-convertibles.ts'
import type { ExitSplit, ExitTerms } from './exit-terms.ts'
import { makeExitSplit } from './make-exit-split.ts'
import { owedOnNotesUsd } from './owed-on-notes.ts'
import { priceOfEquityUsd } from './price-of-equity.ts'
import { requireExit } from './require-exit.ts'
import { setClaims } from './set-claims.ts'

/**
 * Exit prices at which the way the next dollar is shared changes: where a rank is paid up, a series converts or reaches
 * its cap, an option is worth exercising. Between two neighbours, and beyond the last, every payout is a straight line.
 *
 * Units: US dollars; `exit.priceUsd` is not used. Shape: rising, the first is 0, each once.
 * Throws: as `splitExit`.
 * @example exitBreakpointsUsd(makeCapTable(8e6, 0), plainSale) // => [0]
 */
export function exitBreakpointsUsd(table: CapTable, exit: ExitTerms): number[] {
  requireExit('exitBreakpointsUsd', exit)
  const { claims, convertibleShares } = countedSplit(table)
  setClaims(table, exit.kind === 'listing', convertibleShares, claims)
  const equities = ranksPaidUsd(claims)
  for (const perShareUsd of [0, ...claims.turnUsd.subarray(0, claims.turnCount)]) {
    if (perShareUsd === Infinity) continue
    claims.perShareUsd = perShareUsd
    sumClaims(claims)
    equities.push(claims.totalUsd)
  }
  const notesUsd = owedOnNotesUsd(table)
  return [0, ...pricesUsd(exit, equities, notesUsd), ...carveOutEndUsd(exit, notesUsd)]
    .toSorted((a, b) => a - b)
    .filter((price, place, all) => place === 0 || price - all[place - 1] > 1e-12 * price)
}

/** Prices that leave these equities to the shareholders, and the one below which debt and costs take it all. */
function pricesUsd(exit: ExitTerms, equities: readonly number[], notesUsd: number): readonly number[] {
  return [0, ...equities].map((equityUsd) => priceOfEquityUsd(exit, equityUsd, notesUsd))
}

/** The price at which a limited carve-out pays its most. */
function carveOutEndUsd(exit: ExitTerms, notesUsd: number): readonly number[] {
  if (!(exit.carveOutShare > 0 && exit.carveOutMostUsd < Infinity)) return []
  const beforeUsd = notesUsd + exit.carveOutMostUsd / exit.carveOutShare
  return [priceOfEquityUsd(exit, beforeUsd - exit.carveOutMostUsd, notesUsd)]
}

function countedSplit(table: CapTable): ExitSplit {
  const split = makeExitSplit()
  countConvertibles(table, split)
  return split
}

/** What has been paid in all when each rank is paid up, notes first. */
function ranksPaidUsd({ count, rank, owedUsd }: Claims): number[] {
  const ranks = [...new Set(rank.subarray(0, count))].toSorted((a, b) => b - a)
  let paidUsd = 0
  return ranks.map((own) => {
    for (let i = 0; i < count; i++) if (rank[i] === own) paidUsd += owedUsd[i]
    return paidUsd
  })
}
