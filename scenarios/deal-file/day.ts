import type { Day } from '../../engine/finance/index.ts'

const msPerDay = 86_400_000
const earliestYear = 1970
const latestYear = 2200

/**
 * Whole days from 1970-01-01 to a date as people write it; null for what is no date.
 *
 * @example dayOf('1970-03-01') // => 59
 */
export const dayOf = (text: string): Day | null => {
  const plain = text.normalize('NFKC').trim()
  const found = /^(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?$/u.exec(plain)?.groups
  const [year, month, day] = [Number(found?.['year']), Number(found?.['month']), Number(found?.['day'])]
  if (!(year >= earliestYear && year <= latestYear)) return null
  const days = Date.UTC(year, month - 1, day) / msPerDay
  // The 31st of a short month would become the 1st of the next.
  return renderDay(days) === [year, pad(month), pad(day)].join('-') ? days : null
}

const pad = (value: number): string => String(value).padStart(2, '0')

/**
 * A day as `dayOf` reads it.
 *
 * @example renderDay(59) // => '1970-03-01'
 */
export const renderDay = (day: Day): string => new Date(day * msPerDay).toISOString().slice(0, 10)
