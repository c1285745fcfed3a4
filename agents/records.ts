/**
 * What one run leaves behind: columns, one array a variable, row i of every column of a table is the same thing.
 * Missing values ("did not happen", "not known yet") are NaN in float columns and -1 in code columns.
 * Codes are indices into the lists of `scenarios/vocabulary.ts`. Money is US dollars, time is months.
 */
export interface StartupTable {
  readonly count: number
  readonly foundedMonth: Float64Array
  readonly direction: Int8Array
  readonly businessModel: Int8Array
  readonly industry: Int8Array
  readonly jurisdiction: Int8Array
  /** Furthest stage closed; -1 if no round was closed (written as pre_seed). */
  readonly stage: Int8Array
  readonly outcome: Int8Array
  readonly outcomeMonth: Float64Array
  readonly cause: Int8Array
  readonly contributingCause: Int8Array
  readonly seedMonth: Float64Array
  readonly firstRevenueMonth: Float64Array
  readonly raisedUsd: Float64Array
  /** NaN if the startup never closed a round. */
  readonly lastPostMoneyUsd: Float64Array
  /** Fair value of the whole equity at the horizon; 0 once closed, NaN once sold or listed. */
  readonly fairValueUsd: Float64Array
  readonly exitUsd: Float64Array
  readonly peakArrUsd: Float64Array
  readonly gpuHours: Float64Array
  /** 1 for the scenario's own company, else 0. */
  readonly isCompany: Int8Array
}

export interface RoundTable {
  readonly count: number
  /** 1-based number of the startup in this run. */
  readonly startup: Int32Array
  readonly month: Float64Array
  readonly stage: Int8Array
  readonly kind: Int8Array
  readonly amountUsd: Float64Array
  readonly preMoneyUsd: Float64Array
  readonly postMoneyUsd: Float64Array
  /** Lead fund's type. */
  readonly leadType: Int8Array
  /** Lead fund's number within the run, 1-based. */
  readonly leadFund: Int32Array
  readonly liquidationMultiple: Float64Array
  readonly participating: Int8Array
  /** Most that a capped series gets, times the money invested; NaN without a cap. */
  readonly participationCap: Float64Array
  /** 1 if the series ranks above all older ones. */
  readonly isSenior: Int8Array
  /** 1 for full ratchet; all others are broad-based weighted average. */
  readonly hasFullRatchet: Int8Array
  /** Cumulative dividend a year, 0 for none. */
  readonly dividendRate: Float64Array
  readonly paysToPlay: Int8Array
  /** Guaranteed at a listing, times the price paid; 0 for nothing. */
  readonly listingMultiple: Float64Array
  readonly vetoesDownListing: Int8Array
  /** Contract-based fair value of the whole company after the round; NaN for a bridge. */
  readonly fairValueUsd: Float64Array
  /** What this round's investors got by the horizon plus fair value still held. */
  readonly returnedUsd: Float64Array
}

/** One row a firm: what its limited partners paid and got, from the start of the burn-in to the horizon. */
export interface FundTable {
  readonly count: number
  readonly type: Int8Array
  /** Money called from limited partners; fees are part of it. */
  readonly paidInUsd: Float64Array
  readonly feesUsd: Float64Array
  readonly investedUsd: Float64Array
  readonly distributedUsd: Float64Array
  /** Cash not invested, and fair value of what is held. */
  readonly cashUsd: Float64Array
  readonly heldUsd: Float64Array
  /** Over what was paid in, after fees and before carry; NaN if nothing was. */
  readonly dpi: Float64Array
  readonly rvpi: Float64Array
  readonly tvpi: Float64Array
  /** Internal rate of return a year of those flows, each year's in its middle; NaN where there is none or more than one. */
  readonly irr: Float64Array
}

/** One row a month, months 0 to horizon - 1; a row describes the month that starts at `month`. */
export interface MarketTable {
  readonly count: number
  readonly sentiment: Float64Array
  readonly publicMultiple: Float64Array
  readonly priceIndex: Float64Array
  readonly fundamentalIndex: Float64Array
  readonly priceToFundamental: Float64Array
  /** ln(P/F) of the companies private at the start of the month, at most ln 100; NaN in the last 36 months. */
  readonly mispricing: Float64Array
  readonly gpuPriceUsdPerHour: Float64Array
  readonly gpuUtilisation: Float64Array
  readonly gpuLeadTimeMonths: Float64Array
  readonly wageIndex: Float64Array
  readonly dryPowderUsd: Float64Array
  readonly fundingUsd: Float64Array
  readonly entrants: Float64Array
  readonly closures: Float64Array
  readonly adoption: Float64Array
  readonly hires: Float64Array
  readonly departures: Float64Array
}

/** One row a startup and year, only when asked for. */
export interface PanelTable {
  readonly count: number
  readonly startup: Int32Array
  readonly year: Int32Array
  readonly arrUsd: Float64Array
  readonly headcount: Float64Array
  readonly grossMargin: Float64Array
  readonly capability: Float64Array
  readonly cashUsd: Float64Array
}

/** Totals of a run over its recorded months. */
export interface RunTotals {
  readonly investedUsd: number
  readonly returnedUsd: number
  /** PV(proceeds + mark) / PV(invested); NaN if nothing was invested. */
  readonly residualMultiple: number
  readonly peakSentiment: number
  /** Highest ln(P/F); NaN if never defined. */
  readonly peakMispricing: number
  /** Largest fall of the price index from its running peak, 0-1. */
  readonly drawdown: number
  /** Month in which the collapse passes 50 %; NaN if there was none. */
  readonly collapseMonth: number
  /** 0 gold_mine, 1 productive_bubble, 2 barren_bubble, 3 dud. */
  readonly verdict: number
  readonly gpuHours: number
  readonly gpuSpendUsd: number
  /** All that startups paid out in the recorded months. */
  readonly costsUsd: number
  /** Largest absolute sum of all ledger balances seen when checked, in dollars. */
  readonly ledgerImbalanceUsd: number
}

/** What one class of the company's cap table of month 0 is paid in this run. */
export interface CompanyClassRecord {
  readonly name: string
  readonly kind: 'common' | 'right' | 'series' | 'convertible'
  /** Shares at month 0; NaN for a SAFE or note. */
  readonly shares: number
  /** Its part of the exit's proceeds, or of the mark at the horizon; 0 if the company closed. */
  readonly proceedsUsd: number
  /** The same at month 0, at the scenario's discount rate. */
  readonly presentValueUsd: number
}

/** The fate of the scenario's own company in this run. */
export interface CompanyRecord {
  readonly outcome: number
  readonly outcomeMonth: number
  readonly cause: number
  /** Month when cash would run out at the burn of month 12, minus 12; NaN if dead by then. */
  readonly runwayMonthsAt12: number
  /** Month and post-money of the first round closed after month 0; NaN if none. */
  readonly nextRoundMonth: number
  readonly nextRoundPostMoneyUsd: number
  readonly nextRoundAmountUsd: number
  /** Fair value of the whole equity at month 0 in this run: PV of what the company later pays. */
  readonly fundamentalValueUsd: number
  /** Value at the horizon: 0 if closed, proceeds if sold or listed, post-money if private. */
  readonly horizonValueUsd: number
  /** What an investor at the asked post-money gets for each dollar (fair value of what is still held counts). */
  readonly moicAtAsk: number
  readonly classes: readonly CompanyClassRecord[]
  /** Month-end cash and ARR, months 0 to horizon - 1; 0 after the end. */
  readonly cashUsd: Float64Array
  readonly arrUsd: Float64Array
}

/** Event log of a run, only when asked for: in calendar order. */
export interface EventTable {
  readonly count: number
  readonly month: Float64Array
  readonly kind: Uint8Array
  readonly agent: Int32Array
  readonly argument: Float64Array
}

export interface RunRecord {
  /** 1-based. */
  readonly run: number
  readonly horizonMonths: number
  readonly startups: StartupTable
  readonly rounds: RoundTable
  readonly funds: FundTable
  readonly market: MarketTable
  readonly totals: RunTotals
  readonly panel: PanelTable | null
  readonly company: CompanyRecord | null
}
