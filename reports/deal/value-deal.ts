import type { Deal, DealStage } from '../../engine/finance/index.ts'
import { byContracts, byOptionPricing, byScenarios, type Answer } from './company-value.ts'
import type { DealHeadline, DealReport, DealValue, ValueMethod } from './deal-report.ts'

/** A method's answer by class, and how far the headline is above it. */
const valueOf = (
  method: ValueMethod,
  { classUsd, sharesUsd, companyUsd }: Answer,
  { classes }: DealStage,
  { postMoneyUsd }: DealHeadline,
): DealValue => ({
  method,
  companyUsd,
  sharesUsd,
  overvaluation: postMoneyUsd / sharesUsd - 1,
  classes: classes.map(({ name, shares }, at) => ({
    name,
    valueUsd: classUsd[at],
    perShareUsd: shares > 0 ? classUsd[at] / shares : null,
  })),
})

type Method = readonly [method: ValueMethod, answer: () => Answer]

const methodsOf = (deal: Deal, stage: DealStage, headline: DealHeadline): readonly Method[] => [
  ['option_pricing', () => byOptionPricing(deal, stage, headline)],
  ['contract_based', () => byContracts(deal, stage, headline)],
  ...(deal.valuation.scenarios.length === 0
    ? []
    : ([['scenarios', () => byScenarios(deal, stage)]] as const)),
]

/**
 * Values the company and its classes right after the newest round by every method that the deal gives numbers for. A
 * method that has no answer is named with its reason.
 */
export const valueDeal = (
  deal: Deal,
  stage: DealStage,
  headline: DealHeadline,
): Pick<DealReport, 'values' | 'valueFailures'> => {
  const values: DealValue[] = []
  const valueFailures: { method: ValueMethod; reason: string }[] = []
  for (const [method, answer] of methodsOf(deal, stage, headline)) {
    try {
      values.push(valueOf(method, answer(), stage, headline))
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      valueFailures.push({ method, reason: error.message })
    }
  }
  return { values, valueFailures }
}
