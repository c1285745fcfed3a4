import type { ConversionTerms } from './conversion-terms.ts'
import type { OcfItem } from './ocf-item.ts'

/** Interest of a note: the rate a year, and whether it earns interest itself. */
export interface Interest {
  readonly interestRate: number
  readonly interestCompounds: boolean
}

const dayCounts = ['ACTUAL_365', '30_360'] as const
const payouts = ['DEFERRED', 'CASH'] as const
const periods = ['DAILY', 'MONTHLY', 'QUARTERLY', 'SEMI_ANNUAL', 'ANNUAL'] as const
const compoundings = ['SIMPLE', 'COMPOUNDING'] as const

const lastRate = (item: OcfItem, { path }: ConversionTerms, name: string): number => {
  const rates = item.list(...path, 'interest_rates').map(([at]) => ({
    rate: item.count(...at, 'rate') ?? 0,
    day: item.day(...at, 'accrual_start_date') ?? 0,
  }))
  const last = rates.toSorted((a, b) => a.day - b.day).at(-1)
  if (rates.length > 1) item.log.note('rates_several', item, { name, rate: String(last?.rate) })
  return last?.rate ?? 0
}

const noteConvention = (item: OcfItem, { path }: ConversionTerms, name: string, compounds: boolean): void => {
  const dayCount = item.word(dayCounts, ...path, 'day_count_convention')
  const period = item.word(periods, ...path, 'interest_accrual_period')
  const isOtherPeriod = compounds && period !== null && period !== 'ANNUAL'
  const other = [dayCount === '30_360' ? '30/360' : '', isOtherPeriod ? period : ''].filter(
    (one) => one !== '',
  )
  if (other.length > 0) item.log.note('interest_periods', item, { name, convention: other.join(', ') })
}

/** Interest of a note as far as a deal can say it: one rate, by actual days over 365, compounding once a year. */
export const readInterest = (item: OcfItem, terms: ConversionTerms, name: string): Interest => {
  const interestCompounds = item.word(compoundings, ...terms.path, 'compounding_type') === 'COMPOUNDING'
  const rate = lastRate(item, terms, name)
  const isPaidOut = item.word(payouts, ...terms.path, 'interest_payout') === 'CASH'
  if (rate > 0) noteConvention(item, terms, name, interestCompounds)
  if (isPaidOut && rate > 0) item.log.note('interest_paid_out', item, { name })
  return { interestRate: isPaidOut ? 0 : rate, interestCompounds }
}
