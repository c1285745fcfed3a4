import type { MachineTable } from './machine-table.ts'
import type { Machine } from './machine.ts'

// When half of the published runs were on the next: A100 shipped in mid-2020, H100 filled clusters from mid-2023.
const ofYears: readonly { readonly before: number; readonly id: string }[] = [
  { before: 2020.5, id: 'V100-SXM2-32GB' },
  { before: 2023.5, id: 'A100-SXM-80GB' },
  { before: Infinity, id: 'H100-SXM' },
]

/**
 * The machine that most published runs of a year were trained on: the last resort where a name tells nothing. An
 * estimate with it needs a very wide interval. Choose `nearestRelative` first.
 *
 * Units: `year` with a fraction.
 * Throws: RangeError if the table lacks it.
 */
export function usualMachine({ machines }: MachineTable, year: number): Machine {
  const id = ofYears.find(({ before }) => year < before)?.id
  const machine = machines.find(({ accelerator }) => accelerator.id === id)
  if (machine === undefined) throw new RangeError(`usualMachine: the table must have ${id}, year is ${year}`)
  return machine
}
