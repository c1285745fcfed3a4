import type { TrainingPlan } from '../plan/training-plan.ts'
import { storageBytes } from './storage-bytes.ts'

/**
 * Bytes a token that the last stage needs while it computes the loss: the logits, their 32-bit copies and gradients.
 * The loss of Megatron-LM works on one copy in place and keeps the softmax: 8 bytes a logit beside the logit. That of
 * PyTorch holds logarithms, their gradient and the gradient of the logits: 12. A fused loss, which needs 4, is not a fact
 * that a plan states.
 *
 * Source: Megatron-LM, `vocab_parallel_cross_entropy`; torchtitan's 8B runs at 32,768 tokens an accelerator leave 14 to
 * 15 bytes a logit beside states and layers.
 */
export function lossBytes(plan: TrainingPlan): number {
  const { transformer: t, layout, software, precision } = plan
  const width = storageBytes(precision)
  const logit = width + (software.framework === 'fsdp' ? 12 : 8)
  return (t.vocabulary * logit) / layout.tensor + 2 * width * t.hidden
}
