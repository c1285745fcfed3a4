import type { Accelerator } from '../../../engine/cost/plan/accelerator.ts'
import type { Layout } from '../../../engine/cost/plan/layout.ts'
import type { Software } from '../../../engine/cost/plan/software.ts'
import type { TrainingPlan } from '../../../engine/cost/plan/training-plan.ts'
import type { Transformer } from '../../../engine/cost/plan/transformer.ts'

/** A100 SXM 80 GB on 200 Gb/s a GPU, as the product's table has it. */
export const a100: Accelerator = {
  id: 'A100-SXM-80GB',
  launch: '2020-11',
  peakFlopPerSecond: { fp32: 19.5e12, tf32: 156e12, fp16: 312e12, bf16: 312e12, fp8: 0, fp4: 0 },
  matmulFlopPerSecond: { fp32: 19e12, tf32: 135e12, fp16: 271.2e12, bf16: 271.2e12, fp8: 0, fp4: 0 },
  isMatmulMeasured: true,
  memoryBytes: 80e9,
  memoryBytesPerSecond: 2039e9,
  scaleUpDomain: 8,
  scaleUpBytesPerSecond: 300e9,
  scaleOutBytesPerSecond: 25e9,
  boardWatts: 400,
  systemWatts: { value: 650, low: 450, high: 812 },
}

/** A GPT of 175 billion parameters. */
export const gpt3: Transformer = {
  layers: 96,
  hidden: 12288,
  heads: 96,
  keyValueHeads: 96,
  headSize: 128,
  feedForward: 49152,
  gated: false,
  vocabulary: 51200,
  tiedEmbeddings: true,
  sequenceLength: 2048,
  experts: 1,
  activeExperts: 1,
  sharedExperts: 0,
  expertWidth: 0,
  denseLayers: 96,
}

export const gptLayout: Layout = {
  tensor: 8,
  pipeline: 8,
  data: 1,
  expert: 1,
  context: 1,
  zero: 0,
  interleave: 3,
  recompute: 'full',
  sequenceParallel: false,
  microBatch: 1,
  globalBatch: 64,
}

export const megatron2022: Software = {
  framework: 'megatron',
  attention: 'unfused',
  fusedElementwise: false,
  overlapsDataParallel: false,
  overlapsTensor: true,
  overlapsExperts: false,
  gradientBytes: 2,
}

/** GPT-3 on 64 A100 as Korthikanti et al. 2022 (arXiv 2205.05198, table 5) ran it, with parts replaced. */
export const makePlan = (
  layout: Partial<Layout> = {},
  transformer: Partial<Transformer> = {},
  software: Partial<Software> = {},
): TrainingPlan => ({
  transformer: { ...gpt3, ...transformer },
  accelerator: a100,
  precision: 'bf16',
  layout: { ...gptLayout, ...layout },
  software: { ...megatron2022, ...software },
})
