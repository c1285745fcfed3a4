import type { Dimension } from '../fields/field.ts'
import type { Problem, Reading } from './problem.ts'
import { refused, understood } from './problem.ts'
import type { QuantityText } from './quantity-text.ts'
import { readQuantityText } from './quantity-text.ts'
import { renderQuantity } from './render-quantity.ts'
import { compoundPerMonth, monthsIn } from './time-units.ts'
import { unitExamples } from './unit-examples.ts'

const isMoney = (dimension: Dimension): boolean => dimension.startsWith('usd')
const isPlain = (dimension: Dimension): boolean =>
  ['share', 'number', 'multiple', 'orders', 'count'].includes(dimension)
const isTimed = (dimension: Dimension): boolean => /\/(?:month|year)$/u.test(dimension)

/** `.nan`, `-.inf`, `Infinity` and their like. */
const isNotFinite = (text: string): boolean => /^[-+]?\.?(?:nan|inf(?:inity)?)$/iu.test(text.trim())

const isBare = (text: QuantityText): boolean =>
  text.currency === null &&
  !text.scaled &&
  !text.percent &&
  !text.times &&
  !text.orders &&
  text.time === null &&
  text.per === null

/**
 * True for a number without any sign of its unit, such as 15 where 15% may be meant.
 *
 * @example ['15', '15%', '$15', 'x'].map(isBareNumber) // => [true, false, false, false]
 */
export const isBareNumber = (written: string): boolean => {
  const text = readQuantityText(written)
  return text !== null && isBare(text)
}

/** Whether the units that were written belong to the dimension (a missing one is not judged here). */
const fits = (text: QuantityText, dimension: Dimension): boolean =>
  (text.currency === null || isMoney(dimension)) &&
  (!text.percent || ['share', 'multiple', 'rate/month', 'rate/year', 'growth/month'].includes(dimension)) &&
  (!text.times || dimension === 'multiple') &&
  (!text.orders || dimension === 'orders') &&
  (text.time === null || dimension === 'months') &&
  (text.per === null || (text.per === 'gpu-hour' ? dimension === 'usd/gpu-hour' : isTimed(dimension)))

const inBaseUnit = (text: QuantityText, dimension: Dimension): number => {
  if (dimension === 'months') return text.value * monthsIn[text.time ?? 'month']
  const per = text.per === null || text.per === 'gpu-hour' ? null : monthsIn[text.per]
  if (per === null) return text.value
  if (dimension === 'growth/month') return compoundPerMonth(text.value, per)
  return dimension.endsWith('/year') ? text.value * (12 / per) : text.value / per
}

/** Both readings of a rate whose time unit is missing, in the words of the dimension. */
const bothReadings = (text: QuantityText, dimension: Dimension): Readonly<Record<string, string>> => {
  const shown = (value: number, per: 'month' | 'year'): string =>
    `${renderQuantity(Number(value.toPrecision(3)), isMoney(dimension) ? 'usd' : 'share')}/${per}`
  const yearly = dimension === 'growth/month' ? Math.expm1(Math.log1p(text.value) * 12) : text.value * 12
  const monthly = dimension === 'growth/month' ? compoundPerMonth(text.value, 12) : text.value / 12
  return {
    monthly: shown(text.value, 'month'),
    yearlyOfMonthly: shown(yearly, 'year'),
    yearly: shown(text.value, 'year'),
    monthlyOfYearly: shown(monthly, 'month'),
  }
}

const findUnitProblem = (written: string, text: QuantityText, dimension: Dimension): Problem | null => {
  const words = { value: written, examples: unitExamples[dimension] }
  if (text.currency === 'unclear') return { code: 'F214', words }
  if (text.currency === 'other') return { code: 'F213', words }
  if (!fits(text, dimension)) return { code: 'F212', words }
  if (isPlain(dimension) || text.value === 0) return null
  if (isBare(text) && !/^(?:rate|growth)\//u.test(dimension)) return { code: 'F210', words }
  if (dimension === 'months') return text.time === null ? { code: 'F210', words } : null
  if (isTimed(dimension) && text.per === null)
    return { code: 'F211', words: { ...words, ...bothReadings(text, dimension) } }
  if (dimension === 'usd/gpu-hour' && text.per === null) return { code: 'F210', words }
  return null
}

/**
 * Parses a quantity as written in a scenario file into the dimension's base unit (USD, months, a month, a GPU-hour).
 * A bare number is accepted where the dimension has no unit, and 0 everywhere; money may leave out `$` when it has a
 * magnitude (`3000万`). Growth compounds between year and month, rates scale. Limits are not checked here.
 * @example parseQuantity('$52M/year', 'usd/month') // => { "ok": true, "value": 4333333.333333333 }
 */
export const parseQuantity = (written: string, dimension: Dimension): Reading<number> => {
  const words = { value: written, examples: unitExamples[dimension] }
  if (isNotFinite(written)) return refused({ code: 'F202', words })
  const text = readQuantityText(written)
  if (text === null) return refused({ code: 'F201', words })
  const problem = findUnitProblem(written, text, dimension)
  if (problem !== null) return refused(problem)
  const value = inBaseUnit(text, dimension)
  return Number.isFinite(value) ? understood(value) : refused({ code: 'F202', words })
}
