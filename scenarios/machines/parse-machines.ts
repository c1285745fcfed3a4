import { parseJsonObject } from '../tables/parse-json.ts'
import { TableError } from '../tables/table-error.ts'
import { plainName } from '../names/plain-name.ts'
import type { MachineTable } from './machine-table.ts'
import type { Machine } from './machine.ts'
import { readMachine } from './read-machine.ts'

const TABLE = 'accelerators.json'

const byPlainName = (machines: readonly Machine[]): ReadonlyMap<string, Machine> => {
  const found = new Map<string, Machine>()
  for (const machine of machines)
    for (const name of [machine.accelerator.id, ...machine.aliases]) {
      const other = found.get(plainName(name))
      if (other !== undefined && other !== machine)
        throw new TableError(TABLE, machine.accelerator.id, `without a name of ${other.accelerator.id}`, name)
      found.set(plainName(name), machine)
    }
  return found
}

/**
 * Reads the table of accelerators, `data/accelerators.json`.
 *
 * Throws: `TableError` naming the entry and field that is missing or wrong, or a name that two machines share.
 */
export const parseMachines = (text: string): MachineTable => {
  const table = parseJsonObject(TABLE, text)
  const machines = table.rows('accelerators').map(readMachine)
  const names = byPlainName(machines)
  const knownId = (id: string): string => {
    if (names.get(plainName(id))?.accelerator.id !== id) throw new TableError(TABLE, 'machine', 'an id', id)
    return id
  }
  for (const { pricedAs } of machines) knownId(pricedAs)
  return {
    machines,
    accelerators: machines.map(({ accelerator }) => accelerator),
    networks: table.rows('networks').map((row) => ({
      id: row.text('id'),
      scaleOutBytesPerSecond: row.positive('scaleOutBytesPerSecond'),
      note: row.text('note'),
    })),
    standIns: table.rows('relatives').map((row) => ({
      name: row.text('name'),
      machine: knownId(row.text('machine')),
      because: row.text('because'),
    })),
    byPlainName: names,
  }
}
