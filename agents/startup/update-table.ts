import { accrueDividends, owedOnNote } from '../../engine/finance/index.ts'
import type { World } from '../market/world.ts'

/**
 * Runs a cap table to a time, before a round or an exit reads it: staff are granted shares out of the pool, cumulative
 * dividends add up, and the interest of the followed company's notes.
 *
 * Grants are common shares without a strike. What is not granted yet is fully diluted, prices the round, and gets
 * nothing at an exit.
 */
export function updateTable(world: World, row: number, time: number): void {
  const { startups, parameters } = world
  const months = time - startups.tableMonth[row]
  if (!(months > 0)) return
  startups.tableMonth[row] = time
  const table = startups.capTables[row]
  const granted = -Math.expm1(-months / parameters.rounds.grantTime) * table.availableShares
  table.availableShares -= granted
  table.commonShares += granted
  startups.grantedShares[row] += granted
  accrueDividends(table, months / 12)
  if (row === world.companyRow) accrueInterest(world, time)
}

/** Interest from month 0 on, since the scenario's calendar has no dates; once converted there is nothing owed. */
function accrueInterest(world: World, time: number): void {
  const start = world.inputs.company?.capTable ?? null
  const { convertibles } = world.startups.capTables[world.companyRow]
  if (start === null || convertibles.length === 0) return
  start.convertibles.forEach(({ amountUsd, interestRate, interestCompounds }, place) => {
    convertibles[place].owedUsd = owedOnNote(amountUsd, interestRate, time / 12, interestCompounds)
  })
}
