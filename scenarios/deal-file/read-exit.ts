import type { Deal, DealScenario, DealValuation } from '../../engine/finance/index.ts'
import type { Part } from './part.ts'
import { readMethods } from './read-methods.ts'
import { usualValuation } from './usual-valuation.ts'

/** The terms of the exit without its prices; a plain sale unless the file says otherwise. */
export const readExit = (exit: Part): Pick<Deal, 'exit' | 'qualifiedListing' | 'exitDay'> => {
  const qualified = exit.group('qualified_listing')
  return {
    exit: {
      kind: exit.word('kind', 'sale'),
      priceUsd: 0,
      debtUsd: exit.number('debt') ?? 0,
      costsUsd: exit.number('costs') ?? 0,
      costsShare: exit.number('costs_share') ?? 0,
      carveOutShare: exit.number('carve_out') ?? 0,
      carveOutMostUsd: exit.number('carve_out_most') ?? Infinity,
    },
    qualifiedListing: {
      leastPriceUsd: qualified.number('value') ?? 0,
      leastMultiple: qualified.number('multiple') ?? 0,
    },
    exitDay: exit.number('date'),
  }
}

const readScenario = (part: Part): DealScenario => ({
  name: part.word('name', ''),
  kind: part.word('kind', 'sale'),
  priceUsd: part.number('price') ?? 0,
  probability: part.number('probability') ?? 0,
  years: (part.number('time') ?? 0) / 12,
})

/** How the deal is to be valued. */
export const readValuation = (part: Part): DealValuation => {
  const methods = readMethods(part)
  return {
    volatility: part.number('volatility') ?? usualValuation.volatility,
    riskFreeRate: part.number('risk_free') ?? usualValuation.riskFreeRate,
    years: (part.number('time_to_exit') ?? usualValuation.monthsToExit) / 12,
    exitRate: part.number('exit_rate') ?? usualValuation.exitRate,
    scenarios: part.list('scenarios').map(readScenario),
    discountRate: part.number('discount') ?? usualValuation.discountRate,
    ...(methods === null ? {} : { methods }),
  }
}
