import type { Software } from '../plan/software.ts'
import { logNormalSpread } from '../run/log-normal-spread.ts'
import type { Spread } from '../run/spread.ts'
import { memoryCoefficients } from './memory-coefficients.ts'

/**
 * The spread around an estimate of memory: its error is log-normal. Programs in the manner of Megatron-LM are the ones that
 * the estimate was fitted to; those that shard by layer were not, and spread more.
 *
 * Throws: RangeError unless `totalBytes` is positive and finite.
 * @example memorySpread(50e9, 'megatron').p50 // => 50e9
 */
export function memorySpread(totalBytes: number, framework: Software['framework']): Spread {
  if (!(totalBytes > 0 && totalBytes < Infinity))
    throw new RangeError(`memorySpread: totalBytes must be positive and finite, got ${totalBytes}`)
  const { megatronDeviation, fsdpDeviation } = memoryCoefficients
  return logNormalSpread(totalBytes, framework === 'fsdp' ? fsdpDeviation : megatronDeviation)
}
