import type { CompanyRecord, RunRecord } from '../../agents/index.ts'
import {
  batchOfRun,
  estimateProportion,
  QuantileSketch,
  type Interval,
  type QuantileSketchData,
} from '../../engine/statistics/index.ts'
import type { Company } from '../../scenarios/index.ts'
import { outcomes } from '../../scenarios/vocabulary.ts'
import { AllAndSurvivors, type AllAndSurvivorsState } from './all-and-survivors.ts'
import { CompanyClasses, type CompanyClassesState } from './company-classes.ts'
import { CompanyFate, type FateState } from './company-fate.ts'
import { summariseValues } from './distribution.ts'
import { unknownEstimate } from './interval.ts'
import { MoneyMultiples, type MoneyMultiplesState } from './money-multiples.ts'
import type { Part } from './part.ts'
import type { CompanySummary, Curve, Estimate } from './summary.ts'

/** Numbers of the company that not every run has; their medians are reported. */
const sometimes = {
  runwayMonthsAt12: (company: CompanyRecord) => company.runwayMonthsAt12,
  nextRoundMonth: (company: CompanyRecord) => company.nextRoundMonth,
  nextRoundAmountUsd: (company: CompanyRecord) => company.nextRoundAmountUsd,
  nextRoundPostMoneyUsd: (company: CompanyRecord) => company.nextRoundPostMoneyUsd,
} as const

type SometimesName = keyof typeof sometimes
const sometimesNames = Object.keys(sometimes) as SometimesName[]

export interface CompanyState {
  readonly fate: FateState
  readonly value: AllAndSurvivorsState
  readonly fundamental: QuantileSketchData
  readonly multiples: MoneyMultiplesState
  readonly classes: CompanyClassesState
  readonly sometimes: Readonly<Record<SometimesName, QuantileSketchData>>
  /** Runs, and runs not closed, that end below the asked post-money; 0 without an ask. */
  readonly belowAsk: number
  readonly survivorsBelowAsk: number
  readonly survivors: number
}

const closedCode = outcomes.indexOf('closed')
const forSometimes = <T>(make: (name: SometimesName) => T): Readonly<Record<SometimesName, T>> =>
  Object.fromEntries(sometimesNames.map((name) => [name, make(name)])) as Record<SometimesName, T>

/** What becomes of the scenario's own company. */
export class CompanyPart implements Part<CompanyState> {
  readonly #company: Company
  readonly #fate: CompanyFate
  readonly #value = new AllAndSurvivors()
  readonly #fundamental = new QuantileSketch()
  readonly #multiples = new MoneyMultiples()
  readonly #classes = new CompanyClasses()
  readonly #sometimes = forSometimes(() => new QuantileSketch())
  #belowAsk = 0
  #survivorsBelowAsk = 0
  #survivors = 0

  constructor(company: Company, horizonMonths: number) {
    this.#company = company
    this.#fate = new CompanyFate(horizonMonths)
  }

  addRun({ run, company }: RunRecord): void {
    if (company === null) return
    const batch = batchOfRun(run)
    this.#fate.add(company)
    this.#addValue(company, batch)
    this.#classes.addRun(company.classes, batch)
    const { fundamentalValueUsd, moicAtAsk } = company
    if (Number.isFinite(fundamentalValueUsd)) this.#fundamental.add(fundamentalValueUsd, batch)
    this.#multiples.addRun(Number.isFinite(moicAtAsk) ? [moicAtAsk] : [], batch)
    for (const name of sometimesNames) {
      const value = sometimes[name](company)
      if (Number.isFinite(value)) this.#sometimes[name].add(value, batch)
    }
  }

  merge(state: CompanyState): void {
    this.#fate.merge(state.fate)
    this.#value.merge(state.value)
    this.#fundamental.merge(QuantileSketch.fromJSON(state.fundamental))
    this.#multiples.merge(state.multiples)
    this.#classes.merge(state.classes)
    for (const name of sometimesNames)
      this.#sometimes[name].merge(QuantileSketch.fromJSON(state.sometimes[name]))
    this.#belowAsk += state.belowAsk
    this.#survivorsBelowAsk += state.survivorsBelowAsk
    this.#survivors += state.survivors
  }

  toState(): CompanyState {
    return {
      fate: this.#fate.toState(),
      value: this.#value.toState(),
      fundamental: this.#fundamental.toJSON(),
      multiples: this.#multiples.toState(),
      classes: this.#classes.toState(),
      sometimes: forSometimes((name) => this.#sometimes[name].toJSON()),
      belowAsk: this.#belowAsk,
      survivorsBelowAsk: this.#survivorsBelowAsk,
      survivors: this.#survivors,
    }
  }

  summarise(): CompanySummary {
    const { name, arrUsd, ask } = this.#company
    return {
      name,
      arrUsd,
      askUsd: ask?.amountUsd ?? null,
      askPostMoneyUsd: ask?.postMoneyUsd ?? null,
      survival: this.#fate.survival(),
      outcomes: this.#fate.outcomes(),
      outcomesByMonth: this.#fate.outcomesByMonth(),
      runwayMonthsAt12: this.#median('runwayMonthsAt12'),
      nextRound: this.#nextRound(),
      valueUsd: this.#value.summarise(),
      fundamentalValueUsd: summariseValues(this.#fundamental),
      askRank: this.#askRank(),
      returns: this.#multiples.summarise(),
      classes: this.#classes.summarise(),
      headline: this.#classes.headline(this.#company),
    }
  }

  survival(): Curve {
    return this.#fate.survival()
  }

  quantile(share: number): Interval {
    return this.#value.quantile(share)
  }

  shareBelow(multiple: number): Estimate {
    return this.#multiples.shareBelow(multiple)
  }

  #addValue({ outcome, horizonValueUsd }: CompanyRecord, batch: number): void {
    const isClosed = outcome === closedCode
    const isBelow = this.#company.ask !== null && horizonValueUsd < this.#company.ask.postMoneyUsd
    this.#value.add(horizonValueUsd, isClosed, batch)
    if (isBelow) this.#belowAsk += 1
    if (isBelow && !isClosed) this.#survivorsBelowAsk += 1
    if (!isClosed) this.#survivors += 1
  }

  #median(name: SometimesName): Estimate {
    return this.#sometimes[name].quantile(0.5)
  }

  #nextRound(): CompanySummary['nextRound'] {
    return {
      probability: estimateProportion(this.#sometimes.nextRoundMonth.count, this.#fate.runs),
      month: this.#median('nextRoundMonth'),
      amountUsd: this.#median('nextRoundAmountUsd'),
      postMoneyUsd: this.#median('nextRoundPostMoneyUsd'),
    }
  }

  #askRank(): CompanySummary['askRank'] {
    if (this.#company.ask === null) return { all: unknownEstimate, survivors: unknownEstimate }
    return {
      all: estimateProportion(this.#belowAsk, this.#fate.runs),
      survivors: estimateProportion(this.#survivorsBelowAsk, this.#survivors),
    }
  }
}
