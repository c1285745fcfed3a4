import type { PublishedQuantity, Spread } from '../../engine/cost/index.ts'
import type { RowIdentity, SkipReason } from '../../scenarios/index.ts'

/** One predicted quantity of a row. */
export interface EvaluatedRow extends RowIdentity {
  readonly quantity: PublishedQuantity
  readonly predicted: Spread
  /** What was measured, in our units; null where nobody says. */
  readonly reported: number | null
  /** Predicted middle over what was reported, less 1; null without a report. */
  readonly error: number | null
  /** Accelerator that stands for the one that was used, if another one does. */
  readonly standIn: string | null
  /** Why it does, in a few words. */
  readonly standInReason: string | null
  /** False if its program is guessed from the row itself, or for runs is that of the year. */
  readonly isProgramKnown: boolean
}

/** A row, or one quantity of it, that is not predicted or not compared. */
export interface SkippedEntry extends RowIdentity {
  /** Null for the whole row. */
  readonly quantity: PublishedQuantity | null
  readonly reason: SkipReason
  /** Quantities that this counts as a miss for. */
  readonly missed: readonly PublishedQuantity[]
}

/** How near predictions come to what was reported. Null: too few points, or a quantile that falls on a miss. */
export interface Accuracy {
  /** Points with a report, misses included. */
  readonly n: number
  /** Rows of tier A and B that report it and are not predicted: their error counts as larger than any other. */
  readonly missed: number
  /** Median of |predicted / reported - 1|. */
  readonly median: number | null
  /** Mean of the same, of what was compared. */
  readonly mean: number | null
  readonly p90: number | null
  /** 90th percentile of the larger of predicted / reported and reported / predicted. */
  readonly foldP90: number | null
  /** Median of predicted / reported, of what was compared. */
  readonly bias: number | null
  /** Share of points whose report lies within P10 and P90. */
  readonly coverage: number | null
  /** Median of P90 / P10, of what was compared. */
  readonly width: number | null
}

/** Accuracy of one quantity: of all points, by tier, by set. A group without points is left out. */
export interface QuantityAccuracy {
  readonly all: Accuracy
  readonly A?: Accuracy
  readonly B?: Accuracy
  readonly 'A+B'?: Accuracy
  /** Runs of neither tier. */
  readonly none?: Accuracy
  /** Energies that are said to be measured; the others are hours times an assumed power, or say nothing of it. */
  readonly measured?: Accuracy
  readonly notMeasured?: Accuracy
  readonly sets?: Readonly<Record<string, Accuracy>>
}

/** Verdicts on memory, over points that were tried: those that ran out of it and those whose use was measured. */
export interface MemoryVerdicts {
  readonly tried: number
  readonly outOfMemory: number
  /** Of those that ran out, how many are predicted to. */
  readonly found: number
  /** Points that fitted and are predicted not to. */
  readonly falseAlarms: number
}

/** What of an evaluation is printed. */
export interface Evaluation {
  readonly rowCount: number
  readonly predictedCount: number
  readonly rows: readonly EvaluatedRow[]
  readonly skipped: readonly SkippedEntry[]
  readonly summary: Readonly<Partial<Record<PublishedQuantity, QuantityAccuracy>>>
  readonly memoryVerdicts: MemoryVerdicts | null
}
