import type { CompanyClassRecord } from '../../agents/index.ts'
import {
  Moments,
  QuantileSketch,
  type MomentsData,
  type QuantileSketchData,
} from '../../engine/statistics/index.ts'
import type { Company } from '../../scenarios/index.ts'
import { summarisePercentiles } from './distribution.ts'
import { estimateMean, makeEstimate, transformEstimate, unknownEstimate } from './interval.ts'
import type { CompanyClassSummary, CompanyHeadline, Estimate } from './summary.ts'

type AboutClass = Pick<CompanyClassSummary, 'name' | 'kind' | 'shares'>

interface ClassState {
  readonly about: AboutClass
  readonly proceeds: QuantileSketchData
  readonly present: MomentsData
}

export interface CompanyClassesState {
  readonly classes: readonly ClassState[]
  readonly total: MomentsData
}

interface ClassSums {
  readonly about: AboutClass
  readonly proceeds: QuantileSketch
  readonly present: Moments
}

const emptySums = (about: AboutClass): ClassSums => ({
  about,
  proceeds: new QuantileSketch(),
  present: new Moments(),
})

/** What the simulated futures pay each class of the company's cap table of month 0. */
export class CompanyClasses {
  #classes: readonly ClassSums[] = []
  readonly #total = new Moments()

  addRun(classes: readonly CompanyClassRecord[], batch: number): void {
    if (classes.length === 0) return
    if (this.#classes.length === 0) {
      this.#classes = classes.map(({ name, kind, shares }) =>
        emptySums({ name, kind, shares: Number.isFinite(shares) ? shares : null }),
      )
    }
    let total = 0
    classes.forEach(({ proceedsUsd, presentValueUsd }, i) => {
      this.#classes[i].proceeds.add(proceedsUsd, batch)
      this.#classes[i].present.add(presentValueUsd)
      total += presentValueUsd
    })
    this.#total.add(total)
  }

  merge(state: CompanyClassesState): void {
    if (state.classes.length === 0) return
    if (this.#classes.length === 0) this.#classes = state.classes.map(({ about }) => emptySums(about))
    state.classes.forEach(({ proceeds, present }, i) => {
      this.#classes[i].proceeds.merge(QuantileSketch.fromJSON(proceeds))
      this.#classes[i].present.merge(Moments.fromJSON(present))
    })
    this.#total.merge(Moments.fromJSON(state.total))
  }

  toState(): CompanyClassesState {
    return {
      classes: this.#classes.map(({ about, proceeds, present }) => ({
        about,
        proceeds: proceeds.toJSON(),
        present: present.toJSON(),
      })),
      total: this.#total.toJSON(),
    }
  }

  summarise(): readonly CompanyClassSummary[] {
    return this.#classes.map(({ about, proceeds, present }) => {
      const fairValueUsd = estimateMean(present)
      const { shares } = about
      return {
        ...about,
        proceedsUsd: summarisePercentiles(proceeds),
        fairValueUsd,
        fairValuePerShareUsd:
          shares === null ? unknownEstimate : transformEstimate(fairValueUsd, (usd) => usd / shares),
      }
    })
  }

  /** The company's headline against the sum of its classes' fair values. */
  headline({ ask, lastRound }: Company): CompanyHeadline {
    const fairValueUsd = estimateMean(this.#total)
    const usd = ask === null ? (lastRound?.postMoneyUsd ?? null) : ask.postMoneyUsd - ask.amountUsd
    const basis = ask === null ? (lastRound === null ? 'none' : 'last_round') : 'ask'
    return { usd, basis, fairValueUsd, overvaluation: overvaluation(usd, fairValueUsd) }
  }
}

const overvaluation = (headlineUsd: number | null, { estimate, low, high }: Estimate): Estimate => {
  if (headlineUsd === null) return unknownEstimate
  const over = (fairUsd: number | null): number =>
    fairUsd !== null && fairUsd > 0 ? headlineUsd / fairUsd - 1 : Number.NaN
  return makeEstimate(over(estimate), over(high), over(low))
}
