import type { Transformer } from '../../engine/cost/index.ts'
import type { HardwareWish, PlanProblem } from '../../scenarios/index.ts'
import type { CostModel, CostOffer, CostReport, CostWarning } from './cost-report.ts'
import type { KindWork } from './work-of-kind.ts'

/** What the two kinds of run give: transformers and built-in networks. */
export interface PricedRun {
  readonly model: CostModel
  /** The shape, where some of it was made up, and what the model is from. */
  readonly assumed: { readonly transformer: Transformer | null; readonly modelSource: string }
  readonly flops: number
  readonly tokens: number | null
  readonly epochs: number
  readonly offers: readonly CostOffer[]
  /** The wish that each offer answers. */
  readonly wishes: readonly HardwareWish[]
  readonly work: KindWork
  readonly warnings: readonly CostWarning[]
}

export type PricedResult =
  | { readonly ok: true; readonly run: PricedRun }
  | { readonly ok: false; readonly problems: readonly PlanProblem[] }

/** A plan worked out, or what is wrong with it. */
export type CostResult =
  | { readonly ok: true; readonly report: CostReport }
  | { readonly ok: false; readonly problems: readonly PlanProblem[] }
