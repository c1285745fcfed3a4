import { runDividend } from './run-dividend.ts'
import type { Day } from './deal.ts'
import type { DealBook } from './deal-book.ts'
import { owedOn } from './make-table.ts'
import { yearsBetween } from './years-between.ts'

/** Lets interest and dividends run to a day; without a day they stand still. */
export function runToDay({ table, series, convertibles }: DealBook, day: Day | null): void {
  if (day === null) return
  for (const [place, record] of series.entries()) {
    runDividend(table.series[place], yearsBetween(record.accruedTo, day))
    if (record.accruedTo !== null) record.accruedTo = day
  }
  for (const [place, convertible] of convertibles.entries())
    table.convertibles[place].owedUsd = owedOn(convertible, day)
}
