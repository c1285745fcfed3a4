/**
 * The shape of a decoder transformer, complete: every quantity that work, memory and traffic depend on.
 * `typicalTransformer` fills what a paper leaves out.
 *
 * A dense model has `experts` 1, `activeExperts` 1, `sharedExperts` 0 and `denseLayers` = `layers`. In a mixture
 * of experts, `denseLayers` layers keep the dense block and the others have `experts` routed experts of inner width
 * `expertWidth`, of which each token meets `activeExperts`, and `sharedExperts` that each token meets.
 */
export interface Transformer {
  readonly layers: number
  /** Width of the residual stream. */
  readonly hidden: number
  readonly heads: number
  /** Heads of keys and values: `heads` without grouping, 1 for multi-query attention. */
  readonly keyValueHeads: number
  readonly headSize: number
  /** Inner width of the dense block. */
  readonly feedForward: number
  /** True if the block has a gate: three matrices instead of two. */
  readonly gated: boolean
  readonly vocabulary: number
  /** True if input and output embedding are one matrix. */
  readonly tiedEmbeddings: boolean
  /** Tokens of one training sequence. */
  readonly sequenceLength: number
  readonly experts: number
  readonly activeExperts: number
  readonly sharedExperts: number
  readonly expertWidth: number
  readonly denseLayers: number
}
