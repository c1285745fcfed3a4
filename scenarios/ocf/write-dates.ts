import type { Day, DealPast, DealStart } from '../../engine/finance/index.ts'
import { renderDay } from '../deal-file/day.ts'
import type { WrittenItem } from './written-item.ts'

/** Day written where none is known and none follows from the others. */
const firstDay: Day = 0

type Dated = Pick<DealStart, 'series' | 'convertibles'>

const daysOf = ({ series, convertibles }: Dated): readonly Day[] =>
  [...series, ...convertibles].flatMap(({ day }) => day ?? [])

/** The days between which a package lies. */
export interface PackageDays {
  /** Earliest known day, under which all stands of which no day is known. */
  readonly first: Day
  /** Latest known day before the first round. */
  readonly start: Day
  /** Latest known day, as of which the package is true. */
  readonly last: Day
}

/** Between which days a company with its past lies. */
export const packageDays = ({ start, series }: DealPast): PackageDays => {
  const before = daysOf(start)
  const all = [...before, ...daysOf({ series, convertibles: start.convertibles })]
  const first = all.length === 0 ? firstDay : Math.min(...all)
  return { first, start: Math.max(first, ...before), last: Math.max(first, ...all) }
}

/** A date for a day; where none is known the one given stands in, and the comments say so. */
export const writeDate = (item: WrittenItem, day: Day | null, standIn: Day): string => {
  if (day === null) item.say('date', 'unknown')
  return renderDay(day ?? standIn)
}
