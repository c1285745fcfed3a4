import type { Deal, DealStage } from '../../engine/finance/index.ts'
import { byContracts, byOptionPricing, byScenarios } from './company-value.ts'
import type { DealHeadline, FieldBar } from './deal-report.ts'
import { barOf, rateAround, spreads, tidy, type Bar } from './vary-assumption.ts'

const volatilityBar = (
  method: 'option_pricing' | 'contract_based',
  deal: Deal,
  stage: DealStage,
  headline: DealHeadline,
): FieldBar => {
  const base = deal.valuation.volatility
  const from = Math.max(base / 2, tidy(base - spreads.volatility))
  const value = method === 'option_pricing' ? byOptionPricing : byContracts
  return barOf(
    method,
    { assumption: 'volatility', from, base, to: tidy(base + spreads.volatility) },
    (volatility) =>
      value({ ...deal, valuation: { ...deal.valuation, volatility } }, stage, headline).sharesUsd,
  )
}

const scenariosBar = (deal: Deal, stage: DealStage): FieldBar =>
  barOf(
    'scenarios',
    rateAround('discount', deal.valuation.discountRate),
    (discountRate) =>
      byScenarios({ ...deal, valuation: { ...deal.valuation, discountRate } }, stage).sharesUsd,
  )

/** Bars of the methods that value the classes: by the headline price, and by the deal's own scenarios. */
export const fromClasses = (deal: Deal, stage: DealStage, headline: DealHeadline | null): readonly Bar[] => [
  ...(headline === null
    ? []
    : (['option_pricing', 'contract_based'] as const).map((method): Bar => [
        method,
        () => volatilityBar(method, deal, stage, headline),
      ])),
  ...(deal.valuation.scenarios.length === 0
    ? []
    : [['scenarios', () => scenariosBar(deal, stage)] satisfies Bar]),
]
