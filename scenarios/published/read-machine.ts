import type { Accelerator, ByPrecision, Precision } from '../../engine/cost/index.ts'
import { findAccelerator } from '../machines/find-accelerator.ts'
import type { MachineTable } from '../machines/machine-table.ts'
import type { Machine } from '../machines/machine.ts'
import { nearestRelative } from '../machines/nearest-relative.ts'
import { usualMachine } from '../machines/usual-machine.ts'
import type { PublishedFields } from './published-fields.ts'
import type { ProgramReading } from './set-readings.ts'

/** A machine that stands for the one a row names, and why. */
export interface StandIn {
  /** Its id. */
  readonly id: string
  /** The reason in a few words: `the same series`, `nothing like it in the table`. */
  readonly because: string
}

/** The accelerator of a row. */
export interface ReadMachine {
  readonly accelerator: Accelerator
  readonly isRelative: boolean
  /** Deviation of the logarithm of speed for a machine that is not even related to the one that was used; else 0. */
  readonly machineDeviation: number
  readonly standIn: StandIn | null
}

/** Assumption, 0.4 to 0.8: accelerators of one year differ by factors. */
const unrelatedDeviation = 0.6

/**
 * The machine as published figures see it. Their energy is that of the accelerators alone where drivers measure nothing
 * else (GPUs), that of the host too where its owner meters it (TPUs).
 */
const asPublished = (
  { accelerator, partWatts }: Machine,
  scaleOutBytesPerSecond: number | null,
): Accelerator => ({
  ...accelerator,
  systemWatts: partWatts ?? accelerator.systemWatts,
  scaleOutBytesPerSecond: scaleOutBytesPerSecond ?? accelerator.scaleOutBytesPerSecond,
})

interface Found {
  readonly machine: Machine
  readonly because: string | null
  readonly isRelated: boolean
}

/** The machine of a name: itself, its nearest relative, or the usual one of the year. */
function findMachine(name: string | null, year: number, machines: MachineTable): Found {
  const usual = { machine: usualMachine(machines, year), isRelated: false }
  if (name === null) return { ...usual, because: 'no accelerator is named' }
  const found = findAccelerator(machines, name)
  if (found._tag === 'Found') return { machine: found.machine, because: null, isRelated: true }
  const relative = nearestRelative(machines, name)
  return relative === null
    ? { ...usual, because: 'nothing like it in the table' }
    : { ...relative, isRelated: true }
}

/**
 * Finds a row's accelerator by name, or the one that comes nearest, or the usual one of its year, on the network of the
 * row's set.
 */
export function readMachine(
  { accelerator: name }: PublishedFields,
  reading: ProgramReading | null,
  year: number,
  machines: MachineTable,
): ReadMachine {
  const { machine, because, isRelated } = findMachine(name, year, machines)
  return {
    accelerator: asPublished(machine, reading?.scaleOutBytesPerSecond ?? null),
    isRelative: because !== null,
    machineDeviation: isRelated ? 0 : unrelatedDeviation,
    standIn: because === null ? null : { id: machine.accelerator.id, because },
  }
}

const precisionIn = (text: string | null): Precision | null => {
  const found = /^\s*(?:amp_?)?(?<name>fp32|tf32|fp16|bf16|fp8|fp4|float8)?\s*$/iu.exec(text ?? '')
  const name = found?.groups?.['name']?.toLowerCase()
  if (name !== undefined) return name === 'float8' ? 'fp8' : (name as Precision)
  return /^\s*amp\s*$/iu.test(text ?? '') ? 'fp16' : null
}

/**
 * The number format of a row's matrix products: the one it states, 8-bit floats where its table's heading or layout
 * says so, else 16 bits. A format that the machine lacks is taken for the next wider one that it has.
 */
export function readPrecision(fields: PublishedFields, peak: ByPrecision): Precision {
  const isEightBit = fields.words.has('float8') || /\bfp8\b/iu.test(fields.section ?? '')
  const stated = isEightBit ? 'fp8' : (precisionIn(fields.precision) ?? 'bf16')
  const wider: readonly Precision[] = [stated, 'bf16', 'fp16', 'tf32', 'fp32']
  return wider.find((precision) => peak[precision] > 0) ?? stated
}
