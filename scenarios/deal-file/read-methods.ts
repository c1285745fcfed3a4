import type {
  CashFlowPlan,
  DealMethods,
  ExitPlan,
  FirstChicagoPlan,
  PeerMetric,
  PeerPlan,
} from '../../engine/finance/index.ts'
import type { Part } from './part.ts'

/** Metrics that comparable companies may be compared by, in the words of the file. */
export const peerMetrics: readonly PeerMetric[] = ['arr', 'revenue', 'gross_profit', 'ebitda', 'net_income']

/** Ways to say the value at an exit: what is multiplied, and by what. */
export const exitBases = [
  { basis: 'exit_value', multiple: null },
  { basis: 'net_income', multiple: 'pe' },
  { basis: 'revenue', multiple: 'multiple' },
] as const

type ExitBase = (typeof exitBases)[number]

/** Value at the exit of the venture capital method, if it is said in full. */
export const exitValue = (part: Part, { basis, multiple }: ExitBase): number | null => {
  const metric = part.number(basis)
  if (metric === null || multiple === null) return metric
  const times = part.number(multiple)
  return times === null ? null : metric * times
}

const readExitPlan = (part: Part): ExitPlan => {
  const way = exitBases.find(({ basis }) => part.number(basis) !== null) ?? exitBases[0]
  return {
    basis: way.basis,
    exitValueUsd: exitValue(part, way) ?? 0,
    metricUsd: way.multiple === null ? null : part.number(way.basis),
    multiple: way.multiple === null ? null : part.number(way.multiple),
    years: part.number('years') ?? 0,
    requiredReturn: part.number('required_return') ?? 0,
    laterRounds: part.list('later_rounds').map((round) => ({
      amountUsd: round.number('amount') ?? 0,
      years: round.number('year') ?? 0,
      requiredReturn: round.number('required_return') ?? 0,
    })),
  }
}

const readFirstChicago = (part: Part): FirstChicagoPlan => ({
  scenarios: part.list('scenarios').map((scenario) => ({
    name: scenario.word('name', ''),
    valueUsd: scenario.number('value') ?? 0,
    probability: scenario.number('probability') ?? 0,
    years: scenario.number('years') ?? part.number('years') ?? 0,
  })),
  discountRate: part.number('discount') ?? 0,
})

const readCashFlows = (part: Part): CashFlowPlan => {
  const flowsUsd = part.numbers('flows') ?? []
  const multiple = part.number('exit_multiple')
  return {
    flowsUsd,
    discountRate: part.number('discount') ?? 0,
    terminal:
      multiple === null
        ? { kind: 'growth', growthRate: part.number('growth') ?? 0, nextFlowUsd: null }
        : { kind: 'multiple', multiple, metricUsd: part.number('exit_metric') ?? flowsUsd.at(-1) ?? 0 },
    timing: part.flag('mid_year') ? 'mid_year' : 'end_of_year',
    netDebtUsd: part.number('net_debt') ?? 0,
  }
}

const readPeers = (part: Part): PeerPlan => {
  const metric = peerMetrics.find((name) => part.number(name) !== null) ?? 'revenue'
  const listed = part.numbers('multiples')
  return {
    metric,
    metricUsd: part.number(metric) ?? 0,
    multiples: listed ?? ['low', 'mid', 'high'].map((name) => part.number(name) ?? 0),
    isRange: listed === null,
    netDebtUsd: part.number('net_debt') ?? 0,
  }
}

/** What the methods of the football field start from; null if the file says nothing of any. */
export const readMethods = (valuation: Part): DealMethods | null => {
  const of = <Plan>(name: string, read: (part: Part) => Plan): Plan | null =>
    valuation.has(name) ? read(valuation.group(name)) : null
  const methods: DealMethods = {
    ventureCapital: of('vc_method', readExitPlan),
    firstChicago: of('first_chicago', readFirstChicago),
    cashFlows: of('cash_flows', readCashFlows),
    comparables: of('comparables', readPeers),
  }
  return Object.values(methods).every((plan) => plan === null) ? null : methods
}
