import { closestWords } from '../names/closest-words.ts'
import { plainName } from '../names/plain-name.ts'
import type { MachineTable } from './machine-table.ts'
import type { Machine } from './machine.ts'

/** A machine that was found, or names that may have been meant. */
export type FoundMachine =
  | { readonly _tag: 'Found'; readonly machine: Machine }
  | { readonly _tag: 'UnknownAccelerator'; readonly name: string; readonly suggestions: readonly string[] }

/**
 * Finds a machine by id or alias, in any spelling (`h100-sxm`, `H100 SXM`); otherwise up to three ids within two
 * letters of the name. Choose `nearestRelative` where a stand-in is better than nothing.
 */
export const findAccelerator = (table: MachineTable, name: string): FoundMachine => {
  const plain = plainName(name)
  const machine = table.byPlainName.get(plain)
  if (machine !== undefined) return { _tag: 'Found', machine }
  const near = closestWords(plain, [...table.byPlainName.keys()])
  const ids = near.map((word) => table.byPlainName.get(word)?.accelerator.id ?? word)
  return { _tag: 'UnknownAccelerator', name, suggestions: [...new Set(ids)].slice(0, 3) }
}
