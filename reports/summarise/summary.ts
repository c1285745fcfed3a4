import type { Interval } from '../../engine/statistics/index.ts'

/** A number with its 95 % interval; null where it is not defined (nothing happened, or too few runs for an error). */
export type Estimate = Interval

/** The names of the percentiles that every study reports. */
export const percentileNames = ['p1', 'p5', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95', 'p99'] as const

export type PercentileName = (typeof percentileNames)[number]

/** A distribution in percentiles; `count` values went into it. */
export type Percentiles = Readonly<Record<PercentileName | 'mean', Estimate>> & { readonly count: number }

/** A distribution of values, with the share of their sum that the largest 1 % hold. */
export type ValuePercentiles = Percentiles & { readonly topOnePercentShare: Estimate }

/** A curve with its pointwise 95 % band; entry i belongs to months[i]. */
export interface Curve {
  readonly months: readonly number[]
  readonly estimate: readonly (number | null)[]
  readonly low: readonly (number | null)[]
  readonly high: readonly (number | null)[]
}

export const outcomeKeys = ['closed', 'acquiHired', 'acquired', 'listed', 'private'] as const

export type OutcomeKey = (typeof outcomeKeys)[number]

/** Shares of each outcome, which add up to 1. */
export type OutcomeShares = Readonly<Record<OutcomeKey, Estimate>>

/** Shares of each outcome reached by a month or age; the five of one month add up to 1. */
export type OutcomesByMonth = Readonly<Record<OutcomeKey, readonly (number | null)[]>> & {
  readonly months: readonly number[]
}

/** How many get back less than so many times their money. */
export interface ShareBelow {
  readonly multiple: number
  readonly below: Estimate
}

export interface Returns {
  /** Money multiple: returned over invested. */
  readonly moic: Percentiles
  /** Share that gets back less than was put in. */
  readonly lossShare: Estimate
  /** The same for other multiples, in rising order. */
  readonly cumulative: readonly ShareBelow[]
}

/** A quartile over all funds of all runs. */
export interface Quartiles {
  readonly count: number
  readonly p25: Estimate
  readonly p50: Estimate
  readonly p75: Estimate
}

/** What limited partners got, after fees and before carry. */
export interface FundsSummary {
  readonly tvpi: Quartiles
  readonly dpi: Quartiles
  /** A year; of funds that have one rate. */
  readonly irr: Quartiles
  /** All that funds of all runs paid back and hold, over all that they called. */
  readonly pooledTvpi: Estimate
}

/** Headline prices of closed rounds against contract-based fair values. */
export interface HeadlineSummary {
  /** Rounds, and mean of post-money / fair value - 1 over them. */
  readonly rounds: number
  readonly overvaluation: Estimate
  /** The same for rounds at or above a billion dollars. */
  readonly unicornRounds: number
  readonly unicornOvervaluation: Estimate
}

/** A class of the company's cap table of month 0. */
export interface CompanyClassSummary {
  readonly name: string
  readonly kind: 'common' | 'right' | 'series' | 'convertible'
  /** Shares at month 0; null for a SAFE or note. */
  readonly shares: number | null
  /** What the waterfall pays it in the end, over runs. */
  readonly proceedsUsd: Percentiles
  /** Mean over runs of the present value of that, at the scenario's discount rate; and a share. */
  readonly fairValueUsd: Estimate
  readonly fairValuePerShareUsd: Estimate
}

/** The company's headline against what its classes turn out to be worth. */
export interface CompanyHeadline {
  /** Pre-money value of the ask, or post-money of the last round; null without either. */
  readonly usd: number | null
  readonly basis: 'ask' | 'last_round' | 'none'
  /** Sum of the classes' fair values. */
  readonly fairValueUsd: Estimate
  /** headline / fair value - 1. */
  readonly overvaluation: Estimate
}

/** The study's own company, where the scenario has one. */
export interface CompanySummary {
  readonly name: string
  /** Annual recurring revenue now, and what is asked now; null without an ask. */
  readonly arrUsd: number
  readonly askUsd: number | null
  readonly askPostMoneyUsd: number | null
  /** Share of runs in which it is not closed, by month. */
  readonly survival: Curve
  readonly outcomes: OutcomeShares
  readonly outcomesByMonth: OutcomesByMonth
  /** Median over the runs in which it lives at month 12. */
  readonly runwayMonthsAt12: Estimate
  readonly nextRound: {
    /** Share of runs in which it closes another round. */
    readonly probability: Estimate
    /** Medians over those runs. */
    readonly month: Estimate
    readonly amountUsd: Estimate
    readonly postMoneyUsd: Estimate
  }
  /** Value at the horizon: 0 if closed, proceeds if sold or listed, post-money if private. */
  readonly valueUsd: { readonly all: ValuePercentiles; readonly survivors: ValuePercentiles }
  /** Present value, at month 0, of what the company later pays. */
  readonly fundamentalValueUsd: ValuePercentiles
  /** Share of runs (of survivors) whose value at the horizon is below the asked post-money: where the ask sits. */
  readonly askRank: { readonly all: Estimate; readonly survivors: Estimate }
  /** What an investor at the asked price gets for each dollar. */
  readonly returns: Returns
  /** Founders first: everything that the cap table of month 0 holds. */
  readonly classes: readonly CompanyClassSummary[]
  readonly headline: CompanyHeadline
}

/** The state of the whole market, run by run. */
export interface MarketSummary {
  /** Share of runs in which prices and funding collapse. */
  readonly collapseShare: Estimate
  /** Medians over runs. */
  readonly drawdown: Estimate
  readonly peakMispricing: Estimate
  /** The same as a ratio: peak price over what is later paid. */
  readonly peakPriceToValue: Estimate
  readonly peakSentiment: Estimate
  readonly residualMultiple: Estimate
  readonly publicMultipleAtStart: Estimate
  /** Means over runs. */
  readonly investedUsd: Estimate
  readonly startupsFounded: Estimate
}

/** A claim of the scenario's `expect`; `pass` is null where the study cannot say (beyond the horizon, no round). */
export interface GateResult extends Estimate {
  readonly text: string
  readonly pass: boolean | null
  readonly unit: 'share' | 'usd'
}

export const verdictKeys = ['goldMine', 'productiveBubble', 'barrenBubble', 'dud'] as const

export type VerdictKey = (typeof verdictKeys)[number]

/** The result of a study: what `summary.json` holds and every text, screen and page shows. */
export interface Summary {
  readonly schema: 'froth.summary/1'
  readonly id: string
  readonly scenario: { readonly name: string; readonly sha256: string }
  readonly seed: number
  /** Runs asked for; `failedRuns` of them broke off and are left out of every number. */
  readonly runs: number
  readonly failedRuns: number
  readonly horizonMonths: number
  /** Share of startups not closed, by age in months (Kaplan-Meier). */
  readonly survival: Curve
  readonly outcomes: OutcomeShares
  /** Shares by age (Aalen-Johansen), in which being sold or listed ends the risk of closing. */
  readonly outcomesByAge: OutcomesByMonth
  readonly valuation: {
    readonly postMoneyUsd: { readonly all: ValuePercentiles; readonly survivors: ValuePercentiles }
    readonly fairValueUsd: { readonly all: ValuePercentiles; readonly survivors: ValuePercentiles }
  }
  readonly returns: Returns
  readonly funds: FundsSummary
  readonly headline: HeadlineSummary
  readonly verdict: Readonly<Record<VerdictKey, Estimate>>
  readonly compute: {
    /** Means over runs. */
    readonly gpuHours: Estimate
    readonly spendUsd: Estimate
    /** GPU spend over everything that startups paid out. */
    readonly shareOfCosts: Estimate
  }
  readonly market: MarketSummary
  /** The scenario's `expect`, judged. */
  readonly gates: readonly GateResult[]
  readonly company?: CompanySummary
}
