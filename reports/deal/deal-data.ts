import type { DataTable } from '../text/data-table.ts'
import { breakpointRows } from './breakpoint-rows.ts'
import { capTableRows } from './cap-table-rows.ts'
import { dealColumns, fieldColumns, tableOf, type DealRow, type Delimiter } from './deal-columns.ts'
import type { DealReport, FootballField } from './deal-report.ts'
import { payoutRows } from './payout-rows.ts'

/** The bars of a football field, and the headline as a row of its own. */
const fieldRows = ({ headlineUsd, bars }: FootballField): readonly DealRow[] => [
  ...(headlineUsd === null
    ? []
    : [{ section: 'football_field', value_method: 'headline', value_base_usd: headlineUsd }]),
  ...bars.map(({ method, lowUsd, baseUsd, highUsd, varies: { assumption, from, to } }) => ({
    section: 'football_field',
    value_method: method,
    value_low_usd: lowUsd,
    value_base_usd: baseUsd,
    value_high_usd: highUsd,
    varies: assumption,
    varies_from: from,
    varies_to: to,
  })),
]

/**
 * The deal as one long table whose column `section` says what a row is: payouts and what is paid before them, cap
 * tables, breakpoints. A deal with a football field has more columns, and a row a method. Numbers are raw; empty is
 * "not defined".
 */
export const dealData = (report: DealReport, delimiter: Delimiter): DataTable => {
  const { footballField, history } = report
  const rows = [
    ...payoutRows(report, delimiter),
    ...capTableRows(history.stages, delimiter),
    ...breakpointRows(report, delimiter),
  ]
  if (footballField === null) return tableOf(dealColumns, rows)
  return tableOf([...dealColumns, ...fieldColumns], [...rows, ...fieldRows(footballField)])
}
