import type { DealBreakpoint } from '../../engine/finance/index.ts'

const mostPrices = 7
/** Multiples of the headline value: an assumption, so that a loss, the deal itself and a success are all seen. */
const multiples = [0.25, 0.5, 1, 2, 5]
/** Where nothing was priced yet: an assumption, what a young company may be sold for. */
const unpriced = [1e6, 5e6, 10e6, 50e6, 100e6]

/** A price that people would name: two significant digits. */
const roundPrice = (usd: number): number => Number(usd.toPrecision(2))

/**
 * Exit prices for a deal that names none: around its last headline value, one at which the preferences are not paid
 * in full, and one at which all have converted.
 *
 * Units: US dollars, rising.
 */
export const usualExitPrices = (
  breakpoints: readonly DealBreakpoint[],
  headlineUsd: number | null,
): readonly number[] => {
  const paying = breakpoints.map(({ priceUsd }) => priceUsd).filter((usd) => usd > 0)
  const ends = paying.length === 0 ? [] : [paying[0] / 2, paying[paying.length - 1] * 1.25]
  const around = headlineUsd === null ? unpriced : multiples.map((multiple) => multiple * headlineUsd)
  const prices = [...new Set([...around, ...ends].map(roundPrice))]
  return prices.toSorted((a, b) => a - b).slice(0, mostPrices)
}
