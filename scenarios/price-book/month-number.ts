const DATE = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?$/u

/** A date that is none, or outside the years 2000 to 2099. */
export class DateError extends Error {
  readonly _tag = 'DateError'
  readonly date: string

  constructor(date: string) {
    super(`a price date is written 2025, 2025-03 or 2025-03-17, got ${JSON.stringify(date.slice(0, 40))}`)
    this.name = 'DateError'
    this.date = date
  }
}

/**
 * Months since the beginning of 2000. A month without day stands for its middle, a year for its July.
 *
 * Throws: `DateError` for what is no date of 2000 to 2099.
 * @example monthNumber('2025-03') // => 302.5
 */
export const monthNumber = (date: string): number => {
  const { year, month = '07', day } = DATE.exec(date)?.groups ?? {}
  const months = Number(month)
  const days = day === undefined ? null : Number(day)
  const isDay = days === null || (days >= 1 && days <= 31)
  if (year === undefined || !year.startsWith('20') || months < 1 || months > 12 || !isDay)
    throw new DateError(date)
  const withinMonth = days === null ? 0.5 : (days - 1) / 31
  return (Number(year) - 2000) * 12 + months - 1 + withinMonth
}

/**
 * The month that a number of months since the beginning of 2000 lies in.
 *
 * @example monthText(302.5) // => '2025-03'
 */
export const monthText = (month: number): string => {
  const whole = Math.floor(month)
  const ofYear = (whole % 12) + 1
  return `${2000 + Math.floor(whole / 12)}-${String(ofYear).padStart(2, '0')}`
}
