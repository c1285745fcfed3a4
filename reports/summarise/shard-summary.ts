import type { CompanyState } from './company-part.ts'
import type { ComputeState } from './compute-part.ts'
import type { FundsState } from './funds-part.ts'
import type { HeadlineState } from './headline-part.ts'
import type { MarketState } from './market-part.ts'
import type { MoneyMultiplesState } from './money-multiples.ts'
import type { OutcomeState } from './outcome-part.ts'
import type { AgeState } from './outcomes-by-age.ts'
import type { SurvivalState } from './survival-part.ts'
import type { ValuationState } from './valuation-part.ts'
import type { VerdictState } from './verdict-part.ts'

/** A run that broke off, and why. */
export interface Failure {
  readonly run: number
  readonly message: string
}

/** What an accumulator knows, as plain JSON data: the summary of a shard, ready to be stored and merged. */
export interface ShardSummary {
  readonly schema: 'froth.shard/1'
  /** Runs that came to their end, and runs that broke off. */
  readonly runs: number
  readonly failedRuns: number
  /** Events handled in both. */
  readonly events: number
  /** The first failures, in order of arrival. */
  readonly failures: readonly Failure[]
  readonly survival: SurvivalState
  readonly outcomes: OutcomeState
  readonly ages: AgeState
  readonly valuation: ValuationState
  readonly returns: MoneyMultiplesState
  readonly funds: FundsState
  readonly headline: HeadlineState
  readonly verdict: VerdictState
  readonly compute: ComputeState
  readonly market: MarketState
  readonly company: CompanyState | null
}
