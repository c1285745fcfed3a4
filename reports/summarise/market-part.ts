import type { RunRecord } from '../../agents/index.ts'
import {
  batchOfRun,
  estimateProportion,
  Moments,
  QuantileSketch,
  type MomentsData,
  type QuantileSketchData,
} from '../../engine/statistics/index.ts'
import { estimateMean, transformEstimate } from './interval.ts'
import type { Part } from './part.ts'
import type { MarketSummary } from './summary.ts'

/** One number a run, of which the median is reported; NaN where a run has none. */
const medians = {
  drawdown: ({ totals }: RunRecord) => totals.drawdown,
  peakMispricing: ({ totals }: RunRecord) => totals.peakMispricing,
  peakSentiment: ({ totals }: RunRecord) => totals.peakSentiment,
  residualMultiple: ({ totals }: RunRecord) => totals.residualMultiple,
  publicMultipleAtStart: ({ market }: RunRecord) =>
    market.count > 0 ? market.publicMultiple[0] : Number.NaN,
} as const

type MedianName = keyof typeof medians
const medianNames = Object.keys(medians) as MedianName[]

export interface MarketState {
  readonly runs: number
  readonly collapses: number
  readonly medians: Readonly<Record<MedianName, QuantileSketchData>>
  readonly investedUsd: MomentsData
  readonly startupsFounded: MomentsData
}

const forMedians = <T>(make: (name: MedianName) => T): Readonly<Record<MedianName, T>> =>
  Object.fromEntries(medianNames.map((name) => [name, make(name)])) as Record<MedianName, T>

/** The whole market, one number a run: collapse, drawdown, mispricing, what is left, how much was invested. */
export class MarketPart implements Part<MarketState> {
  #runs = 0
  #collapses = 0
  readonly #sketches = forMedians(() => new QuantileSketch())
  readonly #investedUsd = new Moments()
  readonly #startupsFounded = new Moments()

  addRun(record: RunRecord): void {
    this.#runs += 1
    if (Number.isFinite(record.totals.collapseMonth)) this.#collapses += 1
    for (const name of medianNames) {
      const value = medians[name](record)
      if (Number.isFinite(value)) this.#sketches[name].add(value, batchOfRun(record.run))
    }
    this.#investedUsd.add(record.totals.investedUsd)
    this.#startupsFounded.add(record.startups.count)
  }

  merge(state: MarketState): void {
    this.#runs += state.runs
    this.#collapses += state.collapses
    for (const name of medianNames) this.#sketches[name].merge(QuantileSketch.fromJSON(state.medians[name]))
    this.#investedUsd.merge(Moments.fromJSON(state.investedUsd))
    this.#startupsFounded.merge(Moments.fromJSON(state.startupsFounded))
  }

  toState(): MarketState {
    return {
      runs: this.#runs,
      collapses: this.#collapses,
      medians: forMedians((name) => this.#sketches[name].toJSON()),
      investedUsd: this.#investedUsd.toJSON(),
      startupsFounded: this.#startupsFounded.toJSON(),
    }
  }

  summarise(): MarketSummary {
    const { drawdown, peakMispricing, ...others } = forMedians((name) => this.#sketches[name].quantile(0.5))
    return {
      collapseShare: estimateProportion(this.#collapses, this.#runs),
      drawdown,
      peakMispricing,
      peakPriceToValue: transformEstimate(peakMispricing, Math.exp),
      ...others,
      investedUsd: estimateMean(this.#investedUsd),
      startupsFounded: estimateMean(this.#startupsFounded),
    }
  }
}
