import type { PublishedFacts, PublishedQuantity } from '../../engine/cost/index.ts'
import type { StandIn } from './read-machine.ts'
import type { SkipReason } from './skip-reason.ts'

/** What was measured, in our units; null where the row does not say. */
export type Reported = Readonly<Record<PublishedQuantity, number | null>>

/** How well a run is documented: `A` well, `B` usable; null for what has no mark. It groups summaries, nothing else. */
export type Tier = 'A' | 'B' | null

/** What tells a row apart and groups it. Nothing of it is read by a prediction, but `set` through its readings. */
export interface RowIdentity {
  /** Place in the file, from 0. */
  readonly index: number
  readonly id: string
  readonly set: string | null
  readonly tier: Tier
  readonly kind: 'run' | 'throughput'
  /** True if its energy is said to be measured; hours times an assumed power prove nothing. Scores alone read it. */
  readonly isEnergyMeasured: boolean
}

/** One quantity of a row that is left out, and why. */
export interface Withheld {
  readonly quantity: PublishedQuantity
  readonly reason: SkipReason
}

/** A row that can be predicted. */
export interface PublishedRow extends RowIdentity {
  readonly facts: PublishedFacts
  readonly reported: Reported
  /** True if it was tried and ran out of memory; null where the row does not say. */
  readonly isOutOfMemory: boolean | null
  /** Quantities that are not predicted although the facts would allow it. */
  readonly unpredicted: readonly Withheld[]
  /** Outcomes that cannot be used; the prediction is made all the same. */
  readonly unusable: readonly Withheld[]
  /** The accelerator that stands for the one that was used, if another one does, and why. */
  readonly standIn: StandIn | null
}

/** A row that cannot. `reported` says what a prediction would have been compared with. */
export interface SkippedRow extends RowIdentity {
  readonly reason: SkipReason
  readonly reported: Reported
}
