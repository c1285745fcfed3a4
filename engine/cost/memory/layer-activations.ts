import type { TrainingPlan } from '../plan/training-plan.ts'
import type { Transformer } from '../plan/transformer.ts'
import { storageBytes } from './storage-bytes.ts'

/** Share of the layers that hold experts. */
const expertShare = (t: Transformer): number => (t.layers - t.denseLayers) / t.layers

/** Inner columns of the block that a token meets, averaged over dense layers and those with experts. */
function innerWidth(t: Transformer): number {
  if (t.denseLayers >= t.layers) return t.feedForward
  const share = expertShare(t)
  return (1 - share) * t.feedForward + share * (t.activeExperts + t.sharedExperts) * t.expertWidth
}

/** Columns of the copies of a token that go to its experts, averaged over layers; as many come back. */
const routedWidth = (t: Transformer): number =>
  t.denseLayers >= t.layers ? 0 : expertShare(t) * t.activeExperts * t.hidden

/** Accelerators over which activations between matrix products are spread. */
const sequenceSplit = ({ layout }: TrainingPlan): number => (layout.sequenceParallel ? layout.tensor : 1)

/**
 * Bytes a token and layer that attention keeps of its scores. Unfused: the softmax, its dropout mask (1 byte) and what
 * is left of it. Flash attention: one 32-bit number a head.
 */
export function scoreBytes({ transformer: t, layout, software, precision }: TrainingPlan): number {
  if (software.attention !== 'unfused') return (4 * t.heads) / layout.tensor
  return (t.heads * t.sequenceLength * (2 * storageBytes(precision) + 1)) / layout.tensor
}

/**
 * Bytes a token and layer that the backward pass needs if nothing is recomputed: inputs of both norms and of the
 * products after them; queries, keys, values, scores, attention's output; inner columns before and after the activation
 * function (with a gate: both halves and their product, and the activated half unless kernels are fused); copies that
 * go to experts and come back. Programs with unfused attention are of an age that trained with dropout: two masks.
 *
 * Source: Korthikanti et al. 2022, arXiv 2205.05198, section 4.1: s b h (34 + 5 a s / h) is what this gives for its
 * shapes.
 */
export function layerBytes(plan: TrainingPlan): number {
  const { transformer: t, layout, software, precision } = plan
  const width = storageBytes(precision)
  const inner = t.gated ? (software.fusedElementwise ? 3 : 4) : 2
  const heads = t.headSize * (2 * t.heads + 2 * t.keyValueHeads)
  const between =
    width * (4 * t.hidden + 2 * routedWidth(t)) + (software.attention === 'unfused' ? 2 * t.hidden : 0)
  return (
    between / sequenceSplit(plan) +
    (width * (heads + inner * innerWidth(t))) / layout.tensor +
    scoreBytes(plan)
  )
}

/** Bytes a token of what flows between layers. */
export function residualBytes(plan: TrainingPlan): number {
  return (storageBytes(plan.precision) * plan.transformer.hidden) / sequenceSplit(plan)
}

/**
 * Bytes a token and layer that selective recomputation keeps where attention keeps no scores: the layer's input,
 * attention's output, and the outputs of every other matrix product.
 *
 * Source: torchtitan and others keep attention and half of the products (docs.nvidia.com/nemo/automodel, activation
 * checkpointing).
 */
function halfOfProductsBytes(plan: TrainingPlan): number {
  const { transformer: t, layout } = plan
  const width = storageBytes(plan.precision)
  const split = t.headSize * (t.heads + 2 * t.keyValueHeads) + (t.gated ? 2 : 1) * innerWidth(t)
  const products = split / layout.tensor + (2 * t.hidden + routedWidth(t)) / sequenceSplit(plan)
  const attention = (width * t.heads * t.headSize) / layout.tensor + scoreBytes(plan)
  return residualBytes(plan) + attention + (width * products) / 2
}

/** Bytes a token and layer that stay from the forward to the backward pass. */
export function keptBytes(plan: TrainingPlan): number {
  if (plan.layout.recompute === 'none') return layerBytes(plan)
  if (plan.layout.recompute === 'full') return residualBytes(plan)
  if (plan.software.attention === 'unfused') return layerBytes(plan) - scoreBytes(plan)
  return halfOfProductsBytes(plan)
}

/**
 * Bytes a token for the one layer that is in its backward pass: what is recomputed of it, gradients of the residual
 * stream and of the widest thing inside, and, with sequence parallelism, one gathered input.
 */
export function backwardBytes(plan: TrainingPlan): number {
  const { transformer: t, layout, software } = plan
  const width = storageBytes(plan.precision)
  const block = (t.gated ? 2 : 1) * innerWidth(t)
  const scores = software.attention === 'unfused' ? 2 * t.heads * t.sequenceLength : 0
  const inside = (width * (block > scores ? block : scores)) / layout.tensor
  const gathered = layout.sequenceParallel ? width * t.hidden : 0
  return layerBytes(plan) - keptBytes(plan) + 2 * residualBytes(plan) + inside + gathered
}
