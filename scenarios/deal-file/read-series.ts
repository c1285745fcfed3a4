import type { DealSeries, Holding } from '../../engine/finance/index.ts'
import type { Part } from './part.ts'
import { readTerms } from './read-terms.ts'

/** What is known of a series' size; two of the three make it whole. */
export interface SeriesSize {
  readonly shares: number
  readonly priceUsd: number
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const priceOf = (part: Part): number | null => {
  const price = part.number('price')
  if (price !== null) return price
  const amount = part.number('amount')
  const holders = part.holders('holders') ?? []
  const shares =
    part.number('shares') ?? sum(holders.filter(({ isMoney }) => !isMoney).map((one) => one.amount))
  return amount !== null && shares > 0 ? amount / shares : null
}

/** Shares and price of a series; null if the file does not say enough. */
export const seriesSize = (part: Part): SeriesSize | null => {
  const priceUsd = priceOf(part)
  if (priceUsd === null) return null
  const shares = part.number('shares')
  if (shares !== null) return { shares, priceUsd }
  const amount = part.number('amount')
  if (amount !== null) return { shares: amount / priceUsd, priceUsd }
  const holders = holdingsOf(part, priceUsd)
  return holders.length === 0 ? null : { shares: sum(holders.map((one) => one.shares)), priceUsd }
}

/** Who holds a series, in shares; empty if the file does not say. */
export const holdingsOf = (part: Part, priceUsd: number): readonly Holding[] =>
  (part.holders('holders') ?? []).map(({ name, amount, isMoney }) => ({
    holder: name,
    shares: isMoney ? amount / priceUsd : amount,
  }))

const conversionPriceOf = (part: Part, priceUsd: number): number => {
  const ratio = part.number('conversion_ratio')
  return part.number('conversion_price') ?? (ratio === null ? priceUsd : priceUsd / ratio)
}

/** A series of the start; its shares are those of its holders. */
export const readSeries = (part: Part, rank: number): DealSeries => {
  const name = part.word('name', '')
  const { shares, priceUsd } = seriesSize(part) ?? { shares: 0, priceUsd: 0 }
  const said = holdingsOf(part, priceUsd)
  const holders = said.length > 0 ? said : [{ holder: `${name.slice(0, 80)} investors`, shares }]
  return {
    name,
    shares: sum(holders.map((one) => one.shares)),
    issuePriceUsd: priceUsd,
    conversionPriceUsd: conversionPriceOf(part, priceUsd),
    accruedDividendUsd: part.number('accrued_dividend') ?? 0,
    terms: readTerms(part, rank),
    day: part.number('date'),
    holders,
  }
}
