import type { RunRecord, StartupTable } from '../../agents/index.ts'
import { batchOfRun, type Interval } from '../../engine/statistics/index.ts'
import { outcomes } from '../../scenarios/vocabulary.ts'
import { AllAndSurvivors, type AllAndSurvivorsState } from './all-and-survivors.ts'
import type { Part } from './part.ts'
import type { Summary } from './summary.ts'

export interface ValuationState {
  readonly postMoneyUsd: AllAndSurvivorsState
  readonly fairValueUsd: AllAndSurvivorsState
}

const privateCode = outcomes.indexOf('private')
const closedCode = outcomes.indexOf('closed')
const finiteOrZero = (value: number): number => (Number.isFinite(value) ? value : 0)

/** What a startup is worth at the horizon by fair value: 0 if closed, proceeds if sold or listed. */
const fairValueOf = (startups: StartupTable, i: number): number => {
  const outcome = startups.outcome[i]
  if (outcome === closedCode) return 0
  return finiteOrZero(outcome === privateCode ? startups.fairValueUsd[i] : startups.exitUsd[i])
}

/** The same at headline prices: a private startup at its last post-money, or its fair value if it never had a round. */
const headlineValueOf = (startups: StartupTable, i: number): number => {
  const postMoney = startups.lastPostMoneyUsd[i]
  const isPriced = startups.outcome[i] === privateCode && Number.isFinite(postMoney)
  return isPriced ? postMoney : fairValueOf(startups, i)
}

/** What startups are worth at the horizon, at headline prices and by fair value. */
export class ValuationPart implements Part<ValuationState> {
  readonly #postMoneyUsd = new AllAndSurvivors()
  readonly #fairValueUsd = new AllAndSurvivors()

  addRun({ run, startups }: RunRecord): void {
    const batch = batchOfRun(run)
    for (let i = 0; i < startups.count; i++) {
      const isClosed = startups.outcome[i] === closedCode
      this.#postMoneyUsd.add(headlineValueOf(startups, i), isClosed, batch)
      this.#fairValueUsd.add(fairValueOf(startups, i), isClosed, batch)
    }
  }

  merge(state: ValuationState): void {
    this.#postMoneyUsd.merge(state.postMoneyUsd)
    this.#fairValueUsd.merge(state.fairValueUsd)
  }

  toState(): ValuationState {
    return { postMoneyUsd: this.#postMoneyUsd.toState(), fairValueUsd: this.#fairValueUsd.toState() }
  }

  summarise(): Summary['valuation'] {
    return { postMoneyUsd: this.#postMoneyUsd.summarise(), fairValueUsd: this.#fairValueUsd.summarise() }
  }

  /** A percentile of headline values over all startups. */
  quantile(share: number): Interval {
    return this.#postMoneyUsd.quantile(share)
  }
}
