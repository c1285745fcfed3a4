import type { Accelerator, ByPrecision } from '../../../../engine/cost/plan/accelerator.ts'
import type { Transformer } from '../../../../engine/cost/plan/transformer.ts'
import { softwareOfYear } from '../../../../engine/cost/plan/software-of-year.ts'
import type { LayoutSearch } from '../../../../engine/cost/search/layout-search.ts'

const speeds = (wide: number, narrow: number): ByPrecision => ({
  fp32: wide / 16,
  tf32: wide / 2,
  fp16: wide,
  bf16: wide,
  fp8: narrow,
  fp4: 0,
})

/** Round figures of an H100 in a server of eight with 400 Gb/s each. */
export const h100: Accelerator = {
  id: 'H100-SXM',
  launch: '2022-09',
  peakFlopPerSecond: speeds(989e12, 1979e12),
  matmulFlopPerSecond: speeds(795e12, 1400e12),
  isMatmulMeasured: true,
  memoryBytes: 80 * 2 ** 30,
  memoryBytesPerSecond: 3.35e12,
  scaleUpDomain: 8,
  scaleUpBytesPerSecond: 450e9,
  scaleOutBytesPerSecond: 50e9,
  boardWatts: 700,
  systemWatts: { value: 1275, low: 1000, high: 1400 },
}

const dense = (shape: Pick<Transformer, 'layers' | 'hidden' | 'heads' | 'feedForward'>): Transformer => ({
  ...shape,
  keyValueHeads: 8,
  headSize: 128,
  gated: true,
  vocabulary: 128_256,
  tiedEmbeddings: false,
  sequenceLength: 8192,
  experts: 1,
  activeExperts: 1,
  sharedExperts: 0,
  expertWidth: 0,
  denseLayers: shape.layers,
})

export const small = dense({ layers: 32, hidden: 4096, heads: 32, feedForward: 14_336 })
export const large = dense({ layers: 126, hidden: 16_384, heads: 128, feedForward: 53_248 })

/** 16 experts in most layers, two of them met: 47 billion weights, 9 met. */
export const mixture: Transformer = {
  ...small,
  sequenceLength: 4096,
  experts: 16,
  activeExperts: 2,
  sharedExperts: 1,
  expertWidth: 7168,
  denseLayers: 2,
}

export const searchFor = (
  transformer: Transformer,
  acceleratorCount: number,
  globalBatch: number,
  more: Partial<LayoutSearch> = {},
): LayoutSearch => ({
  transformer,
  accelerator: h100,
  acceleratorCount,
  precision: 'bf16',
  software: softwareOfYear(2024),
  globalBatch,
  ...more,
})
