import { renderQuantity } from '../units/render-quantity.ts'
import { checkMethods } from './check-methods.ts'
import { found, type Found } from './found.ts'
import type { Part } from './part.ts'

/** The probabilities of the scenarios are those of everything that may happen. */
const checkProbabilities = (parent: Part): readonly Found[] => {
  const scenarios = parent.list('scenarios')
  const probabilities = scenarios.map((part) => part.number('probability'))
  if (scenarios.length === 0 || probabilities.includes(null)) return []
  const total = probabilities.reduce<number>((sum, probability) => sum + (probability ?? 0), 0)
  if (Math.abs(total - 1) <= 1e-9) return []
  const words = { total: renderQuantity(Number(total.toPrecision(6)), 'share') }
  return [{ ...found([...parent.path, 'scenarios'], 'F239', words), part: 'key' }]
}

/** Scenarios are complete, and each method of the football field is said once and can be worked out. */
export const checkValuation = (root: Part): readonly Found[] => {
  const valuation = root.group('valuation')
  return [
    ...checkProbabilities(valuation),
    ...checkProbabilities(valuation.group('first_chicago')),
    ...checkMethods(valuation),
  ]
}
