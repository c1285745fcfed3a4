import type { RunRecord } from '../../agents/index.ts'
import { estimateProportion } from '../../engine/statistics/index.ts'
import type { Part } from './part.ts'
import { verdictKeys, type Estimate, type VerdictKey } from './summary.ts'

export interface VerdictState {
  readonly runs: number
  /** Runs by verdict, in the order of the codes. */
  readonly counts: readonly number[]
}

/** Bubble or gold mine: the share of runs with each answer. */
export class VerdictPart implements Part<VerdictState> {
  #runs = 0
  readonly #counts = verdictKeys.map(() => 0)

  addRun({ totals }: RunRecord): void {
    this.#runs += 1
    this.#counts[totals.verdict] += 1
  }

  merge(state: VerdictState): void {
    this.#runs += state.runs
    state.counts.forEach((count, code) => (this.#counts[code] += count))
  }

  toState(): VerdictState {
    return { runs: this.#runs, counts: [...this.#counts] }
  }

  summarise(): Readonly<Record<VerdictKey, Estimate>> {
    const [goldMine, productiveBubble, barrenBubble, dud] = this.#counts.map((count) =>
      estimateProportion(count, this.#runs),
    )
    return { goldMine, productiveBubble, barrenBubble, dud }
  }
}
