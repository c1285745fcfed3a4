import type { PublishedFacts } from '../../engine/cost/index.ts'
import type { Architecture } from '../architectures/architecture.ts'
import type { MachineTable } from '../machines/machine-table.ts'
import type { PublishedRecord } from './parse-records.ts'
import { readFields, type PublishedFields } from './published-fields.ts'
import { guessReading } from './guess-reading.ts'
import { readLayout } from './read-layout.ts'
import { readMachine, readPrecision, type StandIn } from './read-machine.ts'
import { readShape } from './read-shape.ts'
import { readSoftware } from './read-software.ts'
import { readingOf } from './set-readings.ts'
import type { SkipReason } from './skip-reason.ts'

/** Tables that rows are read with: none of them holds an outcome. */
export interface PublishedTables {
  readonly machines: MachineTable
  readonly architectures: readonly Architecture[]
}

/** The facts of a row, and the machine that stands for the one it names, if another does. */
export interface ReadFacts {
  readonly facts: PublishedFacts
  readonly standIn: StandIn | null
  /** True if the row times a part of a step, not the whole: no size of the job is given. */
  readonly isSlice: boolean
}

/** Year that a row is taken for if it says nothing: that of most published points. Assumption, 2021 to 2026. */
const usualYear = 2024

/** Points of `bigscience` without a data-parallel degree are one copy out of a larger job that is not described. */
const isSliceOf = ({ set, data, globalBatch }: PublishedFields): boolean =>
  set === 'bigscience' && data === null && globalBatch !== null

/** Reads all that a prediction may know of a row; the reason why not, otherwise. */
export function readFacts(
  record: PublishedRecord,
  tables: PublishedTables,
): ReadFacts | { readonly reason: SkipReason } {
  const { fields, problem } = readFields(record)
  if (problem !== null) return { reason: problem }
  if (fields.modality === 'image') return { reason: { code: 'notText', modality: fields.modality } }
  const known = readingOf(fields.set)
  const machineYear = fields.year ?? known?.year ?? usualYear
  const machine = readMachine(fields, known, machineYear, tables.machines)
  const reading = known ?? guessReading(fields, machine.accelerator)
  const year = fields.year ?? reading?.year ?? usualYear
  const shape = readShape(fields, reading, year, tables.architectures)
  if ('reason' in shape) return shape
  const layout = readLayout(fields, reading)
  if ('reason' in layout) return layout
  return {
    standIn: machine.standIn,
    isSlice: isSliceOf(fields),
    facts: {
      accelerator: machine.accelerator,
      isRelative: machine.isRelative,
      machineDeviation: machine.machineDeviation,
      isProgramKnown: known !== null,
      acceleratorCount: layout.acceleratorCount,
      ...shape,
      precision: readPrecision(fields, machine.accelerator.peakFlopPerSecond),
      year,
      tokens: fields.tokens,
      workFactor: fields.workFactor ?? 1,
      layout: layout.layout,
      software: readSoftware(fields, reading),
      pue: fields.pue,
    },
  }
}
