import type { Accelerator } from '../../engine/cost/index.ts'
import { plainName } from '../names/plain-name.ts'
import type { MachineTable, Network } from './machine-table.ts'

/** A network between servers by name (`aws-p4d`, `ndr-400`), in any spelling; null if the table lacks it. */
export const findNetwork = (table: MachineTable, name: string): Network | null =>
  table.networks.find(({ id }) => plainName(id) === plainName(name)) ?? null

/**
 * The same accelerator on another network between servers.
 *
 * Units: bytes a second in one direction, the share of one accelerator.
 * Throws: RangeError unless the bandwidth is positive and finite.
 */
export const withNetwork = (accelerator: Accelerator, scaleOutBytesPerSecond: number): Accelerator => {
  if (!(scaleOutBytesPerSecond > 0 && scaleOutBytesPerSecond < Infinity))
    throw new RangeError(
      `withNetwork: scaleOutBytesPerSecond must be positive and finite, got ${scaleOutBytesPerSecond}`,
    )
  return { ...accelerator, scaleOutBytesPerSecond }
}
