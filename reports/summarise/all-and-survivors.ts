import { QuantileSketch, type Interval, type QuantileSketchData } from '../../engine/statistics/index.ts'
import { summariseValues } from './distribution.ts'
import type { ValuePercentiles } from './summary.ts'

export interface AllAndSurvivorsState {
  readonly all: QuantileSketchData
  readonly survivors: QuantileSketchData
}

/** Values of companies twice: with the zeros of the closed ones, and of those that are not closed. */
export class AllAndSurvivors {
  readonly #all = new QuantileSketch()
  readonly #survivors = new QuantileSketch()

  add(value: number, isClosed: boolean, batch: number): void {
    this.#all.add(value, batch)
    if (!isClosed) this.#survivors.add(value, batch)
  }

  merge(state: AllAndSurvivorsState): void {
    this.#all.merge(QuantileSketch.fromJSON(state.all))
    this.#survivors.merge(QuantileSketch.fromJSON(state.survivors))
  }

  toState(): AllAndSurvivorsState {
    return { all: this.#all.toJSON(), survivors: this.#survivors.toJSON() }
  }

  summarise(): { readonly all: ValuePercentiles; readonly survivors: ValuePercentiles } {
    return { all: summariseValues(this.#all), survivors: summariseValues(this.#survivors) }
  }

  /** A percentile over all, zeros included. */
  quantile(share: number): Interval {
    return this.#all.quantile(share)
  }
}
