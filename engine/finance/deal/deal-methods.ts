import type { FlowTiming, TerminalTerms } from '../value/discounted-cash-flow.ts'
import type { PlannedRound } from '../value/venture-capital-method.ts'

/** What the venture capital method starts from. */
export interface ExitPlan {
  /** How the value at the exit was said: as it is, or as a multiple of what is earned or sold by then. */
  readonly basis: 'exit_value' | 'net_income' | 'revenue'
  readonly exitValueUsd: number
  /** What is multiplied; null for a value that was given as it is. */
  readonly metricUsd: number | null
  readonly multiple: number | null
  /** Years to the exit. */
  readonly years: number
  /** Return a year that an investor of today requires, as a share. */
  readonly requiredReturn: number
  /** Rounds needed before the exit, in order of time. */
  readonly laterRounds: readonly PlannedRound[]
}

/** One way it may go, of the First Chicago method. */
export interface OutcomePlan {
  readonly name: string
  readonly valueUsd: number
  /** 0-1; all sum to 1. */
  readonly probability: number
  readonly years: number
}

/** What the First Chicago method starts from. */
export interface FirstChicagoPlan {
  readonly scenarios: readonly OutcomePlan[]
  readonly discountRate: number
}

/** What discounted cash flows start from. */
export interface CashFlowPlan {
  /** One flow a year from today. */
  readonly flowsUsd: readonly number[]
  readonly discountRate: number
  readonly terminal: TerminalTerms
  readonly timing: FlowTiming
  /** Debt less cash; negative for a company with more cash than debt. */
  readonly netDebtUsd: number
}

/** What comparable companies are compared by. */
export type PeerMetric = 'arr' | 'revenue' | 'gross_profit' | 'ebitda' | 'net_income'

/** What comparable companies say. */
export interface PeerPlan {
  readonly metric: PeerMetric
  readonly metricUsd: number
  /** One a company; or low, middle and high. */
  readonly multiples: readonly number[]
  /** True if the multiples are low, middle and high themselves, not those of companies. */
  readonly isRange: boolean
  readonly netDebtUsd: number
}

/**
 * What the methods of a football field start from, each null where nothing is said of it.
 *
 * Units: US dollars, years, rates a year as shares.
 */
export interface DealMethods {
  readonly ventureCapital: ExitPlan | null
  readonly firstChicago: FirstChicagoPlan | null
  readonly cashFlows: CashFlowPlan | null
  readonly comparables: PeerPlan | null
}
