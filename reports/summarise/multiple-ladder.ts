import { Ratio, type RatioSums } from './ratio.ts'
import type { Estimate, ShareBelow } from './summary.ts'

/** The multiples of money for which a study reports how many get less. */
export const standardMultiples: readonly number[] = [
  0.01, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10, 20, 50, 100,
]

/**
 * Counts, run by run, how many money multiples lie below each step of a ladder. Exact at any number of runs, where a
 * histogram would split those who get exactly their money back.
 */
export class MultipleLadder {
  readonly #ratios: readonly Ratio[] = standardMultiples.map(() => new Ratio())

  /** Adds the multiples of one run. */
  addRun(multiples: readonly number[]): void {
    standardMultiples.forEach((step, i) => {
      let below = 0
      for (const multiple of multiples) if (multiple < step) below += 1
      this.#ratios[i].add(below, multiples.length)
    })
  }

  merge(state: readonly RatioSums[]): void {
    state.forEach((sums, i) => this.#ratios[i].merge(sums))
  }

  toState(): readonly RatioSums[] {
    return this.#ratios.map((ratio) => ratio.toSums())
  }

  summarise(): readonly ShareBelow[] {
    return standardMultiples.map((multiple, i) => ({ multiple, below: this.#ratios[i].share() }))
  }

  /** The share below a step of the ladder; null if there is no such step. */
  shareBelow(multiple: number): Estimate | null {
    const step = standardMultiples.indexOf(multiple)
    return step < 0 ? null : this.#ratios[step].share()
  }
}
