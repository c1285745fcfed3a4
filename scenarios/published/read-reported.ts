import type { PublishedFacts, PublishedQuantity } from '../../engine/cost/index.ts'
import type { PublishedRecord } from './parse-records.ts'
import type { Reported, Withheld } from './published-row.ts'
import { shortJson } from './skip-reason.ts'

/** Bytes of the gigabyte that `mem_gb` counts in. */
const bytesOfGb = 1e9
/** Bytes of the gibibyte that `mem_gib` counts in. */
const bytesOfGib = 1_073_741_824

/** What was measured of a row, and what of it cannot be used. */
export interface ReadReported {
  readonly reported: Reported
  readonly unusable: readonly Withheld[]
  readonly isOutOfMemory: boolean | null
}

/**
 * Reads what was measured: the row's figures with only their unit changed. Where a row gives a speed instead of a step's
 * time or a utilisation, that is turned round: sequences of a step times their length over tokens a second of all
 * accelerators; model FLOP a second over the dense peak of the number format. `facts` are null for a row that is not
 * predicted. Choose `readFacts` for what a prediction may know: nothing here reaches it.
 *
 * Units: bytes; `mem_gb` counts 1e9 bytes, `mem_gib` 2^30; seconds, hours, MWh and shares as they stand.
 */
export function readReported(record: PublishedRecord, facts: PublishedFacts | null): ReadReported {
  const unusable: Withheld[] = []
  const outcome = (quantity: PublishedQuantity, field: string, factor = 1): number | null => {
    const value = Object.hasOwn(record, field) ? record[field] : null
    if (value === null || value === undefined) return null
    const converted = typeof value === 'number' ? value * factor : Number.NaN
    if (converted > 0 && converted < 1e300) return converted
    unusable.push({ quantity, reason: { code: 'badOutcome', field, value: shortJson(value) } })
    return null
  }
  const rate = outcome('stepSeconds', 'tokens_per_s_per_gpu')
  const tokens = tokensOfStep(facts)
  const count = facts?.acceleratorCount ?? null
  const fromRate = rate === null || tokens === null || count === null ? null : tokens / (rate * count)
  if (rate !== null && fromRate === null && facts !== null && !isGiven(record['step_s']))
    unusable.push({ quantity: 'stepSeconds', reason: { code: 'rateAlone', field: 'tokens_per_s_per_gpu' } })
  const speed = outcome('mfu', 'model_tflops_per_gpu', 1e12)
  const peak = facts?.accelerator.peakFlopPerSecond[facts.precision] ?? 0
  return {
    reported: {
      gpuHours: outcome('gpuHours', 'gpu_hours'),
      stepSeconds: outcome('stepSeconds', 'step_s') ?? fromRate,
      memoryBytes:
        outcome('memoryBytes', 'mem_gib', bytesOfGib) ?? outcome('memoryBytes', 'mem_gb', bytesOfGb),
      mfu: outcome('mfu', 'mfu') ?? (speed === null || peak === 0 ? null : speed / peak),
      energyMwh: outcome('energyMwh', 'energy_mwh'),
    },
    unusable,
    isOutOfMemory: typeof record['oom'] === 'boolean' ? record['oom'] : null,
  }
}

const isGiven = (value: unknown): boolean => value !== null && value !== undefined

function tokensOfStep(facts: PublishedFacts | null): number | null {
  const sequenceLength = facts?.transformer?.sequenceLength ?? facts?.shape?.sequenceLength
  const globalBatch = facts?.layout.globalBatch
  return sequenceLength === undefined || globalBatch === undefined ? null : sequenceLength * globalBatch
}
