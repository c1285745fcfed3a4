import type { Machine } from '../machines/machine.ts'
import type { Commitment } from './commitment.ts'
import { monthNumber, monthText } from './month-number.ts'
import { moveWithFamily } from './move-with-family.ts'
import { priceAtMonth, type LogPrice } from './price-at-month.ts'
import type { PriceBook } from './price-book.ts'
import { priceOfRelatives } from './price-of-relatives.ts'
import { NINETY, owned, rented } from './price-under.ts'

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
    return {
      price: moveWithFamily(price, machine, book.machines.machines, all, reading),
      isFromRelatives: false,
    }
  }
  const price = priceOfRelatives(machine, book.machines.machines, all, reading)
  if (price === null)
    throw new RangeError(
      `priceAt: ${machine.accelerator.id} must have a quote or a quoted machine of its time`,
    )
  return { price, isFromRelatives: true }
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
  if (machine === undefined)
    throw new RangeError(`priceAt: machineId must be a machine's id, got ${machineId}`)
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
