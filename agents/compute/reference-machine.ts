import type { Accelerator, ByPrecision } from '../../engine/cost/index.ts'
import type { Parameters } from '../../scenarios/index.ts'

/** Nobody in the market pays for energy apart from the hour's price, so that power is of no account. */
const watts = { value: 1, low: 1, high: 1 }

/** Speeds by number format, of which the market trains in 16 bits: those in 8 are twice as fast where there are any. */
const speeds = (flops: number, hasEightBits: boolean): ByPrecision => ({
  fp32: 0,
  tf32: 0,
  fp16: flops,
  bf16: flops,
  fp8: hasEightBits ? 2 * flops : 0,
  fp4: 0,
})

/** The machine that a scenario's market rents at month 0, as the cost model knows machines. */
export function referenceMachine(p: Parameters['compute']): Accelerator {
  return {
    id: 'reference',
    launch: `${Math.floor(p.softwareYear)}-01`,
    peakFlopPerSecond: speeds(p.peakFlops, p.eightBitFloats),
    matmulFlopPerSecond: speeds(p.peakFlops * p.matmulShare, p.eightBitFloats),
    isMatmulMeasured: true,
    memoryBytes: p.gpuMemory,
    memoryBytesPerSecond: p.gpuMemoryBandwidth,
    scaleUpDomain: Math.max(1, Math.round(p.scaleUpDomain)),
    scaleUpBytesPerSecond: p.scaleUpBandwidth,
    scaleOutBytesPerSecond: p.scaleOutBandwidth,
    boardWatts: watts.value,
    systemWatts: watts,
  }
}
