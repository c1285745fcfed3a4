import type { Machine } from '../machines/machine.ts'
import { ownedTerms, spotTerms, type Assumption, type Commitment } from './commitment.ts'
import type { LogPrice } from './price-at-month.ts'
import type { PriceBook } from './price-book.ts'

/** Standard normal quantile of 0.9. */
export const NINETY = 1.2815515655446004

/** The price of an hour under a commitment: its middle, the spread of its logarithm, how it was come by. */
export interface PriceUnder {
  readonly mid: number
  readonly below: number
  readonly above: number
  /** Empty on demand, where quotes speak for themselves. */
  readonly note: string
}

const spreadOf = (low: number, high: number): number => Math.log(high / low) / NINETY

const rootOfSquares = (one: number, other: number): number => Math.sqrt(one * one + other * other)

const spot = (price: LogPrice, usd: number, ratio: Assumption): PriceUnder => ({
  mid: usd * ratio.mid,
  below: rootOfSquares(price.below, spreadOf(ratio.low, ratio.mid)),
  above: rootOfSquares(price.above, spreadOf(ratio.mid, ratio.high)),
  note: `${ratio.mid} of on demand (${ratio.source})`,
})

/** From the price on demand to that under a commitment. */
export const rented = (
  book: PriceBook,
  price: LogPrice,
  commitment: Exclude<Commitment, 'owned'>,
): PriceUnder => {
  const usd = Math.exp(price.logUsd)
  if (commitment === 'spot') return spot(price, usd, spotTerms.priceRatio)
  const ratio = book.habits.ratios[commitment]
  const note = commitment === 'on-demand' ? '' : `${ratio.toFixed(2)} of on demand (median of sellers)`
  return { mid: usd * ratio, below: price.below, above: price.above, note }
}

/** From the price of the machine to that of an hour; what the hours are divided by, its utilisation, widens it. */
export const owned = (book: PriceBook, machine: Machine, price: LogPrice): PriceUnder => {
  const terms = ownedTerms
  const { low, mid, high } = terms.utilisation
  return {
    mid: book.ownedPricePerHour({
      purchaseUsd: Math.exp(price.logUsd),
      interconnectShare: terms.interconnectShare.mid,
      lifeYears: terms.lifeYears.mid,
      utilisation: mid,
      upkeepSharePerYear: terms.upkeepSharePerYear.mid,
      watts: machine.accelerator.systemWatts.value,
      pue: terms.pue.mid,
      usdPerKwh: terms.usdPerKwh.mid,
    }),
    below: rootOfSquares(price.below, spreadOf(mid, high)),
    above: rootOfSquares(price.above, spreadOf(low, mid)),
    note: `bought, ${terms.lifeYears.mid} years, used ${Math.round(mid * 100)} % of the time`,
  }
}
