import { renderQuantity } from '../units/render-quantity.ts'
import { checkOneWay } from './check-one-way.ts'
import { found, type Found } from './found.ts'
import type { Part } from './part.ts'
import { exitBases, exitValue } from './read-methods.ts'

const years = (value: number): string => String(Number(value.toPrecision(6)))

/** Later rounds come one after the other, the last before the exit. */
const checkYears = (part: Part): readonly Found[] => {
  const exit = part.number('years')
  let before = 0
  return part.list('later_rounds').flatMap((round) => {
    const year = round.number('year')
    if (year === null) return []
    const isEarly = year < before
    const isLate = exit !== null && year > exit
    if (!isEarly && !isLate) before = year
    const words = { year: years(year), from: years(before), to: exit === null ? '?' : years(exit) }
    return isEarly || isLate ? [found([...round.path, 'year'], 'F243', words)] : []
  })
}

/** Later investors take less than the whole company. */
const checkLaterStakes = (part: Part): readonly Found[] => {
  const exit = exitBases.map((way) => exitValue(part, way)).find((value) => value !== null) ?? null
  const until = part.number('years')
  if (exit === null || until === null) return []
  const taken = part.list('later_rounds').reduce((sum, round) => {
    const [amount, year, rate] = ['amount', 'year', 'required_return'].map(
      (field) => round.number(field) ?? 0,
    )
    return sum + ((amount ?? 0) * Math.exp((until - (year ?? 0)) * Math.log1p(rate ?? 0))) / exit
  }, 0)
  if (taken < 1) return []
  const words = {
    share: renderQuantity(Number(taken.toPrecision(4)), 'share'),
    exit: renderQuantity(Number(exit.toPrecision(6)), 'usd'),
  }
  return [{ ...found([...part.path, 'later_rounds'], 'F244', words), part: 'key' }]
}

/** The value at the exit is said once, and the rounds before it leave something of it. */
export const checkExitPlan = (part: Part): readonly Found[] => [
  ...checkOneWay(
    part,
    exitBases.map(({ basis, multiple }) => (multiple === null ? [basis] : [basis, multiple])),
  ),
  ...checkYears(part),
  ...checkLaterStakes(part),
]
