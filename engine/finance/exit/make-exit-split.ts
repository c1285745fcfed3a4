import { Claims } from './claims.ts'
import type { ExitSplit, ExitTerms } from './exit-terms.ts'

/** A sale for nothing without debt, costs or carve-out: give it a price. */
export const plainSale: ExitTerms = {
  kind: 'sale',
  priceUsd: 0,
  debtUsd: 0,
  costsUsd: 0,
  costsShare: 0,
  carveOutShare: 0,
  carveOutMostUsd: Infinity,
}

/**
 * Makes an empty split for `splitExit` to fill; its arrays take the length of the table's.
 *
 * @example makeExitSplit().commonUsd // => 0
 */
export function makeExitSplit(): ExitSplit {
  return {
    perCommonShareUsd: 0,
    perShareFromUsd: 0,
    perShareToUsd: Infinity,
    debtUsd: 0,
    costsUsd: 0,
    carveOutUsd: 0,
    equityUsd: 0,
    commonUsd: 0,
    rightsUsd: [],
    seriesUsd: [],
    seriesConverts: [],
    convertiblesUsd: [],
    convertibleShares: [],
    convertibleConverts: [],
    hasSeveral: false,
    claims: new Claims(),
  }
}
