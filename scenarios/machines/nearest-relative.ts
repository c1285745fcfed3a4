import { machineModel, type MachineModel } from './machine-model.ts'
import type { MachineTable } from './machine-table.ts'
import type { Machine } from './machine.ts'

/** A machine that stands for one the table lacks, and why. */
export interface Relative {
  readonly machine: Machine
  /** The reason in a few words: `the same model`, `the same series`. */
  readonly because: string
}

/** Models that differ in their links only. */
const twins: readonly (readonly [string, string])[] = [
  ['a100', 'a800'],
  ['h100', 'h800'],
]

/** Beyond this a relative says nothing: a model more than about three times further along its series. */
const FARTHEST = 1.7

const modelDistance = (asked: MachineModel, has: MachineModel): number => {
  const [from, to] = [`${asked.series}${asked.number}`, `${has.series}${has.number}`]
  if (from === to) return asked.variant === has.variant ? 0 : 0.2
  if (twins.some((pair) => pair.includes(from) && pair.includes(to))) return 0.3
  return asked.series === has.series ? 0.5 + Math.abs(Math.log(asked.number / has.number)) : Infinity
}

const formFactorOf = (name: string): string | null => {
  if (/pci|nvl(?!\d)/iu.test(name)) return 'PCIe'
  if (/sxm|hgx|dgx/iu.test(name)) return 'SXM'
  return null
}

const gigabytesIn = (name: string): number | null => {
  const digits = /(?<digits>\d{2,3})\s*g(?:i?b)?\b/iu.exec(name)?.groups?.['digits']
  return digits === undefined ? null : Number(digits)
}

/** Board and memory decide between machines of one model; a name that says neither means the usual one. */
const boardDistance = (name: string, { accelerator, formFactor, family, aliases }: Machine): number => {
  const form = formFactorOf(name)
  const gigabytes = gigabytesIn(name)
  const otherForm = form !== null && form !== formFactor ? 0.4 : 0
  const otherMemory =
    gigabytes === null ? 0 : 0.3 * Math.abs(Math.log((gigabytes * 1e9) / accelerator.memoryBytes))
  const isUsual = aliases.includes(family) || accelerator.id === family
  return otherForm + otherMemory + (isUsual ? 0 : 0.02)
}

const isNamed = (name: string, word: string): boolean =>
  new RegExp(`(?<![a-z0-9])${word}(?![a-z0-9])`, 'iu').test(name)

/**
 * The machine that comes nearest to a name that the table lacks (`A100-SXM-64GB-custom`, `H100-NVL`, `TPUv4i`): first
 * by model, then by board and memory; null if the name tells nothing. Estimates with a relative need a wider interval.
 */
export const nearestRelative = (table: MachineTable, name: string): Relative | null => {
  const short = name.slice(0, 100)
  const standIn = table.standIns.find((entry) => isNamed(short, entry.name))
  const machine = table.machines.find(({ accelerator }) => accelerator.id === standIn?.machine)
  if (standIn !== undefined && machine !== undefined) return { machine, because: standIn.because }
  const asked = machineModel(short)
  return asked === null ? null : nearestOfSeries(table, short, asked)
}

const nearestOfSeries = (table: MachineTable, name: string, asked: MachineModel): Relative | null => {
  let best: Relative | null = null
  let bestDistance = FARTHEST
  for (const machine of table.machines) {
    const model = machineModel(machine.family)
    const apart = model === null ? Infinity : modelDistance(asked, model)
    const distance = apart + boardDistance(name, machine)
    if (!(distance < bestDistance)) continue
    best = { machine, because: apart <= 0.2 ? 'the same model' : 'the same series' }
    bestDistance = distance
  }
  return best
}
