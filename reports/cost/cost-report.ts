import type { Layout, Spread, Transformer } from '../../engine/cost/index.ts'
import type { Commitment, RunKind } from '../../scenarios/index.ts'
import type { AssumptionName, LineName, WarningName } from './cost-messages.ts'

/** Shares of the billed hours, by what they went into; they add to 1. */
export interface CostBreakdown {
  readonly compute: number
  readonly memoryBound: number
  readonly tensor: number
  readonly pipeline: number
  readonly data: number
  readonly expert: number
  readonly recompute: number
  readonly checkpoint: number
  readonly failures: number
}

/** Bytes on the fullest accelerator; the parts add to `total`. */
export interface CostMemory {
  readonly parameters: number
  readonly gradients: number
  readonly optimizer: number
  readonly activations: number
  readonly buffers: number
  readonly total: number
}

/** What an hour of one accelerator costs. */
export interface OfferPrice {
  readonly usdPerGpuHour: Spread
  readonly commitment: Commitment
  readonly source: string
  /** Month of the price, `2026-05`. */
  readonly date: string
  /** True if no quote is near the date, or none is of this accelerator. */
  readonly isExtrapolated: boolean
  /** True if the user named it. */
  readonly isGiven: boolean
}

/** One change of the layout with which a run would fit into memory. */
export interface FitChange {
  readonly part: string
  readonly from: string
  readonly to: string
  readonly gpus: number
  readonly memoryBytes: number
  /** GPU-hours of a step over those of the layout that does not fit, less 1. */
  readonly slowdown: number
}

/** Serving the model on accelerators of an offer, at the offer's price. */
export interface Serving {
  /** Accelerators of one fast fabric that share a copy of the model. */
  readonly gpus: number
  /** Number format of products. */
  readonly precision: string
  /** Bytes of all weights. */
  readonly weightBytes: number
  readonly usdPerMillionInput: Spread
  readonly usdPerMillionOutput: Spread
  /** Tokens written a second by each accelerator while it has work. */
  readonly tokensPerSecondPerGpu: Spread
  /** Answers written side by side. */
  readonly batch: number
  /** What holds up the writing of tokens. */
  readonly bound: 'compute' | 'memory'
  /** Tokens of a request and of its answer. */
  readonly inputTokens: number
  readonly outputTokens: number
  /** Share of the paid hours in which there is work. */
  readonly utilisation: Spread
}

/** Serving the model made smaller in one way. */
export interface CompressedServing {
  /** As it was asked for: `int4`. */
  readonly name: string
  readonly weightBytes: number
  /** Null where `problem` says why. */
  readonly serving: Serving | null
  /** The accelerator does not multiply in the format, or one fast fabric of them does not hold the weights. */
  readonly problem: 'format' | 'memory' | null
  /** Share of the score on benchmarks that is lost. */
  readonly qualityLoss: Spread
  readonly source: string
}

/** What training in another number format than the usual one changes. */
export interface PrecisionEffect {
  readonly from: string
  /** Speed of the largest products against `from`. */
  readonly productSpeedup: number
  /** Share of the score on benchmarks that is lost. */
  readonly qualityLoss: Spread
  readonly source: string
}

/** What the same capability takes later, because methods improve. */
export interface Progress {
  readonly months: number
  /** Month, `2027-05`. */
  readonly date: string
  /** FLOP over those of this run. */
  readonly flopShare: Spread
  readonly source: string
}

/** What the run takes on one kind of accelerator. */
export interface CostOffer {
  readonly gpu: string
  readonly gpus: number
  readonly precision: string
  readonly layout: Layout
  /** Tokens of a sequence; 1 for a workload that has none. */
  readonly sequenceLength: number
  /** True if the user fixed all of the layout. */
  readonly isLayoutGiven: boolean
  /** False if no layout fits: time and money are then those of a machine with more memory. */
  readonly fits: boolean
  readonly memoryBytesPerGpu: CostMemory
  readonly memoryBytesPerGpuSpread: Spread
  readonly memoryCapacityBytesPerGpu: number
  readonly waysToFit: readonly FitChange[]
  readonly stepSeconds: Spread
  readonly mfu: Spread
  readonly tflopsPerGpu: Spread
  readonly goodput: number
  /** Billed over undisturbed hours on capacity that may be taken away; 1 elsewhere. */
  readonly spotStretch: number
  /** Hours at the data sheet's peak: a floor that nobody reaches. */
  readonly floorGpuHours: number
  readonly gpuHours: Spread
  readonly wallDays: Spread
  readonly costUsd: Spread
  readonly costPerMillionTokensUsd: Spread | null
  readonly energyMwh: Spread
  readonly tonnesCo2: Spread
  readonly breakdown: CostBreakdown
  readonly price: OfferPrice
  /** Null for the usual number format. */
  readonly precisionEffect: PrecisionEffect | null
  /** Null for a network that writes no text, and where one fast fabric does not hold the weights. */
  readonly serving: Serving | null
  /** The ways that were asked for, each by itself. */
  readonly compression: readonly CompressedServing[]
}

/** What moves the project's cost: its cost with this one at its P10 and P90 and all else at the median. */
export interface CostDriver {
  readonly name: 'repeats' | 'price' | 'hours' | 'work'
  readonly low: number
  readonly high: number
  /** Part of the variance of the cost's logarithm; all add to 1. */
  readonly share: number
}

/** The cheapest offer with all that is computed besides, and with the lines that were asked for. */
export interface CostProject {
  readonly gpu: string
  /** All compute over that of the run that is kept. */
  readonly repeats: Spread
  readonly computeUsd: Spread
  /** Compute and lines. */
  readonly totalUsd: Spread
}

/** A part of the project's bill beside the hours of its accelerators. */
export interface CostLine {
  readonly name: LineName
  readonly costUsd: Spread
  readonly source: string
}

/** A number that the user did not give, and where it is from. */
export interface CostAssumption {
  readonly name: AssumptionName
  /** What it is about, where there are several: the accelerator. */
  readonly of: string
  readonly value: number | string | Spread | Transformer
  readonly source: string
}

/** Something that a reader should know before trusting a number. */
export interface CostWarning {
  readonly name: WarningName
  /** Blanks of its sentence. */
  readonly values: Readonly<Record<string, string>>
}

/** The model as it was understood. */
export interface CostModel {
  /** Id of an architecture or a workload; null for a shape. */
  readonly name: string | null
  readonly parameters: number
  readonly activeParameters: number
  /** True if it writes text token by token; what does not is not served here. */
  readonly isDecoder: boolean
  /** Null for a network that is no transformer. */
  readonly transformer: Transformer | null
}

/** The run as it was understood. */
export interface CostRun {
  readonly name: string | null
  readonly kind: RunKind
  /** Tokens that the model sees, epochs counted; null for a workload without tokens. */
  readonly tokens: number | null
  readonly epochs: number
  readonly date: string
  /** Id of the grid; null if its carbon was given as a number. */
  readonly grid: string | null
  readonly gramsPerKwh: number
  readonly pue: Spread
}

/** What a training run takes on each offer, and what the project around it costs: `froth.cost/1`. */
export interface CostReport {
  readonly model: CostModel
  readonly run: CostRun
  /** Model FLOP of the whole run. */
  readonly flops: number
  readonly offers: readonly CostOffer[]
  /** Index of the cheapest offer that fits; null if none does. */
  readonly cheapest: number | null
  /** The cheapest offer with experiments, failed and repeated runs; null if none fits. */
  readonly project: CostProject | null
  readonly lines: readonly CostLine[]
  readonly drivers: readonly CostDriver[]
  /** One and two years later; empty for kinds of run whose progress nobody measured. */
  readonly progress: readonly Progress[]
  readonly assumptions: readonly CostAssumption[]
  readonly warnings: readonly CostWarning[]
}
