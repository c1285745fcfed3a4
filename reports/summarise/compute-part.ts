import type { RunRecord } from '../../agents/index.ts'
import { Moments, type MomentsData } from '../../engine/statistics/index.ts'
import { estimateMean } from './interval.ts'
import type { Part } from './part.ts'
import { Ratio, type RatioSums } from './ratio.ts'
import type { Summary } from './summary.ts'

export interface ComputeState {
  readonly gpuHours: MomentsData
  readonly spendUsd: MomentsData
  readonly shareOfCosts: RatioSums
}

/** What startups used and paid of GPUs in a run, and its share of everything they paid out. */
export class ComputePart implements Part<ComputeState> {
  readonly #gpuHours = new Moments()
  readonly #spendUsd = new Moments()
  readonly #shareOfCosts = new Ratio()

  addRun({ totals }: RunRecord): void {
    this.#gpuHours.add(totals.gpuHours)
    this.#spendUsd.add(totals.gpuSpendUsd)
    this.#shareOfCosts.add(totals.gpuSpendUsd, totals.costsUsd)
  }

  merge(state: ComputeState): void {
    this.#gpuHours.merge(Moments.fromJSON(state.gpuHours))
    this.#spendUsd.merge(Moments.fromJSON(state.spendUsd))
    this.#shareOfCosts.merge(state.shareOfCosts)
  }

  toState(): ComputeState {
    return {
      gpuHours: this.#gpuHours.toJSON(),
      spendUsd: this.#spendUsd.toJSON(),
      shareOfCosts: this.#shareOfCosts.toSums(),
    }
  }

  summarise(): Summary['compute'] {
    return {
      gpuHours: estimateMean(this.#gpuHours),
      spendUsd: estimateMean(this.#spendUsd),
      shareOfCosts: this.#shareOfCosts.ratio(),
    }
  }
}
