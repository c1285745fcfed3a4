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
