import type {
  Deal,
  DealBreakpoint,
  DealExit,
  DealHistory,
  DealProblemFacts,
  DealProblemKind,
  ReturnRate,
} from '../../engine/finance/index.ts'

/** How a class was valued. */
export type ValueMethod = 'option_pricing' | 'contract_based' | 'scenarios'

/** One class in one valuation. */
export interface ClassValue {
  readonly name: string
  readonly valueUsd: number
  /** Null for a SAFE or note, which has no shares. */
  readonly perShareUsd: number | null
}

/** Fair value of the company and of every class, by one method. */
export interface DealValue {
  readonly method: ValueMethod
  /** All classes: the equity after debt, costs and carve-out. */
  readonly companyUsd: number
  /** The same without SAFEs and notes, which the headline does not count either. */
  readonly sharesUsd: number
  /** Headline post-money value over the fair value of the shares, less 1; below 0 if the headline is too low. */
  readonly overvaluation: number
  /** In the order of the newest stage's classes. */
  readonly classes: readonly ClassValue[]
}

/** Why a class could not be valued: the words of the method itself. */
export interface DealValueFailure {
  readonly method: ValueMethod
  readonly reason: string
}

/** How the whole company was valued: from its classes, or from its prospects. */
export type FieldMethod =
  ValueMethod | 'venture_capital' | 'first_chicago' | 'discounted_cash_flow' | 'comparables'

/** What a bar of the football field varies between its ends. */
export type FieldAssumption =
  'required_return' | 'discount' | 'growth' | 'exit_multiple' | 'multiple' | 'volatility'

/** One method's range of the value of the company: a bar of the football field. */
export interface FieldBar {
  readonly method: FieldMethod
  readonly lowUsd: number
  readonly baseUsd: number
  readonly highUsd: number
  /** What is varied, from its least to its most; a share a year, or a multiple. */
  readonly varies: {
    readonly assumption: FieldAssumption
    readonly from: number
    readonly base: number
    readonly to: number
  }
}

/** What every method says of the value of the company's shares, beside what the newest round says. */
export interface FootballField {
  /** Post-money value of the newest round; null without one. */
  readonly headlineUsd: number | null
  readonly bars: readonly FieldBar[]
  readonly failures: readonly { readonly method: FieldMethod; readonly reason: string }[]
}

/** Who converts in one equilibrium of an exit, by place of the class in the stage. */
export interface DealEquilibrium {
  readonly converts: readonly number[]
  readonly payouts: readonly { readonly name: string; readonly amountUsd: number }[]
}

/** An exit with what else is known of it. */
export interface ReportedExit extends DealExit {
  /** Equilibria of the conversion beside the one that is reported, where somebody gains nothing either way. */
  readonly others: readonly DealEquilibrium[]
  /** Rate of return of each holder, in the order of `holders`; null where a day is not known. */
  readonly returns: readonly (ReturnRate | null)[]
}

/** One exit price of the payout chart: what each class, then debt, costs and carve-out together, gets. */
export interface ChartPoint {
  readonly priceUsd: number
  readonly amountsUsd: readonly number[]
}

/** What the newest priced shares say that the company is worth. */
export interface DealHeadline {
  /** Place of the newest series in the table of the last stage. */
  readonly place: number
  readonly series: string
  readonly priceUsd: number
  /** Price × all shares. */
  readonly postMoneyUsd: number
}

/** A deal worked out: `froth.deal/1`. */
export interface DealReport {
  readonly deal: Deal
  readonly history: DealHistory
  readonly exits: readonly ReportedExit[]
  readonly breakpoints: readonly DealBreakpoint[]
  /** Null for a company that never sold preferred shares. */
  readonly headline: DealHeadline | null
  readonly values: readonly DealValue[]
  readonly valueFailures: readonly DealValueFailure[]
  /** Null unless the deal gives numbers to a method of its own, or scenarios. */
  readonly footballField: FootballField | null
}

/** What of a deal cannot be done: its round, and why. */
export interface DealReportProblem {
  readonly kind: DealProblemKind
  /** Place of the round in the deal. */
  readonly round: number
  readonly roundName: string
  /** Why, in English: the words of the calculation. */
  readonly message: string
  /** The numbers behind it; null where the message says all. */
  readonly facts: DealProblemFacts | null
}

/** A deal worked out, or why it cannot be. */
export type DealResult =
  | { readonly ok: true; readonly report: DealReport }
  | { readonly ok: false; readonly problem: DealReportProblem }
