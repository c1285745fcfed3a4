import type { Transformer } from '../../engine/cost/index.ts'

/** A published architecture: what a model is, never what its training took. */
export interface Architecture {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly shape: Transformer
  /** As published. */
  readonly parametersTotal: number
  /** As published; those a token meets in a mixture of experts, otherwise all. */
  readonly parametersActive: number
  /** Weights that the shape does not hold: position tables, cross-attention. 0 for none worth a mention. */
  readonly otherParameters: number
  readonly kind: 'decoder' | 'encoder' | 'encoder-decoder'
  /** Share of the weights that one token meets, beside that of experts: 0.5 for an encoder-decoder. */
  readonly workFactor: number
  readonly source: string
  /** `seen`: agrees with the published runs kept in `data/`; `recalled`: from memory of the source. */
  readonly status: 'seen' | 'recalled'
  readonly confidence: 'high' | 'medium' | 'low'
  readonly note: string
}

/** A model that is no plain transformer, and why. */
export interface UnsupportedModel {
  readonly id: string
  readonly name: string
  readonly because: string
}

/** The catalogue, and the ways to find an entry. */
export interface ArchitectureTable {
  readonly architectures: readonly Architecture[]
  readonly unsupported: readonly UnsupportedModel[]
  readonly byPlainName: ReadonlyMap<string, Architecture>
}
