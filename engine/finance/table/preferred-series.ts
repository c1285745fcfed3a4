/** What a series gets beside its preference: nothing, its share of the rest, or its share up to a cap. */
export type Participation = 'none' | 'full' | 'capped'

/** How a series is protected when later shares are sold below its conversion price. */
export type AntiDilution = 'none' | 'broad_based' | 'narrow_based' | 'full_ratchet'

/** How the dividends of a series add up: not at all, on the money invested, or on what is owed already. */
export type DividendKind = 'none' | 'simple' | 'compounding'

/** The terms that a series of preferred shares carries from its round. */
export interface PreferredTerms {
  /** Liquidation preference in multiples of the money invested: 1 is the usual, 0 is none. */
  readonly liquidationMultiple: number
  readonly participation: Participation
  /** Most that a capped series takes in all, its preference included, in multiples of the money invested. */
  readonly participationCapMultiple: number
  /** Rank at an exit: higher is paid first, equal ranks share a shortfall in proportion to what they are owed. */
  readonly rank: number
  readonly antiDilution: AntiDilution
  readonly dividendKind: DividendKind
  /** Dividend a year as a share (0-1) of the money invested. It is added to the preference and lost on conversion. */
  readonly dividendRate: number
  /** True if a holder who does not take part in a later round loses the preference. */
  readonly paysToPlay: boolean
  /** What a listing guarantees a share, in multiples of its issue price (the listing ratchet); 0 for nothing. */
  readonly listingMultiple: number
  /** True if the series may veto a listing that would pay it less than its preference, dividends owed among it. */
  readonly vetoesDownListing: boolean
}

/** One-times, non-participating, broad-based: what nearly all rounds of recent years carry. */
export const usualTerms: PreferredTerms = {
  liquidationMultiple: 1,
  participation: 'none',
  participationCapMultiple: Infinity,
  rank: 0,
  antiDilution: 'broad_based',
  dividendKind: 'none',
  dividendRate: 0,
  paysToPlay: false,
  listingMultiple: 0,
  vetoesDownListing: false,
}

/**
 * One series of preferred shares of a company. The owner of the table changes the record in place.
 *
 * Units: US dollars; shares need not be whole. Shape: every field has a value of its kind from the start, so that all
 * series keep one shape in memory and a number written later costs no allocation.
 */
export class PreferredSeries {
  /** Preferred shares outstanding. */
  shares = 0
  /** Price that the shares were sold at; for the shadow series of a SAFE or note, its own conversion price. */
  issuePriceUsd = 0
  /** Shares × issue price: what preference and dividends are multiples of. */
  investedUsd = 0
  /** Price at which the money turns into common: the issue price until anti-dilution lowers it. */
  conversionPriceUsd = 0
  /** Common shares that the series converts into: shares × issue price / conversion price. */
  convertedShares = 0
  /** Dividends owed and not paid. */
  accruedDividendUsd = 0
  liquidationMultiple = 0
  participation: Participation = 'none'
  participationCapMultiple = 0
  rank = 0
  antiDilution: AntiDilution = 'none'
  dividendKind: DividendKind = 'none'
  dividendRate = 0
  paysToPlay = false
  listingMultiple = 0
  vetoesDownListing = false

  constructor(shares: number, issuePriceUsd: number, terms: PreferredTerms) {
    this.shares = shares
    this.issuePriceUsd = issuePriceUsd
    this.investedUsd = shares * issuePriceUsd
    this.conversionPriceUsd = issuePriceUsd
    this.convertedShares = shares
    this.accruedDividendUsd = 0
    this.liquidationMultiple = terms.liquidationMultiple
    this.participation = terms.participation
    this.participationCapMultiple = terms.participationCapMultiple
    this.rank = terms.rank
    this.antiDilution = terms.antiDilution
    this.dividendKind = terms.dividendKind
    this.dividendRate = terms.dividendRate
    this.paysToPlay = terms.paysToPlay
    this.listingMultiple = terms.listingMultiple
    this.vetoesDownListing = terms.vetoesDownListing
  }
}

/**
 * What a series must get before its conversion or common gets anything.
 *
 * Units: US dollars.
 */
export function preferenceUsd(series: PreferredSeries): number {
  return series.investedUsd * series.liquidationMultiple + series.accruedDividendUsd
}

/** Most that a series gets without converting, US dollars; Infinity if it shares in the rest without cap. */
export function participationCapUsd(series: PreferredSeries): number {
  if (series.participation === 'full') return Infinity
  const preference = preferenceUsd(series)
  if (series.participation === 'none') return preference
  return Math.max(preference, series.investedUsd * series.participationCapMultiple)
}
