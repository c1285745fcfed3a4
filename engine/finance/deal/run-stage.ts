import { owedOnNote } from '../round/owed-on-note.ts'
import { accrueDividends } from '../table/accrue-dividends.ts'
import { copyTable } from './copy-table.ts'
import type { DealStage } from './deal-history.ts'
import type { Deal } from './deal.ts'
import { yearsBetween } from './years-between.ts'

/**
 * The company of a stage some years later if nothing happens but that dividends and interest run: what an exit is paid
 * from whose time is assumed.
 *
 * Units: years of 365 days. Shape: a copy; the stage stays as it is. Throws: RangeError for years that are negative or
 * not finite.
 */
export function runStage(
  { convertibles }: Pick<Deal, 'convertibles'>,
  stage: DealStage,
  years: number,
): DealStage {
  const table = copyTable(stage.table)
  accrueDividends(table, years)
  for (const { name, kind, place } of stage.classes) {
    if (kind !== 'note') continue
    const note = convertibles.find((one) => one.name === name)
    if (note === undefined || note.interestRate === 0) continue
    const running = yearsBetween(note.day, stage.day) + years
    table.convertibles[place].owedUsd = owedOnNote(
      note.amountUsd,
      note.interestRate,
      running,
      note.interestCompounds,
    )
  }
  return { ...stage, table }
}
