import type { DealStart } from '../engine/finance/index.ts'
import type { Parameters } from './fields/catalogue.ts'
import type { BusinessModel, Direction, Industry, Jurisdiction, ShockName, Stage } from './vocabulary.ts'

/** A quantity that is not known for certain: each run draws it once, from a stream named after its path. */
export type Distribution =
  | { readonly family: 'pert'; readonly low: number; readonly mid: number; readonly high: number }
  | { readonly family: 'triangular'; readonly low: number; readonly mid: number; readonly high: number }
  | { readonly family: 'split_normal'; readonly p10: number; readonly p50: number; readonly p90: number }
  | { readonly family: 'uniform'; readonly low: number; readonly high: number }
  | { readonly family: 'normal'; readonly mean: number; readonly sd: number }
  /** `median` in the quantity's unit, `sigma` of the natural logarithm. */
  | { readonly family: 'lognormal'; readonly median: number; readonly sigma: number }

/**
 * An uncertain input: where it lives in the scenario (dotted path in file spelling, e.g. `company.growth`,
 * `startups.churn`) and its distribution, in the base unit. The scenario itself holds the central value there.
 */
export interface Uncertain {
  readonly path: string
  readonly distribution: Distribution
  /** Hard limits of the field: draws are clipped to them. */
  readonly min: number
  readonly max: number
}

/** A startup of the user's own that joins the market at month 0 and is followed. */
export interface Company {
  readonly name: string
  readonly direction: Direction
  readonly businessModel: BusinessModel
  readonly industry: Industry
  readonly jurisdiction: Jurisdiction
  readonly cashUsd: number
  readonly arrUsd: number
  /** Compound growth of ARR a month now. */
  readonly growthPerMonth: number
  /** Gross burn a month: everything that is spent. */
  readonly burnUsdPerMonth: number
  readonly grossMargin: number
  readonly team: { readonly researchers: number; readonly engineers: number; readonly goToMarket: number }
  readonly lastRound: {
    readonly stage: Stage
    readonly amountUsd: number
    readonly postMoneyUsd: number
    /** Month of the round, zero or negative. */
    readonly month: number
  } | null
  /** The round that the company is asking for now. */
  readonly ask: { readonly amountUsd: number; readonly postMoneyUsd: number } | null
  /** Who owns what now; null for founders' shares, a pool, and the last round's series. */
  readonly capTable: DealStart | null
}

/** A dated change of conditions. */
export interface Shock {
  readonly shock: ShockName
  readonly month: number
  readonly durationMonths: number
  /** Size of the change, 1 = as described for the shock. */
  readonly severity: number
}

/** A pass-or-fail claim about the result, e.g. `survival(36 months) >= 70%`. */
export interface Gate {
  readonly text: string
  readonly metric:
    | { readonly kind: 'survival'; readonly months: number }
    | { readonly kind: 'moic_below' | 'moic_at_least'; readonly multiple: number }
    | { readonly kind: 'value'; readonly percentile: number }
    | {
        readonly kind: 'verdict'
        readonly verdict: 'gold_mine' | 'productive_bubble' | 'barren_bubble' | 'dud'
      }
  readonly comparison: '<' | '<=' | '>' | '>='
  readonly threshold: number
}

/** A resolved scenario: every value in its base unit, nothing left to look up. Frozen, plain data. */
export interface Scenario {
  readonly name: string
  readonly seed: number
  readonly runs: number
  readonly horizonMonths: number
  readonly parameters: Parameters
  readonly company: Company | null
  readonly shocks: readonly Shock[]
  readonly expect: readonly Gate[]
  readonly uncertain: readonly Uncertain[]
}
