import type { Precision } from '../../engine/cost/index.ts'
import type { Commitment } from '../price-book/commitment.ts'
import type { CompressionWish } from './compression-wish.ts'

/** What a training run is for. */
export const runKinds = ['pretrain', 'finetune', 'lora', 'distill', 'posttrain'] as const
export type RunKind = (typeof runKinds)[number]

/** What of the forward pass may be computed again. */
export const recomputes = ['none', 'selective', 'full'] as const

/** Number formats that a file may name; the type keeps the list complete. */
export const precisionNames = ['fp32', 'tf32', 'fp16', 'bf16', 'fp8', 'fp4'] as const satisfies Precision[]

/** Accelerators that are compared when none is named. */
export const usualAccelerators = ['H100-SXM', 'H200-SXM', 'B200-SXM', 'A100-SXM-80GB'] as const

/** The same for a built-in workload: networks so small that a cheap accelerator waits no longer than a dear one. */
export const usualSmallAccelerators = ['L4', 'A10G', 'RTX4090', 'A100-SXM-80GB'] as const

/** A number that may be known to a spread; the three are equal where it is certain. */
export interface Spread {
  readonly p10: number
  readonly p50: number
  readonly p90: number
}

/** What is said of a model's shape; what is left out is typical, or the catalogue's. */
export interface ShapeWish {
  readonly parameters?: number
  readonly activeParameters?: number
  readonly layers?: number
  readonly hidden?: number
  readonly heads?: number
  readonly keyValueHeads?: number
  readonly headSize?: number
  readonly feedForward?: number
  readonly gated?: boolean
  readonly vocabulary?: number
  readonly tiedEmbeddings?: boolean
  readonly sequenceLength?: number
  readonly experts?: number
  readonly activeExperts?: number
  readonly sharedExperts?: number
  readonly expertWidth?: number
  readonly denseLayers?: number
}

/** What is trained: a published architecture, a built-in workload, or a shape. */
export interface ModelWish {
  /** Id in the catalogue of architectures. */
  readonly architecture: string | null
  readonly workload: string | null
  readonly shape: ShapeWish
}

/** How it is trained. What is null is typical. */
export interface RunWish {
  /** Tokens of the data, each counted once; null for a workload that brings its own. */
  readonly tokens: number | null
  readonly epochs: number
  /** Tokens a step. */
  readonly batchTokens: number | null
  readonly precision: Precision | null
  readonly kind: RunKind
  /** Month of prices and software, `2026-03`. */
  readonly date: string | null
  /** A distillation teacher's weights that one token meets. */
  readonly teacherParameters: number | null
  /** Compute of the whole project over that of the run that is kept; null for what is usual. */
  readonly repeats: Spread | null
}

/** Machines to be priced. */
export interface HardwareWish {
  /** Id in the table of accelerators. */
  readonly gpu: string
  /** False if it stands for the user, who named none. */
  readonly isNamed: boolean
  readonly count: number | null
  readonly usdPerGpuHour: Spread | null
  readonly commitment: Commitment
  /** Network between servers, bytes a second each accelerator has in one direction; null for the usual one. */
  readonly networkBytesPerSecond: number | null
}

/** Parts of the layout that are fixed; the rest is searched. */
export interface LayoutWish {
  readonly tensor?: number
  readonly pipeline?: number
  readonly data?: number
  readonly expert?: number
  readonly context?: number
  readonly zero?: 0 | 1 | 2 | 3
  readonly interleave?: number
  readonly recompute?: (typeof recomputes)[number]
  readonly sequenceParallel?: boolean
  readonly microBatch?: number
}

/** Parts of a bill beside the hours of the accelerators. */
export const billLines = ['storage', 'network', 'data', 'staff', 'tuning', 'support'] as const
export type BillLine = (typeof billLines)[number]

/** What comes on top of the machines' own energy and price. */
export interface OverheadWish {
  readonly pue: Spread | null
  /** Id of a grid, or grams of CO2 equivalent a kilowatt-hour. */
  readonly grid: string | number | null
  /** The lines that are asked for: US dollars, or null for what is usual. */
  readonly lines: ReadonlyMap<BillLine, number | null>
}

/** A training run to be priced, and what it may run on: a cost file with the flags laid over it, all checked. */
export interface CostPlan {
  readonly name: string | null
  readonly model: ModelWish
  readonly run: RunWish
  /** At least one. */
  readonly hardware: readonly HardwareWish[]
  readonly layout: LayoutWish
  readonly overheads: OverheadWish
  /** Ways to make the model smaller before it is served, each by itself. */
  readonly compression: readonly CompressionWish[]
}
