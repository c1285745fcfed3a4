import type { Accelerator, ByPrecision } from '../../../../engine/cost/plan/accelerator.ts'

const none: ByPrecision = { fp32: 0, tf32: 0, fp16: 0, bf16: 0, fp8: 0, fp4: 0 }

/** A machine of the data sheets; products measured where `scenarios/data/accelerators.json` has them, else 80 % of peak. */
function machine(
  id: string,
  peak: Partial<ByPrecision>,
  matmul: Partial<ByPrecision>,
  memory: readonly [bytes: number, bytesPerSecond: number],
  link: number,
): Accelerator {
  const peaks = { ...none, ...peak }
  const typical = Object.fromEntries(Object.entries(peaks).map(([format, flop]) => [format, 0.8 * flop]))
  return {
    id,
    launch: '2020-05',
    peakFlopPerSecond: peaks,
    matmulFlopPerSecond: { ...none, ...typical, ...matmul },
    isMatmulMeasured: false,
    memoryBytes: memory[0],
    memoryBytesPerSecond: memory[1],
    scaleUpDomain: 8,
    scaleUpBytesPerSecond: link,
    scaleOutBytesPerSecond: 25e9,
    boardWatts: 400,
    systemWatts: { value: 650, low: 500, high: 800 },
  }
}

export const v100 = machine('V100-SXM2-16GB', { fp32: 15.7e12, fp16: 125e12 }, {}, [16e9, 900e9], 150e9)
export const a100 = machine(
  'A100-SXM-80GB',
  { fp32: 19.5e12, tf32: 156e12, fp16: 312e12, bf16: 312e12 },
  { fp16: 271.2e12, bf16: 271.2e12 },
  [80e9, 2039e9],
  300e9,
)
export const h100 = machine(
  'H100-SXM',
  { fp32: 67e12, tf32: 494.7e12, fp16: 989.4e12, bf16: 989.4e12, fp8: 1979e12 },
  { fp16: 794.5e12, bf16: 794.5e12, fp8: 1402.6e12 },
  [80e9, 3350e9],
  450e9,
)
export const h200 = machine(
  'H200-SXM',
  { fp32: 67e12, tf32: 494.5e12, fp16: 989e12, bf16: 989e12, fp8: 1979e12 },
  { fp16: 794.5e12, bf16: 794.5e12, fp8: 1453.4e12 },
  [141e9, 4800e9],
  450e9,
)
export const b200 = machine(
  'B200-SXM',
  { fp32: 80e12, tf32: 1125e12, fp16: 2250e12, bf16: 2250e12, fp8: 4500e12, fp4: 9000e12 },
  { fp16: 1745e12, bf16: 1745e12, fp8: 3432.5e12 },
  [180e9, 8000e9],
  900e9,
)
export const tpuV4 = machine('TPUv4', { bf16: 275e12 }, {}, [32e9, 1200e9], 50e9)
