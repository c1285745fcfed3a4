import type { CapTable } from '../table/cap-table.ts'
import type { Convertible } from '../table/convertible.ts'
import type { Claims } from './claims.ts'
import type { ExitSplit } from './exit-terms.ts'
import { takeInstruments } from './take-instruments.ts'

/**
 * Counts the common shares that each SAFE or note would turn into at an exit: its money over its cap, times the shares
 * that the cap counts. At an exit these are common, rights, promised options and series as converted, but not the
 * available pool; a post-money cap counts all SAFEs and notes besides. Series that keep their preference, and SAFEs and
 * notes that are paid back, count too: the printed form leaves them out, which would make payouts jump where one of
 * several securities turns. A most-favoured security takes the cap that gives it most shares.
 *
 * Throws: RangeError if the post-money caps promise the whole company or more.
 * Source: Y Combinator, post-money Safe, "Liquidity Capitalization".
 */
export function countConvertibles(table: CapTable, into: ExitSplit): void {
  const { claims, convertibleShares } = into
  const { convertibles } = table
  if (convertibles.length === 0) return
  countBefore(table, claims)
  takeInstruments(convertibles, claims)
  countAll(convertibles, claims)
  const { countedShares, sharesBefore, postCapUsd, preCapUsd } = claims
  for (let i = 0; i < convertibles.length; i++) {
    const perUsd = Math.max(countedShares / postCapUsd[i], sharesBefore / preCapUsd[i])
    convertibleShares[i] = convertibles[i].owedUsd * perUsd
  }
}

/**
 * Finds what post-money caps count: shares before and all converting ones, each by the better of its caps. Starting with
 * the shares before, the count only rises, and with it the post-money caps that are the better; it ends when no further
 * one is.
 */
function countAll(convertibles: readonly Convertible[], claims: Claims): void {
  const { sharesBefore, postCapUsd, preCapUsd } = claims
  claims.countedShares = sharesBefore
  for (;;) {
    const counted = claims.countedShares
    let plainShares = sharesBefore
    let promised = 0
    for (let i = 0; i < convertibles.length; i++) {
      const { owedUsd } = convertibles[i]
      if (counted / postCapUsd[i] > sharesBefore / preCapUsd[i]) promised += owedUsd / postCapUsd[i]
      else plainShares += (owedUsd / preCapUsd[i]) * sharesBefore
    }
    if (!(promised < 1)) refuse(promised)
    claims.countedShares = plainShares / (1 - promised)
    if (!(claims.countedShares > counted)) return
  }
}

function refuse(promised: number): never {
  throw new RangeError(
    `splitExit: post-money caps must leave something to others, but they promise ${promised} of the company`,
  )
}

/** Puts what a pre-money cap counts at an exit into `sharesBefore`: common, rights, promised options, series converted. */
export function countBefore(table: CapTable, into: Claims): void {
  let shares = table.commonShares + table.promisedShares
  for (let i = 0; i < table.rights.length; i++) shares += table.rights[i].shares
  for (let i = 0; i < table.series.length; i++) shares += table.series[i].convertedShares
  into.sharesBefore = shares
}
