import { TrainingTable } from '../../engine/cost/index.ts'
import type { Parameters } from '../../scenarios/index.ts'
import { referenceMachine } from './reference-machine.ts'

/** Tables that are kept: a study needs one, unless it draws the machine anew each run. */
const keptTables = 8

const tables = new Map<string, TrainingTable>()

/**
 * What training runs take on a scenario's machine. A table costs about as much as a run of the market and depends on
 * the machine alone, so that markets with the same machine share it.
 */
export function trainingTableOf(p: Parameters['compute']): TrainingTable {
  const machine = referenceMachine(p)
  const key = JSON.stringify([machine, p.softwareYear])
  const known = tables.get(key)
  if (known !== undefined) return known
  const made = new TrainingTable(machine, p.softwareYear)
  const [oldest] = tables.keys()
  if (tables.size >= keptTables && oldest !== undefined) tables.delete(oldest)
  tables.set(key, made)
  return made
}
