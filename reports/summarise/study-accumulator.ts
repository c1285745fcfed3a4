import type { RunRecord } from '../../agents/index.ts'
import type { Gate, Scenario } from '../../scenarios/index.ts'
import { CompanyPart } from './company-part.ts'
import { ComputePart } from './compute-part.ts'
import { curveAt } from './curve-at.ts'
import { FundsPart } from './funds-part.ts'
import { judgeGate, verdictShare } from './gates.ts'
import { HeadlinePart } from './headline-part.ts'
import { transformEstimate } from './interval.ts'
import { MarketPart } from './market-part.ts'
import { OutcomePart } from './outcome-part.ts'
import { OutcomesByAge } from './outcomes-by-age.ts'
import type { TakesRuns } from './part.ts'
import { ReturnsPart } from './returns-part.ts'
import type { Failure, ShardSummary } from './shard-summary.ts'
import type { Estimate, Summary } from './summary.ts'
import { SurvivalPart } from './survival-part.ts'
import { ValuationPart } from './valuation-part.ts'
import { VerdictPart } from './verdict-part.ts'

/** What a study is called; the rest of a summary comes from its runs. */
export interface StudyIdentity {
  readonly id: string
  readonly scenarioSha256: string
  /** Taken from the scenario unless given (a command line may change them). */
  readonly seed?: number
  readonly runs?: number
}

const failuresKept = 10

/**
 * The only summariser: takes in runs, or the summaries of shards, in memory that does not grow with their number, and
 * gives the summary document.
 *
 * The bytes of a summary are the same however the work was divided, if the runs of each shard are added in order to an
 * accumulator of their own and the shard summaries are merged in the order of their index into a fresh one. Merging in
 * order of arrival is good enough for a screen.
 */
export class StudyAccumulator {
  readonly #scenario: Scenario
  readonly #survival: SurvivalPart
  readonly #outcomes = new OutcomePart()
  readonly #ages: OutcomesByAge
  readonly #valuation = new ValuationPart()
  readonly #returns = new ReturnsPart()
  readonly #funds = new FundsPart()
  readonly #headline = new HeadlinePart()
  readonly #verdict = new VerdictPart()
  readonly #compute = new ComputePart()
  readonly #market = new MarketPart()
  readonly #company: CompanyPart | null
  #runs = 0
  #failedRuns = 0
  #events = 0
  #failures: Failure[] = []

  constructor(scenario: Scenario) {
    this.#scenario = scenario
    this.#survival = new SurvivalPart(scenario.horizonMonths)
    this.#ages = new OutcomesByAge(scenario.horizonMonths)
    this.#company =
      scenario.company === null ? null : new CompanyPart(scenario.company, scenario.horizonMonths)
  }

  /** Runs taken in that came to their end. */
  get runs(): number {
    return this.#runs
  }

  get failedRuns(): number {
    return this.#failedRuns
  }

  /** Events handled by all runs taken in. */
  get events(): number {
    return this.#events
  }

  /** The first failures taken in. */
  get failures(): readonly Failure[] {
    return this.#failures
  }

  /** Takes in a run that came to its end after so many events. */
  addRun(record: RunRecord, events: number): void {
    this.#runs += 1
    this.#events += events
    for (const part of this.#parts()) part.addRun(record)
  }

  /** Takes in a run that broke off; it enters no estimate. */
  addFailure(run: number, message: string, events = 0): void {
    this.#failedRuns += 1
    this.#events += events
    if (this.#failures.length < failuresKept) this.#failures.push({ run, message })
  }

  /** Takes in everything that a shard's summary holds. */
  merge(shard: ShardSummary): void {
    this.#runs += shard.runs
    this.#failedRuns += shard.failedRuns
    this.#events += shard.events
    this.#failures = [...this.#failures, ...shard.failures].slice(0, failuresKept)
    this.#survival.merge(shard.survival)
    this.#outcomes.merge(shard.outcomes)
    this.#ages.merge(shard.ages)
    this.#valuation.merge(shard.valuation)
    this.#returns.merge(shard.returns)
    this.#funds.merge(shard.funds)
    this.#headline.merge(shard.headline)
    this.#verdict.merge(shard.verdict)
    this.#compute.merge(shard.compute)
    this.#market.merge(shard.market)
    if (shard.company !== null) this.#company?.merge(shard.company)
  }

  toShardSummary(): ShardSummary {
    return {
      schema: 'froth.shard/1',
      runs: this.#runs,
      failedRuns: this.#failedRuns,
      events: this.#events,
      failures: [...this.#failures],
      survival: this.#survival.toState(),
      outcomes: this.#outcomes.toState(),
      ages: this.#ages.toState(),
      valuation: this.#valuation.toState(),
      returns: this.#returns.toState(),
      funds: this.#funds.toState(),
      headline: this.#headline.toState(),
      verdict: this.#verdict.toState(),
      compute: this.#compute.toState(),
      market: this.#market.toState(),
      company: this.#company?.toState() ?? null,
    }
  }

  /** The summary document of everything taken in so far. */
  summarise(identity: StudyIdentity): Summary {
    const { name, seed, runs, horizonMonths, expect } = this.#scenario
    return {
      schema: 'froth.summary/1',
      id: identity.id,
      scenario: { name, sha256: identity.scenarioSha256 },
      seed: identity.seed ?? seed,
      runs: identity.runs ?? runs,
      failedRuns: this.#failedRuns,
      horizonMonths,
      survival: this.#survival.survival(),
      outcomes: this.#outcomes.summarise(),
      outcomesByAge: this.#ages.summarise(),
      valuation: this.#valuation.summarise(),
      returns: this.#returns.summarise(),
      funds: this.#funds.summarise(),
      headline: this.#headline.summarise(),
      verdict: this.#verdict.summarise(),
      compute: this.#compute.summarise(),
      market: this.#market.summarise(),
      gates: expect.map((gate) => judgeGate(gate, this.measure(gate.metric))),
      ...(this.#company === null ? {} : { company: this.#company.summarise() }),
    }
  }

  /** What a gate claims something about: the company's number where the study follows one, else the market's. */
  measure(metric: Gate['metric']): Estimate {
    const followed = this.#company
    if (metric.kind === 'verdict') return verdictShare(this.#verdict.summarise(), metric.verdict)
    if (metric.kind === 'survival') return curveAt((followed ?? this.#survival).survival(), metric.months)
    if (metric.kind === 'value') return (followed ?? this.#valuation).quantile(metric.percentile / 100)
    const below = (followed ?? this.#returns).shareBelow(metric.multiple)
    return metric.kind === 'moic_below' ? below : complement(below)
  }

  #parts(): readonly TakesRuns[] {
    const always: readonly TakesRuns[] = [
      this.#survival,
      this.#outcomes,
      this.#ages,
      this.#valuation,
      this.#returns,
      this.#funds,
      this.#headline,
      this.#verdict,
      this.#compute,
      this.#market,
    ]
    return this.#company === null ? always : [...always, this.#company]
  }
}

/** 1 minus a share, with the interval turned round. */
const complement = (share: Estimate): Estimate => {
  const { estimate, low, high } = transformEstimate(share, (value) => 1 - value)
  return { estimate, low: high, high: low }
}
