import type { Accelerator } from '../../engine/cost/index.ts'
import type { Machine } from './machine.ts'

/** A network between servers that is known by name. */
export interface Network {
  readonly id: string
  /** Bytes a second in one direction that one accelerator has. */
  readonly scaleOutBytesPerSecond: number
  readonly note: string
}

/** A name that is no machine of the table, and the machine that stands for it. */
export interface StandIn {
  readonly name: string
  readonly machine: string
  readonly because: string
}

/** All machines, and the ways to find one. */
export interface MachineTable {
  readonly machines: readonly Machine[]
  /** The machines' accelerators, in the order of `machines`. */
  readonly accelerators: readonly Accelerator[]
  readonly networks: readonly Network[]
  readonly standIns: readonly StandIn[]
  /** Machines by the plain form of id and aliases. */
  readonly byPlainName: ReadonlyMap<string, Machine>
}
