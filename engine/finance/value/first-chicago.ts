import { discountFactor } from './discount-factor.ts'
import { requireNotNegative, requireProbabilities, requireRate } from './require-value.ts'

/** One way that things may go: success, sideways, failure. */
export interface ValueScenario {
  /** Value of the company at its exit. */
  readonly valueUsd: number
  /** 0-1; all sum to 1. */
  readonly probability: number
  /** Years to the exit. */
  readonly years: number
}

/** What the First Chicago method comes to. */
export interface ScenarioValue {
  readonly expectedUsd: number
  readonly presentUsd: number
}

/**
 * Values a company by the First Chicago method: the probability-weighted present value of a few exits.
 *
 * Units: discount rate a year, compounding yearly. Throws: RangeError for a negative value or time, and for
 * probabilities that do not sum to 1.
 * Source: Achleitner and Lutz, "First Chicago method", Center for Entrepreneurial and Financial Studies (2005).
 * @example firstChicago([{ valueUsd: 1e8, probability: 0.5, years: 1 }, { valueUsd: 0, probability: 0.5, years: 1 }], 0.25) // => { expectedUsd: 50000000, presentUsd: 40000000 }
 */
export function firstChicago(scenarios: readonly ValueScenario[], discountRate: number): ScenarioValue {
  requireRate('firstChicago', 'discountRate', discountRate)
  requireProbabilities(
    'firstChicago',
    scenarios.map(({ probability }) => probability),
  )
  let expectedUsd = 0
  let presentUsd = 0
  for (const { valueUsd, probability, years } of scenarios) {
    requireNotNegative('firstChicago', 'valueUsd', valueUsd)
    requireNotNegative('firstChicago', 'years', years)
    expectedUsd += probability * valueUsd
    presentUsd += probability * valueUsd * discountFactor(discountRate, years)
  }
  return { expectedUsd, presentUsd }
}
