import type { RunRecord } from '../../agents/index.ts'
import { outcomes } from '../../scenarios/vocabulary.ts'
import type { Part } from './part.ts'
import { Ratio, type RatioSums } from './ratio.ts'
import type { OutcomeKey, OutcomeShares } from './summary.ts'

/** The outcome of a code, as the summary spells it. */
export const outcomeKeyOf: readonly OutcomeKey[] = outcomes.map((outcome) =>
  outcome === 'acqui_hired' ? 'acquiHired' : outcome,
)

export type OutcomeState = Readonly<Record<OutcomeKey, RatioSums>>

/** Where the startups stand at the horizon: the share of each outcome. */
export class OutcomePart implements Part<OutcomeState> {
  readonly #ratios: Readonly<Record<OutcomeKey, Ratio>> = {
    closed: new Ratio(),
    acquiHired: new Ratio(),
    acquired: new Ratio(),
    listed: new Ratio(),
    private: new Ratio(),
  }

  addRun({ startups }: RunRecord): void {
    const counts = new Float64Array(outcomes.length)
    for (let i = 0; i < startups.count; i++) counts[startups.outcome[i]] += 1
    outcomeKeyOf.forEach((key, code) => this.#ratios[key].add(counts[code], startups.count))
  }

  merge(state: OutcomeState): void {
    for (const key of outcomeKeyOf) this.#ratios[key].merge(state[key])
  }

  toState(): OutcomeState {
    return this.#collect((ratio) => ratio.toSums())
  }

  summarise(): OutcomeShares {
    return this.#collect((ratio) => ratio.share())
  }

  #collect<T>(read: (ratio: Ratio) => T): Readonly<Record<OutcomeKey, T>> {
    const { closed, acquiHired, acquired, listed, private: stillPrivate } = this.#ratios
    return {
      closed: read(closed),
      acquiHired: read(acquiHired),
      acquired: read(acquired),
      listed: read(listed),
      private: read(stillPrivate),
    }
  }
}
