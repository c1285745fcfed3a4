import type { Accelerator } from '../../../../engine/cost/plan/accelerator.ts'
import type { Layout } from '../../../../engine/cost/plan/layout.ts'
import type { Software } from '../../../../engine/cost/plan/software.ts'
import type { TrainingPlan } from '../../../../engine/cost/plan/training-plan.ts'
import type { Transformer } from '../../../../engine/cost/plan/transformer.ts'
import { a100 } from '../plans.ts'

/** A card sold as one of 80 GB: five stacks of 16 GiB. */
export const card80: Accelerator = { ...a100, memoryBytes: 80 * 2 ** 30 }

/** A transformer in the manner of GPT-3: no gate, no groups, four widths inside, one embedding. */
export const gpt = (layers: number, hidden: number, heads: number, vocabulary: number): Transformer => ({
  layers,
  hidden,
  heads,
  keyValueHeads: heads,
  headSize: hidden / heads,
  feedForward: 4 * hidden,
  gated: false,
  vocabulary,
  tiedEmbeddings: true,
  sequenceLength: 2048,
  experts: 1,
  activeExperts: 1,
  sharedExperts: 0,
  expertWidth: 0,
  denseLayers: layers,
})

/** Llama 3: a gate, eight heads of keys and values, two embeddings. */
export const llama = (layers: number, hidden: number, feedForward: number): Transformer => ({
  ...gpt(layers, hidden, hidden / 128, 128_256),
  keyValueHeads: 8,
  feedForward,
  gated: true,
  tiedEmbeddings: false,
  sequenceLength: 8192,
})

export const oneAccelerator: Layout = {
  tensor: 1,
  pipeline: 1,
  data: 1,
  expert: 1,
  context: 1,
  zero: 0,
  interleave: 1,
  recompute: 'none',
  sequenceParallel: false,
  microBatch: 1,
  globalBatch: 1,
}

/** Megatron-LM at the beginning of 2022. */
export const megatron: Software = {
  framework: 'megatron',
  attention: 'unfused',
  fusedElementwise: true,
  overlapsDataParallel: true,
  overlapsTensor: false,
  overlapsExperts: false,
  gradientBytes: 2,
}

/** PyTorch's FSDP at the end of 2024. */
export const fsdp: Software = {
  framework: 'fsdp',
  attention: 'flash',
  fusedElementwise: true,
  overlapsDataParallel: true,
  overlapsTensor: false,
  overlapsExperts: false,
  gradientBytes: 4,
}

export type PlanParts = Partial<Omit<TrainingPlan, 'layout' | 'software'>> & {
  readonly layout?: Partial<Layout>
  readonly software?: Partial<Software>
}

/** A plan of 32 layers by 4,096 on one accelerator, with what is asked for put in its place. */
export const planOf = (parts: PlanParts = {}): TrainingPlan => ({
  transformer: gpt(32, 4096, 32, 51_200),
  accelerator: card80,
  precision: 'bf16',
  ...parts,
  layout: { ...oneAccelerator, globalBatch: 512, ...parts.layout },
  software: { ...megatron, ...parts.software },
})
