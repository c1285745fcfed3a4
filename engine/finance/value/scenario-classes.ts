import type { ExitTerms } from '../exit/exit-terms.ts'
import { makeExitSplit } from '../exit/make-exit-split.ts'
import { splitExit } from '../exit/split-exit.ts'
import type { CapTable } from '../table/cap-table.ts'
import { makeClassValues, type ClassValues } from './class-values.ts'
import { discountFactor } from './discount-factor.ts'
import { requireNotNegative, requireProbabilities, requireRate } from './require-value.ts'

/** An exit that may come, and when. */
export interface ExitScenario {
  readonly exit: ExitTerms
  /** 0-1; all sum to 1. */
  readonly probability: number
  readonly years: number
}

/**
 * Values the classes of a company by the probability-weighted expected return method: each class's payout in each
 * scenario, discounted and weighted.
 *
 * Units: discount rate a year, compounding yearly. Throws: RangeError for probabilities that do not sum to 1, a
 * negative time, and as `splitExit`.
 * Source: AICPA, Valuation of Privately-Held-Company Equity Securities Issued as Compensation (2013), chapter 6.
 */
export function probabilityWeightedValue(
  table: CapTable,
  scenarios: readonly ExitScenario[],
  discountRate: number,
): ClassValues {
  requireRate('probabilityWeightedValue', 'discountRate', discountRate)
  requireProbabilities(
    'probabilityWeightedValue',
    scenarios.map(({ probability }) => probability),
  )
  const values = makeClassValues()
  const split = makeExitSplit()
  for (const { exit, probability, years } of scenarios) {
    requireNotNegative('probabilityWeightedValue', 'years', years)
    splitExit(table, exit, split)
    const weight = probability * discountFactor(discountRate, years)
    values.companyUsd += weight * exit.priceUsd
    values.commonUsd += weight * split.commonUsd
    values.otherUsd += weight * (split.debtUsd + split.costsUsd + split.carveOutUsd)
    addWeighted(values.rightsUsd, split.rightsUsd, weight)
    addWeighted(values.seriesUsd, split.seriesUsd, weight)
    addWeighted(values.convertiblesUsd, split.convertiblesUsd, weight)
  }
  values.commonPerShareUsd = values.commonUsd / (table.commonShares + table.promisedShares)
  table.series.forEach(({ shares }, i) => {
    values.seriesPerShareUsd[i] = shares > 0 ? values.seriesUsd[i] / shares : 0
  })
  return values
}

function addWeighted(sums: number[], amountsUsd: readonly number[], weight: number): void {
  amountsUsd.forEach((amountUsd, i) => (sums[i] = (sums[i] ?? 0) + weight * amountUsd))
}
