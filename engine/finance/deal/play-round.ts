import { closeRound, closeRoundAtPrice } from '../round/close-round.ts'
import { makeRoundSolution, type RoundSolution } from '../round/round-solution.ts'
import type { PricingTerms } from '../round/pricing-terms.ts'
import type { CapTable } from '../table/cap-table.ts'
import type { DealRound, SecondarySale } from './deal.ts'
import type { DealBook } from './deal-book.ts'
import type { PlayedRound, RoundInvestor } from './deal-history.ts'
import { DealProblemError, type DealProblemKind } from './deal-problem.ts'
import { copyTable } from './copy-table.ts'
import { forceConversion } from './force-conversion.ts'
import { holdingsOf } from './holdings.ts'
import { listAdjustments, listConversions } from './list-conversions.ts'
import { problemFacts } from './problem-facts.ts'
import { proRataRights } from './pro-rata-rights.ts'
import { refuseContradiction } from './refuse-contradiction.ts'
import { runToDay } from './run-to-day.ts'
import { isThere, sellShares } from './sell-shares.ts'
import { shareOutRound } from './share-out-round.ts'

const termsOf = (round: DealRound): PricingTerms => ({
  amountUsd: round.amountUsd,
  convention: round.convention,
  pool: round.pool,
  preferred: round.terms,
  protectsOlder: round.protectsOlder,
  rounding: round.rounding,
})

function close(table: CapTable, round: DealRound, into: RoundSolution): void {
  const terms = termsOf(round)
  if (round.pricePerShareUsd !== null) closeRoundAtPrice(table, terms, round.pricePerShareUsd, into)
  else closeRound(table, { ...terms, preMoneyUsd: round.preMoneyUsd ?? 0 }, into)
}

/** Puts the names of what the closed round created beside the table: shadow series first, the new series last. */
function bookSeries(book: DealBook, round: DealRound, closed: PlayedRound): void {
  const accruedTo = round.day
  for (const { series: name, holder, shares } of closed.conversions)
    book.series.push({ name, isShadow: true, holders: holdingsOf([{ holder, shares }]), accruedTo })
  const holders = holdingsOf(closed.investors)
  book.series.push({ name: round.name, isShadow: false, holders, accruedTo })
  book.convertibles.length = 0
  for (const { holder, amountUsd } of closed.investors)
    book.flows.push({ holder, day: round.day, amountUsd: -amountUsd })
}

const numbersOf = (
  solution: RoundSolution,
): Pick<PlayedRound, 'priceUsd' | 'preMoneyUsd' | 'postMoneyUsd' | 'newShares' | 'poolIncreaseShares'> => ({
  priceUsd: solution.priceUsd,
  preMoneyUsd: solution.preMoneyUsd,
  postMoneyUsd: solution.postMoneyUsd,
  newShares: solution.newShares,
  poolIncreaseShares: solution.poolIncreaseShares,
})

/** What lies between pre-money and post-money beside the new money. */
function outsideOf(
  { convention, pool, amountUsd }: DealRound,
  { priceUsd, preMoneyUsd, postMoneyUsd, poolIncreaseShares }: RoundSolution,
): Pick<PlayedRound, 'convertingOutsideUsd' | 'poolOutsideUsd'> {
  const poolOutsideUsd = pool.isAfterMoney ? poolIncreaseShares * priceUsd : 0
  const rest = postMoneyUsd - preMoneyUsd - amountUsd - poolOutsideUsd
  const isOutside = convention !== 'percentage_ownership'
  return { convertingOutsideUsd: isOutside ? Math.max(0, rest) : 0, poolOutsideUsd }
}

/**
 * Plays one round: interest and dividends run to its day, those who do not pay to play are converted, shares change
 * hands, and the round closes. The book is changed in place.
 *
 * Throws: DealProblemError if the round has no price, its money is over-subscribed, what is sold is not held, or a
 * holder both sits it out and invests.
 */
export function playRound(book: DealBook, round: DealRound, place: number): PlayedRound {
  const attempt = <T>(kind: DealProblemKind, act: () => T): T => {
    try {
      return act()
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      throw new DealProblemError(kind, place, round.name, error.message, problemFacts(error, book))
    }
  }
  const sell = (sale: SecondarySale): void =>
    attempt(isThere(book, sale) ? 'not_held' : 'unknown_security', () => sellShares(book, sale, round))
  refuseContradiction(round, place)
  runToDay(book, round.day)
  const forced = attempt('not_held', () => forceConversion(book, round))
  const before = round.secondary.filter((sale) => isThere(book, sale))
  before.forEach(sell)
  const solution = makeRoundSolution()
  const closed = copyTable(book.table)
  attempt('no_price', () => close(closed, round, solution))
  const proRata = proRataRights(book, round, solution)
  const investors = attempt('overfull_round', (): readonly RoundInvestor[] =>
    shareOutRound(round, proRata, solution.newShares),
  )
  const played: PlayedRound = {
    ...numbersOf(solution),
    ...outsideOf(round, solution),
    amountUsd: round.amountUsd,
    conversions: listConversions(book, solution, round.name),
    adjustments: listAdjustments(book, solution),
    forced,
    declinedForNothing: round.declines.filter((name) => !forced.some(({ holder }) => holder === name)),
    investors,
    proRata,
    secondary: round.secondary,
  }
  Object.assign(book.table, closed)
  bookSeries(book, round, played)
  round.secondary.filter((sale) => !before.includes(sale)).forEach(sell)
  return played
}
