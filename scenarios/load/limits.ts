import type { Dimension } from '../fields/field.ts'
import { refused, understood, type Reading } from '../units/problem.ts'
import { renderMagnitude, renderQuantity } from '../units/render-quantity.ts'

/** What a number may be: its dimension, hard limits (both allowed), and whether it must be whole. */
export interface NumberRule {
  readonly dimension: Dimension
  readonly min: number
  readonly max: number
  /** What is said to be the lower limit, where a check of its own speaks of what lies between. */
  readonly shownMin?: number
  readonly isWhole: boolean
}

/**
 * Accepts a number in its base unit, or says on which side of the limits it lies. `isBare` is for a number that was
 * written without a unit, so that a percent sign may be missing.
 */
export const checkLimits = (value: number, rule: NumberRule, isBare: boolean): Reading<number> => {
  const render = (limit: number): string =>
    rule.dimension === 'count' ? renderMagnitude(limit) : renderQuantity(limit, rule.dimension)
  const words = {
    min: render(rule.shownMin ?? rule.min),
    max: render(rule.max),
    percent: renderQuantity(value / 100, 'share'),
  }
  const isPercent = isBare && rule.dimension === 'share' && value > 1 && value <= 100
  const help = isPercent ? { help: 'percentOfShare' } : {}
  if (value < rule.min) return refused({ code: 'F203', words, terms: { side: 'below' } })
  if (value > rule.max) return refused({ code: 'F203', words, terms: { side: 'above' }, ...help })
  if (rule.isWhole && !Number.isInteger(value)) return refused({ code: 'F204', words })
  return understood(value)
}
