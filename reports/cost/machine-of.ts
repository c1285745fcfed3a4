import type { Accelerator, Precision } from '../../engine/cost/index.ts'
import { withNetwork, type HardwareWish, type Machine, type MachineTable } from '../../scenarios/index.ts'

/** The machine that a wish names, on the network that it names. Throws: RangeError for an id that the table lacks. */
export const machineOf = ({ gpu, networkBytesPerSecond }: HardwareWish, table: MachineTable): Machine => {
  const machine = table.machines.find(({ accelerator }) => accelerator.id === gpu)
  if (machine === undefined) throw new RangeError(`machineOf: gpu must be a machine's id, got ${gpu}`)
  const { accelerator } = machine
  return networkBytesPerSecond === null
    ? machine
    : { ...machine, accelerator: withNetwork(accelerator, networkBytesPerSecond) }
}

/** Number formats that an accelerator multiplies in. */
export const precisionsOf = ({ matmulFlopPerSecond }: Accelerator): readonly Precision[] =>
  (Object.keys(matmulFlopPerSecond) as Precision[]).filter((name) => matmulFlopPerSecond[name] > 0)

/** The number format of a run: the one asked for, else bf16, else fp16 where the machine has no bf16. */
export const precisionOf = (wished: Precision | null, accelerator: Accelerator): Precision =>
  wished ?? (accelerator.matmulFlopPerSecond.bf16 > 0 ? 'bf16' : 'fp16')
