import type { Deal, Day, DealConvertible } from './deal.ts'
import { isThereBy, type DealBook } from './deal-book.ts'
import { makeConvertible } from './make-table.ts'

/** The first day that is known from a round on: what comes after it is not in the round; null if none is known. */
export function firstKnownDay({ rounds, exitDay }: Deal, round: number): Day | null {
  return rounds.slice(round).find(({ day }) => day !== null)?.day ?? exitDay
}

/** Places of the securities that one favours, of those that are there. */
function favouredPlaces({ favours }: DealConvertible, all: readonly DealConvertible[]): readonly number[] {
  return favours.map((name) => all.findIndex((other) => other.name === name)).filter((place) => place >= 0)
}

/**
 * Brings the SAFEs and notes into the book that have been sold by a day, each owing what it owes on `day`, and says
 * which. Most-favoured ones may take the terms of those that are there from now on.
 */
export function joinConvertibles(
  book: DealBook,
  until: Day | null,
  day: Day | null,
): readonly DealConvertible[] {
  const { table, convertibles, waiting, flows } = book
  const joined = waiting.filter((one) => isThereBy(one, until))
  if (joined.length === 0) return []
  for (const one of joined) {
    waiting.splice(waiting.indexOf(one), 1)
    convertibles.push(one)
    table.convertibles.push(makeConvertible({ ...one, favours: [] }, convertibles, day))
    flows.push({ holder: one.holder, day: one.day, amountUsd: -one.amountUsd })
  }
  for (const [place, one] of convertibles.entries())
    table.convertibles[place] = {
      ...table.convertibles[place],
      favours: favouredPlaces(one, convertibles),
    }
  return joined
}
