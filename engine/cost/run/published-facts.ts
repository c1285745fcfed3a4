import type { Accelerator, Precision } from '../plan/accelerator.ts'
import type { Layout } from '../plan/layout.ts'
import type { Software } from '../plan/software.ts'
import type { Transformer } from '../plan/transformer.ts'
import type { KnownShape } from '../plan/typical-transformer.ts'

/**
 * What a published run or benchmark says of itself before anything is measured: all that a prediction may read. Names
 * of models and people, and every outcome, are left out, so that no prediction can see them.
 */
export interface PublishedFacts {
  readonly accelerator: Accelerator
  /** True if `accelerator` is only the nearest relative of the one that was used: intervals widen. */
  readonly isRelative: boolean
  /** Deviation of the logarithm of its speed if it is not even a relative but the usual one of the year; else 0. */
  readonly machineDeviation: number
  /** True if the program is told by more than the row: its intervals are narrower. */
  readonly isProgramKnown: boolean
  readonly acceleratorCount: number | null
  /** The whole shape, where the row or a published architecture gives it. */
  readonly transformer: Transformer | null
  /** What is known of the shape otherwise; null for no number of weights. */
  readonly shape: KnownShape | null
  readonly precision: Precision
  /** With a fraction where a date is given. */
  readonly year: number
  /** Null for a benchmark of some steps. */
  readonly tokens: number | null
  /** Work a token against one plain pass forward and backward. */
  readonly workFactor: number
  /** Degrees that are given, and the batch; all of them for most benchmarks. */
  readonly layout: Partial<Layout>
  readonly software: Partial<Software>
  /** Energy of the building over that of the machines; null where it is not said. */
  readonly pue: number | null
}

/** What of a row is predicted. */
export const publishedQuantities = ['gpuHours', 'stepSeconds', 'memoryBytes', 'mfu', 'energyMwh'] as const
export type PublishedQuantity = (typeof publishedQuantities)[number]
