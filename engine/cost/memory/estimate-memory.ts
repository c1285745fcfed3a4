import { microBatchesOf } from '../plan/layout.ts'
import type { TrainingPlan } from '../plan/training-plan.ts'
import { backwardBytes, keptBytes, residualBytes } from './layer-activations.ts'
import { lossBytes } from './loss-bytes.ts'
import { memoryCoefficients } from './memory-coefficients.ts'
import type { MemoryUse } from './memory-use.ts'
import { layersOfStage, microBatchesInFlight, nextHeavyStage } from './pipeline-stage.ts'
import { requireDegrees } from './require-degrees.ts'
import { embeddingWeights, expertWeights, sharedWeights } from './stage-weights.ts'
import { gradientBytes, isResharded, optimizerBytes, parameterBytes, stepCopyBytes } from './state-bytes.ts'
import { storageBytes } from './storage-bytes.ts'

/** Weights in one buffer of gradients, or of gathered weights, in flight. Source: DeepSpeed's default, 5e8. */
const bucketWeights = 5e8

/**
 * Bytes of weights and gradients on their way between accelerators: with ZeRO 3 the gathered embeddings, two gathered
 * layers and their gradients; else one buffer of gradients and one of weights. PyTorch's FSDP has no such buffers.
 */
function exchangeBytes(plan: TrainingPlan, layers: number, inLayers: number, embedding: number): number {
  const { layout, software, precision } = plan
  const width = storageBytes(precision)
  if (layout.data * layout.context === 1 || layout.zero === 0) return 0
  if (layout.zero === 3 && isResharded(plan)) return width * ((4 * inLayers) / (layers || 1) + embedding)
  if (software.framework === 'fsdp') return 0
  const weights = inLayers + embedding
  return 2 * width * (weights < bucketWeights ? weights : bucketWeights)
}

/** Weighs one stage, activations given, and writes it down if none before it was heavier. */
function weighStage(plan: TrainingPlan, stage: number, activations: number, into: MemoryUse): void {
  const { transformer: t, layout } = plan
  const shards = layout.data * layout.context
  const expertShards = shards > layout.expert ? shards / layout.expert : 1
  const layers = layersOfStage(t.layers, layout.pipeline, stage)
  const embedding = embeddingWeights(t, layout.pipeline, stage) / layout.tensor
  const inLayers = sharedWeights(t, layers) / layout.tensor
  const experts = expertWeights(t, layers) / (layout.tensor * layout.expert)
  const whole = inLayers + embedding

  const parameters = whole * parameterBytes(plan, shards) + experts * parameterBytes(plan, expertShards)
  const gradients = whole * gradientBytes(plan, shards) + experts * gradientBytes(plan, expertShards)
  const optimizer = whole * optimizerBytes(plan, shards) + experts * optimizerBytes(plan, expertShards)
  const copies = whole * stepCopyBytes(plan, shards) + experts * stepCopyBytes(plan, expertShards)
  const exchange = exchangeBytes(plan, layers, inLayers + experts, embedding)

  const lasting = parameters + gradients + optimizer + exchange
  const computed = lasting + (copies > activations ? copies : activations)
  const total = memoryCoefficients.baseBytes + memoryCoefficients.factor * computed
  if (!(total > into.total)) return
  into.parameters = parameters
  into.gradients = gradients
  into.optimizer = optimizer
  into.activations = activations
  into.buffers = total - parameters - gradients - optimizer - activations
  into.total = total
}

/**
 * Estimates the bytes that training takes on the fullest accelerator. The stage with most is found among the first of a
 * pipeline (an embedding, most micro-batches in flight), the one after it (more layers where they do not divide) and the
 * last (an embedding and the logits).
 *
 * Shape: `into` is overwritten; its parts add to `total`. Nothing is allocated.
 * Throws: RangeError for a degree or micro-batch that is not positive, or a plan that gives no finite number of bytes.
 * Source: states: Rajbhandari et al. 2020, arXiv 1910.02054; activations: Korthikanti et al. 2022, arXiv 2205.05198.
 */
export function estimateMemory(plan: TrainingPlan, into: MemoryUse): void {
  const { layout, transformer } = plan
  requireDegrees('estimateMemory', layout)
  const { pipeline } = layout
  const tokens = (layout.microBatch * transformer.sequenceLength) / layout.context
  const microBatches = microBatchesOf(layout)
  const layer = tokens * keptBytes(plan)
  const edge = tokens * residualBytes(plan)
  const backward = tokens * backwardBytes(plan)
  const loss = tokens * lossBytes(plan)
  into.total = 0
  for (let stage = 0; stage < pipeline; stage = nextHeavyStage(stage, pipeline)) {
    const kept = layersOfStage(transformer.layers, pipeline, stage) * layer + edge
    const working = stage === pipeline - 1 && loss > backward ? loss : backward
    weighStage(plan, stage, microBatchesInFlight(layout, stage, microBatches) * kept + working, into)
  }
  if (!(into.total > 0 && into.total < Infinity))
    throw new RangeError(`estimateMemory: the plan must give a finite number of bytes, got ${into.total}`)
}
