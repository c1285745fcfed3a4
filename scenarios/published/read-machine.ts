import type { Accelerator, ByPrecision, Precision } from '../../engine/cost/index.ts'
import { findAccelerator } from '../machines/find-accelerator.ts'
import type { MachineTable } from '../machines/machine-table.ts'
import type { Machine } from '../machines/machine.ts'
import { nearestRelative } from '../machines/nearest-relative.ts'
import type { PublishedFields } from './published-fields.ts'
import type { SetReading } from './set-readings.ts'
import type { SkipReason } from './skip-reason.ts'

/** The accelerator of a row. */
export interface ReadMachine {
  readonly accelerator: Accelerator
  readonly isRelative: boolean
  /** Id of a machine that stands for the one that is named. */
  readonly standIn: string | null
}

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

/** Finds a row's accelerator by name, or the one that comes nearest, on the network of the row's set. */
export function readMachine(
  fields: PublishedFields,
  reading: SetReading | null,
  machines: MachineTable,
): ReadMachine | { readonly reason: SkipReason } {
  const name = fields.accelerator
  if (name === null) return { reason: { code: 'noAccelerator' } }
  const found = findAccelerator(machines, name)
  const exact = found._tag === 'Found' ? found.machine : null
  const machine = exact ?? nearestRelative(machines, name)?.machine
  if (machine === undefined) return { reason: { code: 'unknownAccelerator', name } }
  return {
    accelerator: asPublished(machine, reading?.scaleOutBytesPerSecond ?? null),
    isRelative: exact === null,
    standIn: exact === null ? machine.accelerator.id : null,
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
