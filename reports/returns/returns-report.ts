import type { FundMetrics } from '../../engine/finance/index.ts'

/** What became of the money of one investment or fund, or of all together. */
export interface PositionReturns extends FundMetrics {
  /** As the file has it, not escaped; null for all together, empty without names. */
  readonly name: string | null
  readonly flowCount: number
  /** Days from 1970-01-01 of the first flow, and of the last flow or value. */
  readonly firstDay: number
  readonly lastDay: number
  /** True if the file says what is still held, be it nothing. */
  readonly isValued: boolean
  /** Flows and values without a level of the index while others have one. */
  readonly indexGapCount: number
}

/** Money of one year of the calendar, all investments together. Units: US dollars. */
export interface YearFlows {
  readonly year: number
  readonly paidInUsd: number
  readonly receivedUsd: number
  /** All received less all paid in, to the end of the year. */
  readonly cumulativeUsd: number
}

/** What a list of cash flows comes to. */
export interface ReturnsReport {
  readonly rowCount: number
  readonly hasIndex: boolean
  readonly unusedColumns: readonly string[]
  /** In the order of the file's first day; each name once. */
  readonly positions: readonly PositionReturns[]
  readonly all: PositionReturns
  readonly years: readonly YearFlows[]
  /** Names that have no value while others have one: what they still hold counts as nothing in all together. */
  readonly unvalued: readonly string[]
}
