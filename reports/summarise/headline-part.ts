import type { RunRecord } from '../../agents/index.ts'
import { transformEstimate } from './interval.ts'
import type { Part } from './part.ts'
import { Ratio, type RatioSums } from './ratio.ts'
import type { Estimate, HeadlineSummary } from './summary.ts'

/** Post-money from which a company is called a unicorn. */
const unicornUsd = 1e9

export interface HeadlineState {
  readonly all: RatioSums
  readonly unicorns: RatioSums
}

/** How far headline prices of rounds lie above contract-based fair values. */
export class HeadlinePart implements Part<HeadlineState> {
  readonly #all = new Ratio()
  readonly #unicorns = new Ratio()

  addRun({ rounds }: RunRecord): void {
    const sums = { all: 0, allCount: 0, unicorns: 0, unicornCount: 0 }
    for (let i = 0; i < rounds.count; i++) {
      const ratio = rounds.postMoneyUsd[i] / rounds.fairValueUsd[i]
      if (!Number.isFinite(ratio)) continue
      sums.all += ratio
      sums.allCount += 1
      if (rounds.postMoneyUsd[i] < unicornUsd) continue
      sums.unicorns += ratio
      sums.unicornCount += 1
    }
    this.#all.add(sums.all, sums.allCount)
    this.#unicorns.add(sums.unicorns, sums.unicornCount)
  }

  merge(state: HeadlineState): void {
    this.#all.merge(state.all)
    this.#unicorns.merge(state.unicorns)
  }

  toState(): HeadlineState {
    return { all: this.#all.toSums(), unicorns: this.#unicorns.toSums() }
  }

  summarise(): HeadlineSummary {
    return {
      rounds: this.#all.toSums().n,
      overvaluation: overvaluation(this.#all),
      unicornRounds: this.#unicorns.toSums().n,
      unicornOvervaluation: overvaluation(this.#unicorns),
    }
  }
}

const overvaluation = (ratio: Ratio): Estimate => transformEstimate(ratio.ratio(), (value) => value - 1)
