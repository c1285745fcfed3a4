import type { Deal } from './deal.ts'
import { openBook } from './deal-book.ts'
import type { DealHistory, DealStage } from './deal-history.ts'
import { firstKnownDay, joinConvertibles } from './join-convertibles.ts'
import { payExit } from './pay-exit.ts'
import { playRound } from './play-round.ts'
import { runToDay } from './run-to-day.ts'
import { snapshotStage } from './snapshot-stage.ts'

/**
 * Plays a deal through: its rounds in order, then an exit at each price that it asks for.
 *
 * Interest and dividends run by the days of rounds and exit; where a day is not known they stand still. A SAFE or note
 * comes in on its own day, before a round of the same day; without a day it is there from the start. Pay to play
 * comes before the round's price, secondary sales change who holds and nothing else, pro-rata parts come out of the
 * round's money.
 *
 * Throws: DealProblemError naming the round that cannot be done; RangeError for a start without common shares.
 */
export function playDeal(deal: Deal): DealHistory {
  const { book, day: startDay } = openBook(deal, firstKnownDay(deal, 0))
  const stages: DealStage[] = [snapshotStage(book, null, startDay, [], null)]
  for (const [place, round] of deal.rounds.entries()) {
    const joined = joinConvertibles(book, firstKnownDay(deal, place), round.day)
    const played = playRound(book, round, place)
    stages.push(snapshotStage(book, round.name, round.day, joined, played))
  }
  const joined = joinConvertibles(book, deal.exitDay, deal.exitDay)
  runToDay(book, deal.exitDay)
  const atExit = snapshotStage(book, null, deal.exitDay, joined, null)
  const exits = deal.exitPricesUsd.map((priceUsd) =>
    payExit(atExit, book.flows, { ...deal.exit, priceUsd }, deal.qualifiedListing),
  )
  return { stages, atExit, flows: book.flows, exits }
}
