import type { Accelerator } from '../../engine/cost/index.ts'
import { megatron2021, megatron2022, megatronCore, shardedByLayer } from './published-programs.ts'
import type { PublishedFields } from './published-fields.ts'
import { withoutRecompute, withRecompute, type ProgramReading } from './set-readings.ts'

/** Years from which layouts run beside exchanges of tensor groups, and attention keeps no scores. */
const overlapsFrom = 2022.3
const flashFrom = 2023

// A year for rows without a date: that of most published points of the program. Assumption, a year either way.
const yearOfOld = 2022.5
const yearOfSharded = 2024
const yearOfNew = 2024.5

const reading = (year: number, rest: Pick<ProgramReading, 'software' | 'layout'>): ProgramReading => ({
  year,
  models: 'alike',
  sequenceLength: null,
  scaleOutBytesPerSecond: null,
  ...rest,
})

/** Stated by a mode of sharding (PyTorch's FSDP of 2022), by a layout's words (`fsdp8`, of 2024), or by ZeRO 3. */
function guessSharded({ sharding, words, zero, tensor, year }: PublishedFields): ProgramReading | null {
  const isWritten = [...words].some((word) => /^[fh]sdp\d*$/u.test(word))
  if (!isWritten && sharding === null && zero !== 3) return null
  const isTensorSplit = (tensor ?? 1) > 1 || [...words].some((word) => /^tp\d+$/u.test(word))
  return reading(year ?? yearOfSharded, {
    // The older one reduces gradients in 16 bits, the newer one in 32.
    software: isWritten ? { ...shardedByLayer, gradientBytes: 4 } : shardedByLayer,
    layout: { ...withoutRecompute, zero: 3, sequenceParallel: isTensorSplit },
  })
}

const isOld = ({ year, precision, recompute }: PublishedFields, hasEightBitFloats: boolean): boolean => {
  if (year !== null) return year < flashFrom
  return !hasEightBitFloats && (/fp16/iu.test(precision ?? 'fp16') || recompute !== null)
}

/**
 * The program of a benchmark of no known set, told by what its row says: sharding, groups of tensors and stages, number
 * format, recomputation, and a date, which decides where there is one. Null for one that says nothing of it, and for
 * whole runs, which are taken for what was usual in their year. Names are not looked at.
 */
export function guessReading(
  fields: PublishedFields,
  accelerator: Pick<Accelerator, 'peakFlopPerSecond'>,
): ProgramReading | null {
  if (fields.tokens !== null) return null
  const sharded = guessSharded(fields)
  if (sharded !== null) return sharded
  const { tensor, pipeline, modelParallel, year } = fields
  if (tensor === null && pipeline === null && modelParallel === null) return null
  const hasEightBitFloats = accelerator.peakFlopPerSecond.fp8 > 0
  if (isOld(fields, hasEightBitFloats)) {
    const software = (year ?? yearOfOld) < overlapsFrom ? megatron2021 : megatron2022
    return reading(year ?? yearOfOld, { software, layout: withRecompute })
  }
  const layout = { ...withoutRecompute, zero: 1, sequenceParallel: true } as const
  if (!hasEightBitFloats || year !== null) return reading(year ?? yearOfNew, { software: {}, layout })
  return reading(yearOfNew, { software: megatronCore, layout })
}
