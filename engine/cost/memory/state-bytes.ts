import type { TrainingPlan } from '../plan/training-plan.ts'
import { storageBytes } from './storage-bytes.ts'

/**
 * True if weights are gathered layer by layer and gradients scattered as soon as they are there. In a pipeline they
 * are not: a stage has several micro-batches in flight, so it holds its weights and sums its gradients whole until the
 * step ends, whatever the stage of ZeRO.
 *
 * Source: torchtitan, `reshard_after_forward`, github.com/pytorch/torchtitan/pull/446; Llama 3, arXiv 2407.21783, 3.3.2.
 */
export const isResharded = (plan: TrainingPlan): boolean => plan.layout.pipeline === 1

/** True if the sharded weights are the 32-bit ones of the optimizer, and 16-bit copies live for two layers only. */
const hasMasterShards = (plan: TrainingPlan): boolean =>
  plan.layout.zero === 3 && isResharded(plan) && plan.software.gradientBytes === 4

/**
 * Bytes a weight for the weight itself; `shards` is the size of the group over which ZeRO spreads it.
 *
 * Source: Rajbhandari et al. 2020, arXiv 1910.02054, section 3.1 and figure 1.
 */
export function parameterBytes(plan: TrainingPlan, shards: number): number {
  const bytes = hasMasterShards(plan) ? 4 : storageBytes(plan.precision)
  return plan.layout.zero === 3 && isResharded(plan) ? bytes / shards : bytes
}

/**
 * Bytes a weight for its gradient. Where gradients are summed in 32 bits beside a 16-bit backward pass and stay whole,
 * the 16-bit ones stay too: 6 bytes (DeepSpeed's BF16 optimizer, github.com/deepspeedai/DeepSpeed/pull/5328).
 */
export function gradientBytes(plan: TrainingPlan, shards: number): number {
  const { zero } = plan.layout
  const isWide = storageBytes(plan.precision) === 4
  const summed = isWide ? 4 : plan.software.gradientBytes
  if (zero >= 2) return isResharded(plan) ? summed / shards : summed
  return isWide || summed === 2 ? summed : 6
}

/** Bytes a weight for Adam's two moments and, beside 16-bit weights, the 32-bit copy that it updates. */
export function optimizerBytes(plan: TrainingPlan, shards: number): number {
  const bytes = storageBytes(plan.precision) === 4 || hasMasterShards(plan) ? 8 : 12
  return plan.layout.zero >= 1 ? bytes / shards : bytes
}

/**
 * Bytes a weight that the optimizer's step needs for a while: 16-bit gradients are copied to 32 bits. Activations are
 * free by then.
 *
 * Source: github.com/deepspeedai/DeepSpeed/pull/5099 (the whole copy is made before the update).
 */
export function stepCopyBytes(plan: TrainingPlan, shards: number): number {
  if (storageBytes(plan.precision) === 4 || plan.software.gradientBytes === 4) return 0
  return plan.layout.zero >= 1 ? 4 / shards : 4
}
