import type { MemoryUse } from '../memory/memory-use.ts'
import type { Layout } from '../plan/layout.ts'
import type { Spread } from './spread.ts'

/** Shares of the billed hours, by what they went into; they add to 1. */
export interface Breakdown {
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

/** What a training run takes. Hours are billed ones: failures, restarts and lost work are in. */
export interface TrainingEstimate {
  /** Model FLOP of the whole run: matrix products forward and backward, attention in full, no recomputation. */
  readonly flop: number
  readonly acceleratorCount: number
  readonly layout: Layout
  /** True if the whole layout was given. */
  readonly isLayoutGiven: boolean
  /** False if no layout fits into memory; `memory` is then that of the one that comes nearest. */
  readonly fits: boolean
  readonly memoryBytes: Spread
  readonly memory: MemoryUse
  readonly stepSeconds: Spread
  /** A step as a benchmark of the layout would measure it, before what practice makes of it. */
  readonly benchmarkStepSeconds: number
  /** Model FLOP utilisation of a step, attention counted in full, over the dense peak of the number format. */
  readonly mfu: Spread
  readonly tflopsPerGpu: Spread
  /** Productive over billed time. */
  readonly goodput: number
  readonly gpuHours: Spread
  readonly wallDays: Spread
  /** Energy of the accelerators' servers, without the building's overhead. */
  readonly energyMwh: Spread
  readonly breakdown: Breakdown
}
