import type { DealBreakpoint, DealStage } from '../../engine/finance/index.ts'
import { dataCell } from './data-cell.ts'
import type { DealRow, Delimiter } from './deal-columns.ts'
import type { DealReport } from './deal-report.ts'

/** Part of a dollar that is rounding of the arithmetic. */
const dust = 1e-12

const classRows = (
  { events, parts }: DealBreakpoint,
  { classes }: DealStage,
  delimiter: Delimiter,
): readonly DealRow[] =>
  classes.flatMap((one, place): readonly DealRow[] => {
    const changes = events.filter((event) => event.place === place).map(({ change }) => change)
    if (changes.length === 0 && !(parts[place] > dust)) return []
    return [
      {
        class: dataCell(one.name, delimiter),
        class_kind: one.kind,
        event: changes.length === 0 ? null : changes.join(' '),
        next_dollar_part: parts[place],
      },
    ]
  })

/** What debt, costs and carve-out together take of each further dollar. */
const restRows = ({ parts }: DealBreakpoint): readonly DealRow[] => {
  const rest = 1 - parts.reduce((sum, part) => sum + part, 0)
  const kind = 'debt_costs_carve_out'
  return rest > dust ? [{ class: kind, class_kind: kind, next_dollar_part: rest }] : []
}

/**
 * Breakpoints: one row a price and class that changes there or has a part of each further dollar, debt, costs and
 * carve-out as one class among them.
 */
export const breakpointRows = (
  { breakpoints, history }: DealReport,
  delimiter: Delimiter,
): readonly DealRow[] =>
  breakpoints.flatMap((point) =>
    [...classRows(point, history.atExit, delimiter), ...restRows(point)].map((row) => ({
      section: 'breakpoint',
      exit_price_usd: point.priceUsd,
      paid_as: point.paidAs,
      ...row,
    })),
  )
