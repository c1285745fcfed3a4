import { renderQuantity } from '../units/render-quantity.ts'
import { checkExitPlan } from './check-exit-plan.ts'
import { checkFilled, checkOneWay, isGiven } from './check-one-way.ts'
import { found, type Found } from './found.ts'
import type { Part } from './part.ts'
import { peerMetrics } from './read-methods.ts'

const checkCashFlows = (part: Part): readonly Found[] => {
  const [growth, discount] = [part.number('growth'), part.number('discount')]
  const last = part.numbers('flows')?.at(-1) ?? 0
  const isSold = isGiven(part, 'exit_multiple') || isGiven(part, 'exit_metric')
  const soldBy =
    isGiven(part, 'exit_metric') || last < 0 ? ['exit_multiple', 'exit_metric'] : ['exit_multiple']
  const words = {
    growth: renderQuantity(growth ?? 0, 'rate/year'),
    discount: renderQuantity(discount ?? 0, 'rate/year'),
  }
  return [
    ...checkFilled(part, 'flows'),
    ...checkOneWay(part, [['growth'], isSold ? soldBy : ['exit_multiple']]),
    ...(growth !== null && discount !== null && growth >= discount
      ? [found([...part.path, 'growth'], 'F245', words)]
      : []),
  ]
}

const checkPeers = (part: Part): readonly Found[] => {
  const [low, mid, high] = ['low', 'mid', 'high'].map((field) => part.number(field) ?? null)
  const falls = (below: number | null | undefined, above: number | null | undefined): boolean =>
    typeof below === 'number' && typeof above === 'number' && below > above
  const wrong = falls(low, mid) ? 'mid' : falls(mid, high) || falls(low, high) ? 'high' : null
  return [
    ...checkOneWay(
      part,
      peerMetrics.map((metric) => [metric]),
    ),
    ...checkFilled(part, 'multiples'),
    ...checkOneWay(part, [['multiples'], ['low', 'mid', 'high']]),
    ...(wrong === null ? [] : [found([...part.path, wrong], 'F246', {})]),
  ]
}

/** Each method of the football field is said in one way, and can be worked out. */
export const checkMethods = (valuation: Part): readonly Found[] => {
  const of = (name: string, check: (part: Part) => readonly Found[]): readonly Found[] =>
    valuation.has(name) ? check(valuation.group(name)) : []
  return [
    ...of('vc_method', checkExitPlan),
    ...of('first_chicago', (part) => checkFilled(part, 'scenarios')),
    ...of('cash_flows', checkCashFlows),
    ...of('comparables', checkPeers),
  ]
}
