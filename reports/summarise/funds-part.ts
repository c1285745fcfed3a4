import type { FundTable, RunRecord } from '../../agents/index.ts'
import { batchOfRun, QuantileSketch, type QuantileSketchData } from '../../engine/statistics/index.ts'
import type { Part } from './part.ts'
import { Ratio, type RatioSums } from './ratio.ts'
import type { FundsSummary, Quartiles } from './summary.ts'

const measures = {
  tvpi: (funds: FundTable) => funds.tvpi,
  dpi: (funds: FundTable) => funds.dpi,
  irr: (funds: FundTable) => funds.irr,
} as const

type Measure = keyof typeof measures
const measureNames = Object.keys(measures) as Measure[]

const forMeasures = <T>(make: (name: Measure) => T): Readonly<Record<Measure, T>> =>
  Object.fromEntries(measureNames.map((name) => [name, make(name)])) as Record<Measure, T>

export interface FundsState {
  readonly sketches: Readonly<Record<Measure, QuantileSketchData>>
  readonly pooled: RatioSums
}

/** What limited partners got from the firms, with errors in which the runs are the independent unit. */
export class FundsPart implements Part<FundsState> {
  readonly #sketches = forMeasures(() => new QuantileSketch())
  readonly #pooled = new Ratio()

  addRun({ run, funds }: RunRecord): void {
    let paidInUsd = 0
    let valueUsd = 0
    for (let i = 0; i < funds.count; i++) {
      paidInUsd += funds.paidInUsd[i]
      valueUsd += funds.distributedUsd[i] + funds.cashUsd[i] + funds.heldUsd[i]
    }
    this.#pooled.add(valueUsd, paidInUsd)
    for (const name of measureNames)
      for (const value of measures[name](funds))
        if (Number.isFinite(value)) this.#sketches[name].add(value, batchOfRun(run))
  }

  merge(state: FundsState): void {
    this.#pooled.merge(state.pooled)
    for (const name of measureNames) this.#sketches[name].merge(QuantileSketch.fromJSON(state.sketches[name]))
  }

  toState(): FundsState {
    return {
      sketches: forMeasures((name) => this.#sketches[name].toJSON()),
      pooled: this.#pooled.toSums(),
    }
  }

  summarise(): FundsSummary {
    return { ...forMeasures((name) => quartiles(this.#sketches[name])), pooledTvpi: this.#pooled.ratio() }
  }
}

const quartiles = (sketch: QuantileSketch): Quartiles => ({
  count: sketch.count,
  p25: sketch.quantile(0.25),
  p50: sketch.quantile(0.5),
  p75: sketch.quantile(0.75),
})
