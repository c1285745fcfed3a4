import type { ExitTerms } from '../exit/exit-terms.ts'
import type { PoolTopUp, RoundConvention, ShareRounding } from '../round/round-terms.ts'
import type { CapBasis } from '../table/convertible.ts'
import type { PreferredTerms } from '../table/preferred-series.ts'
import type { DealMethods } from './deal-methods.ts'

/** Whole days since 1970-01-01. */
export type Day = number

/** Shares of one class in one hand. */
export interface Holding {
  readonly holder: string
  readonly shares: number
}

/** Common shares in one hand. */
export interface CommonHolding extends Holding {
  /** What was paid for them in all, US dollars; 0 for founders' shares. */
  readonly paidUsd: number
}

/** Options granted to one holder, or a warrant. */
export interface DealRight extends Holding {
  readonly name: string
  readonly kind: 'option' | 'warrant'
  readonly strikeUsd: number
}

/** Money invested in a class by one holder. */
export interface Contribution {
  readonly holder: string
  readonly amountUsd: number
}

/** A series that is there before the first round of the deal. */
export interface DealSeries {
  readonly name: string
  readonly shares: number
  readonly issuePriceUsd: number
  /** The issue price unless anti-dilution or a split has changed it. */
  readonly conversionPriceUsd: number
  readonly accruedDividendUsd: number
  readonly terms: PreferredTerms
  /** Day of issue, from which dividends run; null without dates. */
  readonly day: Day | null
  /** Sums to `shares`. */
  readonly holders: readonly Holding[]
}

/** A SAFE or a note, by name. */
export interface DealConvertible {
  readonly name: string
  readonly holder: string
  readonly kind: 'safe' | 'note'
  /** Money invested; interest comes on top. */
  readonly amountUsd: number
  /** Day it is sold: it is in no round before that day. Null for one that is there from the start. */
  readonly day: Day | null
  /** Infinity for none. */
  readonly capUsd: number
  readonly capBasis: CapBasis
  /** Share (0-1) off the round's price. */
  readonly discount: number
  /** Names of the convertibles whose terms it may take; empty unless most favoured. */
  readonly favours: readonly string[]
  readonly isMostFavoured: boolean
  /** Interest a year (0-1); 0 for a SAFE. */
  readonly interestRate: number
  readonly interestCompounds: boolean
  /** Day a note falls due; null for none. */
  readonly maturityDay: Day | null
  /** True with a pro-rata side letter: it may buy its share of the round in which it converts. */
  readonly hasProRata: boolean
}

/** Shares sold by one holder to another in a round, without new shares. */
export interface SecondarySale {
  readonly seller: string
  readonly buyer: string
  /** `common`, or the name of a series. */
  readonly security: string
  readonly shares: number
  readonly priceUsd: number
}

/** One priced round. */
export interface DealRound {
  /** Name of the round and of its series. */
  readonly name: string
  readonly day: Day | null
  /** Agreed pre-money value; null if the price is agreed instead. */
  readonly preMoneyUsd: number | null
  /** Agreed price of a share, as in a bridge or extension at the last price; null if the value is. */
  readonly pricePerShareUsd: number | null
  /** New money in all. */
  readonly amountUsd: number
  readonly convention: RoundConvention
  readonly pool: PoolTopUp
  readonly terms: PreferredTerms
  readonly protectsOlder: boolean
  readonly rounding: ShareRounding | null
  /** Who puts in what; what is left of the amount comes from "new investors". */
  readonly investors: readonly Contribution[]
  /** Holders who take their pro-rata part of the amount; in place of what `investors` says of them. */
  readonly proRata: readonly string[]
  /** Holders who do not pay to play: their series with that term convert to common. */
  readonly declines: readonly string[]
  readonly secondary: readonly SecondarySale[]
}

/** Money that a holder paid (negative) or got (positive). */
export interface HolderFlow {
  readonly holder: string
  readonly day: Day | null
  readonly amountUsd: number
}

/** Options of the company at the start. */
export interface DealPool {
  readonly promisedShares: number
  readonly availableShares: number
}

/** When a listing converts all series by itself; a listing below it counts as a sale in which series choose. */
export interface QualifiedListing {
  /** Least proceeds or value of the company, US dollars; 0 for none. */
  readonly leastPriceUsd: number
  /** Least price a share in multiples of the newest issue price; 0 for none. */
  readonly leastMultiple: number
}

/** How the deal is to be valued. */
export interface DealValuation {
  /** Volatility of the whole company a year, for option pricing and for the contract-based value. */
  readonly volatility: number
  /** Risk-free rate a year, continuously compounded. */
  readonly riskFreeRate: number
  /** Years to an exit in the option-pricing method. */
  readonly years: number
  /** Exit rate a year in the contract-based value. */
  readonly exitRate: number
  /** Scenarios of the probability-weighted method; empty for none. */
  readonly scenarios: readonly DealScenario[]
  /** Discount rate a year of those scenarios. */
  readonly discountRate: number
  /** Methods that value the company from its prospects; left out for none. */
  readonly methods?: DealMethods
}

/** One scenario of the probability-weighted method. */
export interface DealScenario {
  readonly name: string
  readonly kind: 'sale' | 'listing'
  readonly priceUsd: number
  /** 0-1; all sum to 1. */
  readonly probability: number
  readonly years: number
}

/**
 * A company's cap table with its rounds, by names: what `froth deal` is asked about.
 *
 * Units: US dollars, shares, days. Names of series, rounds and convertibles are unique; every name that another field
 * gives exists (the reader of the file sees to both).
 */
export interface Deal {
  readonly name: string
  readonly common: readonly CommonHolding[]
  readonly rights: readonly DealRight[]
  readonly pool: DealPool
  /** Oldest first. */
  readonly series: readonly DealSeries[]
  readonly convertibles: readonly DealConvertible[]
  /** In order of time. */
  readonly rounds: readonly DealRound[]
  /** Exit prices at which the payouts are wanted; each has the terms of `exit`. */
  readonly exitPricesUsd: readonly number[]
  /** Terms of an exit, whose price is replaced by each of `exitPricesUsd`. */
  readonly exit: ExitTerms
  readonly qualifiedListing: QualifiedListing
  /** Day of the exit, to which interest and dividends run; null without dates. */
  readonly exitDay: Day | null
  readonly valuation: DealValuation
  /**
   * What holders paid and got before the first round; left out if it is what the start says: common stock at what was
   * paid for it on a day that is not known, series at their price and convertibles at their amount on their days.
   */
  readonly pastFlows?: readonly HolderFlow[]
}

/** Where a company stands before any round: what `company:` of a scenario may say of its cap table. */
export type DealStart = Pick<Deal, 'common' | 'rights' | 'pool' | 'series' | 'convertibles'>
