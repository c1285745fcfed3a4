import type { Reliability } from './reliability-of-year.ts'

/**
 * Bytes a parameter in a checkpoint: the 16-bit weights and three 32-bit copies, of weights and both moments of Adam.
 *
 * Source: BLOOM-176B wrote 2.3 TB, 13.1 a parameter: bigscience.notion.site, BigScience 176B Model.
 */
export const checkpointBytesPerParameter = 14

/** Speed at which an accelerator's state is copied aside before it is written, bytes a second: assumption (5e9-25e9). */
const copyBytesPerSecond = 10e9

/** What one checkpoint takes, in hours. */
export interface CheckpointCost {
  /** From its start until it is safely stored. */
  readonly writeHours: number
  /** Of these, the time in which training stands still. */
  readonly stallHours: number
}

/** Each accelerator writes its share, all at once, and a share of the writing may be hidden behind training. */
export function checkpointCost(
  parameters: number,
  acceleratorCount: number,
  reliability: Reliability,
): CheckpointCost {
  const { storageBytesPerSecond, stallSeconds, blockingShare } = reliability
  const bytes = (checkpointBytesPerParameter * parameters) / acceleratorCount
  const writeSeconds = bytes / storageBytesPerSecond
  const shown = blockingShare * writeSeconds + (1 - blockingShare) * (bytes / copyBytesPerSecond)
  return {
    writeHours: (stallSeconds + writeSeconds) / 3600,
    stallHours: (stallSeconds + Math.min(shown, writeSeconds)) / 3600,
  }
}
