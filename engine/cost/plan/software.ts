/**
 * What the training program does with the machine, as far as speed and memory depend on it. `softwareOfYear` gives
 * what was usual in a year.
 */
export interface Software {
  /** Programs that shard by layer (FSDP) spend more host time a step than those in the manner of Megatron-LM. */
  readonly framework: 'megatron' | 'fsdp'
  /**
   * `unfused` writes the matrix of scores to memory; `flash` never does (FlashAttention, from mid-2022); `flash3` is
   * written for machines with 8-bit floats (from mid-2024).
   */
  readonly attention: 'unfused' | 'flash' | 'flash3'
  /** True if elementwise kernels are fused by a compiler or by hand. */
  readonly fusedElementwise: boolean
  /** True if exchanges of gradients and sharded parameters run beside the computation. */
  readonly overlapsDataParallel: boolean
  /** True if backward exchanges inside the tensor group run beside the computation (Megatron-LM from 2022). */
  readonly overlapsTensor: boolean
  /**
   * True if the all-to-all exchanges of experts run beside the computation (from the end of 2024: DualPipe, arXiv
   * 2412.19437).
   */
  readonly overlapsExperts: boolean
  /** Bytes in which a gradient is kept between micro-batches: 2 or 4. */
  readonly gradientBytes: 2 | 4
}
