import type { ReturnRate } from '../../engine/finance/index.ts'
import { renderDay } from '../../scenarios/index.ts'
import type { PositionReturns, ReturnsReport } from './returns-report.ts'

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** A rate that is too large for a number is null; its `logRate`, ln(1 + rate), is not. */
const rateDocument = ({ kind, rates, startsWithReceipt }: ReturnRate) => ({
  kind,
  rates: rates.map(({ rate, logRate, isMultiple }) => ({
    rate: finite(rate),
    logRate: finite(logRate),
    isMultiple,
  })),
  startsWithReceipt,
})

const positionDocument = (position: PositionReturns) => ({
  name: position.name,
  first: renderDay(position.firstDay),
  last: renderDay(position.lastDay),
  flowCount: position.flowCount,
  paidInUsd: position.paidInUsd,
  receivedUsd: position.receivedUsd,
  heldUsd: position.isValued ? position.heldUsd : null,
  moic: position.tvpi,
  tvpi: position.tvpi,
  dpi: position.dpi,
  rvpi: position.isValued ? position.rvpi : null,
  irr: rateDocument(position.irr),
  ksPme: position.ksPme,
  directAlpha: position.directAlpha === null ? null : rateDocument(position.directAlpha),
  indexGapCount: position.indexGapCount,
})

/** Returns as the JSON document `froth.returns/1`. */
export const returnsDocument = (report: ReturnsReport) => ({
  schema: 'froth.returns/1' as const,
  dayCount: 'ACT/365F' as const,
  rowCount: report.rowCount,
  positions: report.positions.map(positionDocument),
  all: positionDocument(report.all),
  years: report.years,
  unvalued: report.unvalued,
  unusedColumns: report.unusedColumns,
})
