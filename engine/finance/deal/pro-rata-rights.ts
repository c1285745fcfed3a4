import { proRataUsd } from '../round/pro-rata.ts'
import type { RoundSolution } from '../round/round-solution.ts'
import type { DealRound } from './deal.ts'
import type { DealBook } from './deal-book.ts'
import type { ProRataRight } from './deal-history.ts'

/**
 * Shares of a holder before the new money: common, options and warrants as if exercised, series as converted, and
 * SAFEs with a side letter as they convert.
 */
function heldShares(book: DealBook, solution: RoundSolution, holder: string): number {
  let held = book.common.get(holder) ?? 0
  for (const right of book.rights) if (right.holder === holder) held += right.shares
  for (const [place, { holders }] of book.series.entries()) {
    const { shares, convertedShares } = book.table.series[place]
    if (shares > 0) held += ((holders.get(holder) ?? 0) / shares) * convertedShares
  }
  for (const [place, convertible] of book.convertibles.entries())
    if (convertible.holder === holder && convertible.hasProRata) held += solution.convertibleShares[place]
  // The same shares added in another order may come to a last digit more than all there are.
  return Math.min(held, solution.capitalizationShares)
}

/**
 * Who may buy a part of the round: those whom the round names, and holders of a side letter, who may leave it.
 *
 * Source: Y Combinator, pro rata side letter: shares of the holder over the company's capitalisation with all that
 * converts. NVCA model investors' rights agreement, right of first offer: the holder's shares count with the common
 * that its options, warrants and convertible securities would become.
 */
export function proRataRights(
  book: DealBook,
  round: DealRound,
  solution: RoundSolution,
): readonly ProRataRight[] {
  const withLetter = book.convertibles.filter(({ hasProRata }) => hasProRata).map(({ holder }) => holder)
  return [...new Set([...round.proRata, ...withLetter])].map((holder) => {
    const amountUsd = proRataUsd(
      round.amountUsd,
      heldShares(book, solution, holder),
      solution.capitalizationShares,
    )
    return {
      holder,
      share: amountUsd / round.amountUsd,
      amountUsd,
      isTaken: round.proRata.includes(holder),
    }
  })
}
