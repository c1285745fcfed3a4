import type { Accelerator, Precision } from '../../../../engine/cost/plan/accelerator.ts'
import type { Transformer } from '../../../../engine/cost/plan/transformer.ts'
import { a100, b200, h100, h200 } from '../workloads/machines.ts'

const shape = (
  layers: number,
  hidden: number,
  heads: number,
  keyValueHeads: number,
  feedForward: number,
  vocabulary: number,
): Transformer => ({
  layers,
  hidden,
  heads,
  keyValueHeads,
  headSize: 128,
  feedForward,
  gated: true,
  vocabulary,
  tiedEmbeddings: false,
  sequenceLength: 4096,
  experts: 1,
  activeExperts: 1,
  sharedExperts: 0,
  expertWidth: 0,
  denseLayers: layers,
})

export const llama2Small = shape(32, 4096, 32, 32, 11008, 32000)
export const llama2Large = shape(80, 8192, 64, 8, 28672, 32000)
export const llama3Small = shape(32, 4096, 32, 8, 14336, 128256)
export const llama3Large = shape(80, 8192, 64, 8, 28672, 128256)
export const llama3Largest = shape(126, 16384, 128, 8, 53248, 128256)
export const qwen3Mixture: Transformer = {
  ...shape(94, 4096, 64, 4, 12288, 151936),
  experts: 128,
  activeExperts: 8,
  expertWidth: 1536,
  denseLayers: 0,
}

/** Measured tokens written a second by all accelerators together, at full load. */
export interface PublishedThroughput {
  readonly transformer: Transformer
  readonly accelerator: Accelerator
  readonly tensor: number
  readonly precision: Precision
  readonly weightBytes: number
  readonly cacheBytes: number
  readonly inputTokens: number
  readonly outputTokens: number
  readonly maxBatch: number
  readonly tokensPerSecond: number
}

type Point = readonly [inputTokens: number, outputTokens: number, tokensPerSecond: number, maxBatch?: number]

function table(
  transformer: Transformer,
  accelerator: Accelerator,
  tensor: number,
  precision: 'fp16' | 'fp8' | 'fp4',
  points: readonly Point[],
): PublishedThroughput[] {
  const weightBytes = { fp16: 2, fp8: 1, fp4: 0.5625 }[precision]
  const cacheBytes = precision === 'fp16' ? 2 : 1
  return points.map(([inputTokens, outputTokens, tokensPerSecond, maxBatch = 2048]) => ({
    transformer,
    accelerator,
    tensor,
    precision,
    weightBytes,
    cacheBytes,
    inputTokens,
    outputTokens,
    maxBatch,
    tokensPerSecond,
  }))
}

/**
 * All points of these models and accelerators in NVIDIA's tables: TensorRT-LLM 0.6.1, docs/source/performance.md
 * (batches given), and 1.0, docs/source/performance/perf-overview.md.
 */
export const publishedThroughput: readonly PublishedThroughput[] = [
  ...table(llama2Large, h100, 2, 'fp8', [
    [128, 128, 5314, 1024],
    [2048, 128, 612, 96],
    [2048, 2048, 1094, 64],
  ]),
  ...table(llama2Large, h100, 4, 'fp8', [[128, 2048, 5944, 480]]),
  ...table(llama2Large, a100, 4, 'fp16', [
    [128, 128, 2680, 1280],
    [128, 2048, 2100, 240],
    [2048, 128, 316, 120],
  ]),
  ...table(llama2Small, h100, 1, 'fp8', [
    [128, 128, 19_694, 768],
    [128, 2048, 6818, 112],
    [2048, 128, 2244, 80],
    [2048, 2048, 2740, 48],
  ]),
  ...table(llama2Small, a100, 1, 'fp16', [
    [128, 128, 5586, 384],
    [128, 2048, 1928, 60],
    [2048, 128, 591, 52],
  ]),
  ...table(llama3Large, h100, 2, 'fp8', [
    [128, 128, 6378],
    [128, 2048, 6651],
    [128, 4096, 4199],
    [500, 2000, 5222],
    [1000, 1000, 4205],
    [1000, 2000, 4146],
    [2048, 128, 762],
    [2048, 2048, 3082],
    [5000, 500, 898],
    [20_000, 2000, 437],
  ]),
  ...table(llama3Large, h200, 1, 'fp8', [
    [128, 128, 3803],
    [128, 2048, 4336],
    [128, 4096, 2872],
    [500, 2000, 3666],
    [1000, 1000, 2909],
    [1000, 2000, 2994],
    [2048, 128, 442],
    [2048, 2048, 2003],
    [5000, 500, 566],
    [20_000, 2000, 283],
  ]),
  ...table(llama3Large, b200, 1, 'fp4', [
    [128, 128, 11_147],
    [128, 2048, 9922],
    [128, 4096, 6831],
    [500, 2000, 7762],
    [1000, 1000, 7007],
    [1000, 2000, 6271],
    [2048, 128, 1339],
    [2048, 2048, 4783],
    [5000, 500, 1459],
    [20_000, 2000, 665],
  ]),
  ...table(llama3Largest, h100, 8, 'fp8', [
    [128, 128, 3627],
    [128, 2048, 4340],
    [128, 4096, 3116],
    [500, 2000, 3994],
    [1000, 1000, 2919],
    [1000, 2000, 2895],
    [2048, 128, 453],
    [2048, 2048, 2296],
    [5000, 500, 610],
    [20_000, 2000, 345],
  ]),
  ...table(llama3Largest, h200, 8, 'fp8', [
    [128, 128, 3814],
    [128, 2048, 5348],
    [128, 4096, 4741],
    [500, 2000, 4724],
    [1000, 1000, 3330],
    [1000, 2000, 3722],
    [2048, 128, 456],
    [2048, 2048, 2948],
    [5000, 500, 650],
    [20_000, 2000, 505],
  ]),
  ...table(llama3Small, h100, 1, 'fp8', [
    [128, 128, 28_312],
    [128, 2048, 22_714],
    [128, 4096, 14_325],
    [500, 2000, 17_660],
    [1000, 1000, 15_220],
    [1000, 2000, 13_899],
    [2048, 128, 3450],
    [2048, 2048, 9305],
    [5000, 500, 3459],
    [20_000, 2000, 1351],
  ]),
  ...table(llama3Small, h200, 1, 'fp8', [
    [128, 128, 27_911],
    [128, 2048, 26_221],
    [128, 4096, 18_027],
    [500, 2000, 20_770],
    [1000, 1000, 17_744],
    [1000, 2000, 16_828],
    [2048, 128, 3538],
    [2048, 2048, 12_194],
    [5000, 500, 3902],
    [20_000, 2000, 1804],
  ]),
  ...table(qwen3Mixture, h100, 8, 'fp8', [
    [128, 2048, 19_658],
    [128, 4096, 12_447],
    [500, 2000, 18_351],
    [1000, 1000, 14_898],
    [1000, 2000, 15_136],
    [2048, 2048, 9924],
    [5000, 500, 3225],
  ]),
  ...table(qwen3Mixture, h200, 8, 'fp8', [
    [128, 128, 30_429],
    [128, 2048, 42_821],
    [128, 4096, 26_852],
    [500, 2000, 28_026],
    [1000, 1000, 23_789],
    [1000, 2000, 22_061],
    [2048, 128, 3331],
    [2048, 2048, 16_672],
    [5000, 500, 3623],
    [20_000, 2000, 1876],
  ]),
]
