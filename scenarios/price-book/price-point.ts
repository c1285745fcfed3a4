import type { QuoteKind } from '../machines/machine.ts'

/** One price of one seller at one date. */
export interface PricePoint {
  readonly machine: string
  readonly kind: QuoteKind | 'purchase'
  /** Months since the beginning of 2000. */
  readonly month: number
  readonly usd: number
  /** One seller has one voice at a date, however often it was quoted. */
  readonly seller: string
  readonly source: string
}

const sellers: readonly (readonly [RegExp, string])[] = [
  [/amazon|aws/iu, 'Amazon Web Services'],
  [/azure/iu, 'Microsoft Azure'],
  [/google/iu, 'Google Cloud'],
  [/oracle/iu, 'Oracle Cloud'],
  [/databricks|mosaic/iu, 'Databricks'],
  [/lambda/iu, 'Lambda'],
  [/cudo/iu, 'Cudo Compute'],
  [/oblivus/iu, 'Oblivus Cloud'],
]

/**
 * The seller that a table's entry means: `AWS 3y` and `Amazon Web Services` are one. Listings name no seller: each price
 * is then a seller of its own.
 *
 * @example sellerOf('AWS 3y', 1.45) // => 'Amazon Web Services'
 */
export const sellerOf = (who: string, usd: number): string =>
  sellers.find(([pattern]) => pattern.test(who))?.[1] ??
  (who === '' || /list/iu.test(who) ? `listing at ${Math.round(usd)}` : who)
