import type { RunRecord } from '../../agents/index.ts'
import { batchOfRun } from '../../engine/statistics/index.ts'
import { MoneyMultiples, type MoneyMultiplesState } from './money-multiples.ts'
import type { Part } from './part.ts'
import type { Estimate, Returns } from './summary.ts'

/** What rounds gave back for each dollar, over all closed rounds that brought new money. */
export class ReturnsPart implements Part<MoneyMultiplesState> {
  readonly #multiples = new MoneyMultiples()

  addRun({ run, rounds }: RunRecord): void {
    const multiples: number[] = []
    for (let i = 0; i < rounds.count; i++) {
      const amount = rounds.amountUsd[i]
      if (amount > 0) multiples.push(rounds.returnedUsd[i] / amount)
    }
    this.#multiples.addRun(multiples, batchOfRun(run))
  }

  merge(state: MoneyMultiplesState): void {
    this.#multiples.merge(state)
  }

  toState(): MoneyMultiplesState {
    return this.#multiples.toState()
  }

  summarise(): Returns {
    return this.#multiples.summarise()
  }

  shareBelow(multiple: number): Estimate {
    return this.#multiples.shareBelow(multiple)
  }
}
