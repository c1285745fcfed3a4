import { exactly, type Spread } from '../../engine/cost/index.ts'
import { priceAt, type HardwareWish, type Machine, type PriceBook } from '../../scenarios/index.ts'
import type { OfferPrice } from './cost-report.ts'

/** The price of an hour: what the user names, or what the book says of the month. */
export const priceOfOffer = (
  { usdPerGpuHour, commitment }: HardwareWish,
  { accelerator }: Machine,
  date: string,
  book: PriceBook,
): OfferPrice => {
  if (usdPerGpuHour !== null)
    return { usdPerGpuHour, commitment, date, source: 'given', isExtrapolated: false, isGiven: true }
  const { low, mid, high, source, isExtrapolated } = priceAt(book, accelerator.id, date, commitment)
  const spread: Spread = low > 0 ? { p10: low, p50: mid, p90: high } : exactly(mid)
  return { usdPerGpuHour: spread, commitment, date, source, isExtrapolated, isGiven: false }
}
