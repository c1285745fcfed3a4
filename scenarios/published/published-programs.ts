import type { Software } from '../../engine/cost/index.ts'

/** Megatron-LM before 2022: attention keeps its scores, nothing overlaps (arXiv 2104.04473). */
export const megatron2021: Software = {
  framework: 'megatron',
  attention: 'unfused',
  fusedElementwise: false,
  overlapsDataParallel: false,
  overlapsTensor: false,
  overlapsExperts: false,
  gradientBytes: 2,
}
/** Megatron-LM of 2022: backward exchanges of tensor groups run beside the computation (arXiv 2205.05198). */
export const megatron2022: Software = { ...megatron2021, overlapsTensor: true }
/** Megatron-Core on machines with 8-bit floats: fused kernels, overlapped exchanges, gradients summed in 32 bits. */
export const megatronCore: Software = {
  framework: 'megatron',
  attention: 'flash3',
  fusedElementwise: true,
  overlapsDataParallel: true,
  overlapsTensor: true,
  overlapsExperts: true,
  gradientBytes: 4,
}
/** Programs that shard by layer (FSDP): gathers and reductions run beside the computation. */
export const shardedByLayer: Software = {
  framework: 'fsdp',
  attention: 'flash',
  fusedElementwise: false,
  overlapsDataParallel: true,
  overlapsTensor: false,
  overlapsExperts: false,
  gradientBytes: 2,
}
