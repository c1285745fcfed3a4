import type { Layout } from '../plan/layout.ts'

interface Error {
  readonly severity: 'error'
}

interface Warning {
  readonly severity: 'warning'
}

/** What is divided, in `doesNotDivide`. */
export type Whole =
  | 'heads'
  | 'key-value heads'
  | 'sequence length'
  | 'experts'
  | 'global batch'
  | 'data'
  | 'accelerators'
  | 'micro-batches'

/** What is wrong, or unwise, about a layout; `kind` tells them apart. */
export type LayoutProblem =
  /** A part that must be a whole number of at least 1 is not. */
  | (Error & { readonly kind: 'notWhole'; readonly part: keyof Layout; readonly value: number })
  /** `value` of `whole` cannot be shared evenly by `divisor`, the product of `parts`. */
  | ((Error | Warning) & {
      readonly kind: 'doesNotDivide'
      readonly whole: Whole
      readonly value: number
      readonly parts: readonly (keyof Layout)[]
      readonly divisor: number
    })
  /** tensor x pipeline x data x context is not the number of accelerators. */
  | (Error & { readonly kind: 'wrongCount'; readonly product: number; readonly acceleratorCount: number })
  /** Fewer layers than parts of the pipeline. */
  | (Error & { readonly kind: 'emptyStages'; readonly layers: number; readonly stages: number })
  /** Some stages hold more layers than others, which wait for them: a share of the computation is lost. */
  | (Warning & {
      readonly kind: 'unevenStages'
      readonly layers: number
      readonly stages: number
      readonly lostShare: number
    })
  /** The tensor group reaches beyond the fast fabric. */
  | (Warning & { readonly kind: 'beyondScaleUp'; readonly tensor: number; readonly scaleUpDomain: number })
  /** The pipeline is never full. */
  | (Warning & { readonly kind: 'fewMicroBatches'; readonly microBatches: number; readonly pipeline: number })
