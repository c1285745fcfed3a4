import type { RunRecord } from '../../agents/index.ts'
import { batchOfRun, SurvivalAccumulator, type SurvivalData } from '../../engine/statistics/index.ts'
import { outcomes } from '../../scenarios/vocabulary.ts'
import type { Part } from './part.ts'
import type { Curve } from './summary.ts'

export type SurvivalState = SurvivalData

const privateCode = outcomes.indexOf('private')
const closedCode = outcomes.indexOf('closed')

/**
 * Survival of startups by age: closing is the event; a startup that is sold (for its team too), listed or still private
 * leaves the count standing. Startups alive at month 0 enter at the age that they then have.
 */
export class SurvivalPart implements Part<SurvivalState> {
  readonly #months: readonly number[]
  readonly #ages = new SurvivalAccumulator()

  constructor(horizonMonths: number) {
    this.#months = Array.from({ length: Math.ceil(horizonMonths) + 1 }, (_, month) => month)
  }

  addRun({ run, horizonMonths, startups }: RunRecord): void {
    const batch = batchOfRun(run)
    for (let i = 0; i < startups.count; i++) {
      const founded = startups.foundedMonth[i]
      const end = startups.outcome[i] === privateCode ? horizonMonths : startups.outcomeMonth[i]
      this.#ages.add(Math.max(0, -founded), end - founded, startups.outcome[i] === closedCode, batch)
    }
  }

  merge(state: SurvivalState): void {
    this.#ages.merge(SurvivalAccumulator.fromJSON(state))
  }

  toState(): SurvivalState {
    return this.#ages.toJSON()
  }

  /** The curve at every whole month of age up to the horizon. */
  survival(): Curve {
    const points = this.#months.map((age) => this.#ages.survivalAt(age))
    return {
      months: this.#months,
      estimate: points.map((point) => point.estimate),
      low: points.map((point) => point.low),
      high: points.map((point) => point.high),
    }
  }
}
