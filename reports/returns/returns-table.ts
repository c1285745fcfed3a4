import type { ReturnRate } from '../../engine/finance/index.ts'
import { escapeControl, renderDay } from '../../scenarios/index.ts'
import { harmlessText } from '../tables/harmless-text.ts'
import { renderDelimited } from '../text/data-table.ts'
import { shownPositions } from './position-cells.ts'
import type { PositionReturns, ReturnsReport } from './returns-report.ts'

const columns =
  'name first last paid_in_usd received_usd held_usd moic dpi rvpi irr_kind irr irr_all ks_pme direct_alpha_kind direct_alpha'.split(
    ' ',
  )

// Names are other people's words: they may hold what separates cells, or, in CSV, what a spreadsheet runs.
const cellIn = {
  csv: (text: string): string =>
    /[",]/u.test(text) ? `"${harmlessText(text).replaceAll('"', '""')}"` : harmlessText(text),
  tsv: (text: string): string => text,
} as const

/** The rate if there is one alone and it is a number; a list of several is in `irr_all`. */
const oneRate = (found: ReturnRate | null): number | null =>
  found?.rates.length === 1 && Number.isFinite(found.rates[0].rate) ? found.rates[0].rate : null

const rowOf = (position: PositionReturns, name: string): readonly (string | number | null)[] => [
  name,
  renderDay(position.firstDay),
  renderDay(position.lastDay),
  position.paidInUsd,
  position.receivedUsd,
  position.isValued ? position.heldUsd : null,
  position.tvpi,
  position.dpi,
  position.isValued ? position.rvpi : null,
  position.irr.kind,
  oneRate(position.irr),
  position.irr.rates.map(({ rate }) => String(Number(rate.toPrecision(12)))).join(';'),
  position.ksPme,
  position.directAlpha?.kind ?? null,
  oneRate(position.directAlpha),
]

/** Returns as a table of raw numbers: a line for each name, and one for all together, whose name is empty. */
export function renderReturnsTable(report: ReturnsReport, format: 'csv' | 'tsv'): string {
  const rows = shownPositions(report).map((position) =>
    rowOf(position, cellIn[format](escapeControl(position.name ?? ''))),
  )
  return renderDelimited({ columns, rows }, format === 'csv' ? ',' : '\t')
}
