import type { DealRound, SecondarySale } from './deal.ts'
import type { DealBook } from './deal-book.ts'
import { addShares, takeShares, type Holdings } from './holdings.ts'

function holdersOf({ common, series }: DealBook, security: string): Holdings | null {
  if (security === 'common') return common
  return series.find(({ name }) => name === security)?.holders ?? null
}

/** True if the security that is sold is there. */
export const isThere = (book: DealBook, { security }: SecondarySale): boolean =>
  holdersOf(book, security) !== null

/**
 * Moves the shares of a secondary sale from the seller to the buyer, who pays the seller: the company gets nothing.
 *
 * Throws: RangeError if the security is not there, or the seller has fewer shares of it.
 */
export function sellShares(book: DealBook, sale: SecondarySale, { day }: DealRound): void {
  const { seller, buyer, security, shares, priceUsd } = sale
  const holders = holdersOf(book, security)
  if (holders === null) throw new RangeError(`there is no security ${security} to sell`)
  takeShares(holders, seller, shares, security)
  addShares(holders, buyer, shares)
  book.flows.push(
    { holder: buyer, day, amountUsd: -shares * priceUsd },
    { holder: seller, day, amountUsd: shares * priceUsd },
  )
}
