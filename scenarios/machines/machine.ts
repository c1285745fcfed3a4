import type { Accelerator, SystemWatts } from '../../engine/cost/index.ts'

/** How a price was agreed: by the hour, for one or three years, or only supposed by who wrote it down. */
export const quoteKinds = ['on-demand', 'reserved-1y', 'reserved-3y', 'assumed'] as const
export type QuoteKind = (typeof quoteKinds)[number]

/** What somebody asked for one accelerator, or for an hour of one, at a date. */
export interface Quote {
  /** Lower and upper end, equal for a single price. US dollars. */
  readonly lowUsd: number
  readonly highUsd: number
  /** `2025-03-17`, `2026-05` or `2024`. */
  readonly date: string
  readonly who: string
  readonly source: string
}

/** A quote for an hour. */
export interface HourlyQuote extends Quote {
  readonly kind: QuoteKind
}

/** An accelerator with all that its table knows about it. */
export interface Machine {
  readonly accelerator: Accelerator
  /** Other names that people use for it. */
  readonly aliases: readonly string[]
  readonly vendor: string
  /** Model without variant: `H100`. */
  readonly family: string
  /** `SXM`, `PCIe`, `OAM`, `TPU` or `superchip`. */
  readonly formFactor: string
  readonly matmulSource: string
  readonly systemWattsSource: string
  /** Power of the accelerator alone while training; null where nobody tells it from the host's. */
  readonly partWatts: SystemWatts | null
  /** Id of the machine whose prices hold for this one too. */
  readonly pricedAs: string
  readonly hourlyQuotes: readonly HourlyQuote[]
  readonly purchaseQuotes: readonly Quote[]
  /** Names under which `gpu-price-history.csv` lists it. */
  readonly priceHistoryNames: readonly string[]
  readonly sources: readonly string[]
  readonly confidence: 'high' | 'medium' | 'low'
  readonly note: string
}
