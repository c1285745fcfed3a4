import { flag, quantity } from './field.ts'

/** The machine that the market rents at month 0: what training runs take on it, the cost model works out. */
export const referenceMachine = {
  peakFlops: quantity(
    'number',
    989.4e12,
    { low: 800e12, high: 2250e12, min: 1e12, max: 1e18 },
    'machine H100-SXM',
    'Dense 16-bit peak of the generation of month 0, FLOP/s',
  ),
  matmulShare: quantity(
    'share',
    0.803,
    { low: 0.7, high: 0.87, min: 0.01 },
    'machine H100-SXM',
    'Share of that peak that the fastest measured matrix product reaches',
  ),
  eightBitFloats: flag(
    true,
    'machine H100-SXM',
    'That generation multiplies 8-bit floats: small models do not keep it as busy',
  ),
  gpuMemory: quantity(
    'number',
    85.52e9,
    { low: 80e9, high: 192.3e9, min: 1e9, max: 1e15 },
    'machine H100-SXM',
    'Memory of a GPU, bytes',
  ),
  gpuMemoryBandwidth: quantity(
    'number',
    3350e9,
    { low: 2039e9, high: 8000e9, min: 1e9, max: 1e16 },
    'machine H100-SXM',
    'Bandwidth of that memory, bytes a second',
  ),
  scaleUpDomain: quantity(
    'count',
    8,
    { low: 8, high: 72, min: 1, max: 4096 },
    'machine H100-SXM',
    'GPUs that one fast fabric joins',
  ),
  scaleUpBandwidth: quantity(
    'number',
    450e9,
    { low: 300e9, high: 900e9, min: 1e6, max: 1e15 },
    'machine H100-SXM',
    'Bandwidth of a GPU in that fabric, bytes a second each way',
  ),
  scaleOutBandwidth: quantity(
    'number',
    50e9,
    { low: 12.5e9, high: 100e9, min: 1e6, max: 1e15 },
    'machine H100-SXM',
    'Share of the network between servers that a GPU has, bytes a second each way',
  ),
  softwareYear: quantity(
    'number',
    2025,
    { low: 2024, high: 2026, min: 2015, max: 2100 },
    'assumption',
    'Year of month 0: training programs and failures are those of its time',
  ),
}
