import type { Machine } from '../machines/machine.ts'
import { ownedTerms, spotTerms, type Assumption, type Commitment } from './commitment.ts'
import { monthNumber, monthText } from './month-number.ts'
import { moveWithFamily } from './move-with-family.ts'
import { priceAtMonth, type LogPrice } from './price-at-month.ts'
import type { PriceBook } from './price-book.ts'
import { priceOfRelatives } from './price-of-relatives.ts'

/** Standard normal quantile of 0.9. */
const NINETY = 1.2815515655446004

/** Months without a quote after which a price is called extrapolated. */
const EXTRAPOLATED_MONTHS = 6

/** What an hour of a machine costs at a date. US dollars: one seller in ten asks less than `low`, one more than `high`. */
export interface PriceEstimate {
  readonly low: number
  readonly mid: number
  readonly high: number
  readonly commitment: Commitment
  /** Months of the earliest and latest quote used: `2025-03`. */
  readonly from: string
  readonly to: string
  /** Quotes used. */
  readonly quotes: number
  /** Where they come from, in a line. */
  readonly source: string
  /** True if no quote is near the date, or none is of this machine. */
  readonly isExtrapolated: boolean
  /** True if the machine has no quote and was priced from others. */
  readonly isFromRelatives: boolean
}

const ratioTo = (low: number, mid: number): number => Math.log(mid / low) / NINETY

const rootOfSquares = (one: number, other: number): number => Math.sqrt(one * one + other * other)

const readMachine = (
  book: PriceBook,
  machine: Machine,
  month: number,
  isPurchase: boolean,
): { readonly price: LogPrice; readonly isFromRelatives: boolean } => {
  const { trendPerMonth, purchaseTrendPerMonth, dispersion } = book.habits
  const reading = { month, dispersion, trendPerMonth: isPurchase ? purchaseTrendPerMonth : trendPerMonth }
  const all = isPurchase ? book.purchases : book.hourly
  const own = all.get(machine.pricedAs)
  if (own !== undefined) {
    const price = priceAtMonth(own, reading)
    return { price: moveWithFamily(price, machine, book.machines.machines, all, reading), isFromRelatives: false }
  }
  const price = priceOfRelatives(machine, book.machines.machines, all, reading)
  if (price === null)
    throw new RangeError(`priceAt: ${machine.accelerator.id} must have a quote or a quoted machine of its time`)
  return { price, isFromRelatives: true }
}

interface Middle {
  readonly mid: number
  readonly below: number
  readonly above: number
  readonly note: string
}

const widened = (price: LogPrice, mid: number, { low, mid: usual, high }: Assumption): Omit<Middle, 'note'> => ({
  mid,
  below: rootOfSquares(price.below, ratioTo(low, usual)),
  above: rootOfSquares(price.above, ratioTo(usual, high)),
})

const rented = (book: PriceBook, price: LogPrice, commitment: Exclude<Commitment, 'owned'>): Middle => {
  const usd = Math.exp(price.logUsd)
  if (commitment === 'spot') {
    const ratio = spotTerms.priceRatio
    return { ...widened(price, usd * ratio.mid, ratio), note: `${ratio.mid} of on demand (${ratio.source})` }
  }
  const ratio = book.habits.ratios[commitment]
  const note = commitment === 'on-demand' ? '' : `${ratio.toFixed(2)} of on demand (median of sellers)`
  return { mid: usd * ratio, below: price.below, above: price.above, note }
}

const owned = (book: PriceBook, machine: Machine, price: LogPrice): Middle => {
  const terms = ownedTerms
  const mid = book.ownedPricePerHour({
    purchaseUsd: Math.exp(price.logUsd),
    interconnectShare: terms.interconnectShare.mid,
    lifeYears: terms.lifeYears.mid,
    utilisation: terms.utilisation.mid,
    upkeepSharePerYear: terms.upkeepSharePerYear.mid,
    watts: machine.accelerator.systemWatts.value,
    pue: terms.pue.mid,
    usdPerKwh: terms.usdPerKwh.mid,
  })
  const { low, mid: usual, high } = terms.utilisation
  const spread = widened(price, mid, { low: usual * (usual / high), mid: usual, high: usual * (usual / low), source: '' })
  return { ...spread, note: `bought, ${terms.lifeYears.mid} years, used ${terms.utilisation.mid * 100} % of the time` }
}

/**
 * The price of an hour of a machine at a date: the median over sellers, the nearer quotes weighing more.
 *
 * Throws: RangeError for an unknown machine, `DateError` for a date that is none.
 */
export const priceAt = (
  book: PriceBook,
  machineId: string,
  date: string,
  commitment: Commitment,
): PriceEstimate => {
  const machine = book.machines.machines.find(({ accelerator }) => accelerator.id === machineId)
  if (machine === undefined) throw new RangeError(`priceAt: machineId must be a machine's id, got ${machineId}`)
  const month = monthNumber(date)
  const { price, isFromRelatives } = readMachine(book, machine, month, commitment === 'owned')
  const { mid, below, above, note } =
    commitment === 'owned' ? owned(book, machine, price) : rented(book, price, commitment)
  const months = price.used.map((point) => point.month)
  const sources = [...new Set(price.used.map(({ source }) => source))]
  const where = `${sources.slice(0, 3).join('; ')}${sources.length > 3 ? ` and ${sources.length - 3} more` : ''}`
  return {
    low: mid * Math.exp(-NINETY * below),
    mid,
    high: mid * Math.exp(NINETY * above),
    commitment,
    from: monthText(Math.min(...months)),
    to: monthText(Math.max(...months)),
    quotes: price.used.length,
    source: note === '' ? where : `${note}; ${where}`,
    isExtrapolated: isFromRelatives || price.nearestMonths > EXTRAPOLATED_MONTHS,
    isFromRelatives,
  }
}
