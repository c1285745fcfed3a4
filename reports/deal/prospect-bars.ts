import {
  comparablesValue,
  discountedCashFlow,
  discountFactor,
  firstChicago,
  valueRange,
  ventureCapitalMethod,
  type CashFlowPlan,
  type Deal,
  type ExitPlan,
  type FirstChicagoPlan,
  type PeerPlan,
} from '../../engine/finance/index.ts'
import type { FieldBar, FieldMethod } from './deal-report.ts'
import { barOf, rateAround, spreads, tidy, type Bar, type Varied } from './vary-assumption.ts'

/** Part (0-1) of the company that later rounds leave to those of today. */
export const retentionOf = ({ exitValueUsd, years, laterRounds }: ExitPlan): number =>
  ventureCapitalMethod(exitValueUsd, years, 1, laterRounds).rounds.reduce(
    (left, { finalOwnership }) => left - finalOwnership,
    1,
  )

/** Post-money value of a round today: what later rounds leave of the exit, discounted at the required return. */
const ventureCapitalBar = (plan: ExitPlan): FieldBar => {
  const keptUsd = plan.exitValueUsd * retentionOf(plan)
  return barOf(
    'venture_capital',
    rateAround('required_return', plan.requiredReturn),
    (rate) => keptUsd * discountFactor(rate, plan.years),
  )
}

const firstChicagoBar = ({ scenarios, discountRate }: FirstChicagoPlan): FieldBar =>
  barOf(
    'first_chicago',
    rateAround('discount', discountRate),
    (rate) => firstChicago(scenarios, rate).presentUsd,
  )

const cashFlowBar = ({ flowsUsd, discountRate, terminal, timing, netDebtUsd }: CashFlowPlan): FieldBar => {
  const method = 'discounted_cash_flow'
  if (terminal.kind === 'multiple') {
    const base = terminal.multiple
    const [from, to] = [tidy(base * (1 - spreads.multiple)), tidy(base * (1 + spreads.multiple))]
    return barOf(method, { assumption: 'exit_multiple', from, base, to }, (multiple) => {
      const sold = { ...terminal, multiple }
      return discountedCashFlow(flowsUsd, discountRate, sold, timing).enterpriseUsd - netDebtUsd
    })
  }
  const base = terminal.growthRate
  // Near the discount rate a whole point more would have no value.
  const point = Math.min(spreads.growth, (discountRate - base) / 2)
  const varies: Varied = { assumption: 'growth', from: tidy(base - point), base, to: tidy(base + point) }
  return barOf(method, varies, (growthRate) => {
    const grown = { ...terminal, growthRate }
    return discountedCashFlow(flowsUsd, discountRate, grown, timing).enterpriseUsd - netDebtUsd
  })
}

const peersBar = ({ metricUsd, multiples, isRange, netDebtUsd }: PeerPlan): FieldBar => {
  const quartiles = valueRange(multiples)
  const [from, base, to] = isRange ? multiples : [quartiles.lowUsd, quartiles.middleUsd, quartiles.highUsd]
  return barOf(
    'comparables',
    { assumption: 'multiple', from, base, to },
    (multiple) => comparablesValue(metricUsd, [multiple], netDebtUsd).middleUsd,
  )
}

/** Bars of the methods that value the company from its prospects. */
export const fromProspects = ({ valuation: { methods } }: Deal): readonly Bar[] => {
  const of = <Plan>(
    method: FieldMethod,
    plan: Plan | null | undefined,
    bar: (plan: Plan) => FieldBar,
  ): readonly Bar[] => (plan === null || plan === undefined ? [] : [[method, () => bar(plan)]])
  return [
    ...of('venture_capital', methods?.ventureCapital, ventureCapitalBar),
    ...of('first_chicago', methods?.firstChicago, firstChicagoBar),
    ...of('discounted_cash_flow', methods?.cashFlows, cashFlowBar),
    ...of('comparables', methods?.comparables, peersBar),
  ]
}
