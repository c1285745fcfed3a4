import { QuantileSketch, type QuantileSketchData } from '../../engine/statistics/index.ts'
import { summarisePercentiles } from './distribution.ts'
import { unknownEstimate } from './interval.ts'
import { MultipleLadder } from './multiple-ladder.ts'
import type { RatioSums } from './ratio.ts'
import type { Estimate, Returns } from './summary.ts'

export interface MoneyMultiplesState {
  readonly sketch: QuantileSketchData
  readonly ladder: readonly RatioSums[]
}

/** Money multiples over runs: their percentiles, and how many lose money. */
export class MoneyMultiples {
  readonly #sketch = new QuantileSketch()
  readonly #ladder = new MultipleLadder()

  /** Adds the multiples of one run, of the batch that the run is in. */
  addRun(multiples: readonly number[], batch: number): void {
    for (const multiple of multiples) this.#sketch.add(multiple, batch)
    this.#ladder.addRun(multiples)
  }

  merge(state: MoneyMultiplesState): void {
    this.#sketch.merge(QuantileSketch.fromJSON(state.sketch))
    this.#ladder.merge(state.ladder)
  }

  toState(): MoneyMultiplesState {
    return { sketch: this.#sketch.toJSON(), ladder: this.#ladder.toState() }
  }

  summarise(): Returns {
    return {
      moic: summarisePercentiles(this.#sketch),
      lossShare: this.#ladder.shareBelow(1) ?? unknownEstimate,
      cumulative: this.#ladder.summarise(),
    }
  }

  /** The share that gets less than so many times its money: exact on the ladder's steps, to 0.1 % between them. */
  shareBelow(multiple: number): Estimate {
    return this.#ladder.shareBelow(multiple) ?? this.#sketch.shareBelow(multiple)
  }
}
