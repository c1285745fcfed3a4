import type { CompanyRecord } from '../../agents/index.ts'
import { estimateProportion } from '../../engine/statistics/index.ts'
import { outcomes } from '../../scenarios/vocabulary.ts'
import { outcomeKeyOf } from './outcome-part.ts'
import type { Curve, OutcomeKey, OutcomeShares, OutcomesByMonth } from './summary.ts'

export interface FateState {
  readonly runs: number
  /** Ends after month k - 1 and up to month k: [outcome code][k]. */
  readonly ends: readonly (readonly number[])[]
}

const privateCode = outcomes.indexOf('private')
const closedCode = outcomes.indexOf('closed')

/** Month by month, what became of the one company in all runs: plain shares of runs, which are independent. */
export class CompanyFate {
  #runs = 0
  readonly #ends: readonly Float64Array[]
  readonly #months: readonly number[]

  constructor(horizonMonths: number) {
    this.#months = Array.from({ length: Math.ceil(horizonMonths) + 1 }, (_, month) => month)
    this.#ends = outcomes.map(() => new Float64Array(this.#months.length))
  }

  get runs(): number {
    return this.#runs
  }

  add({ outcome, outcomeMonth }: CompanyRecord): void {
    this.#runs += 1
    if (outcome === privateCode) return
    const month = Math.min(this.#months.length - 1, Math.max(0, Math.ceil(outcomeMonth)))
    this.#ends[outcome][month] += 1
  }

  merge(state: FateState): void {
    this.#runs += state.runs
    state.ends.forEach((counts, code) => counts.forEach((count, month) => (this.#ends[code][month] += count)))
  }

  toState(): FateState {
    return { runs: this.#runs, ends: this.#ends.map((counts) => [...counts]) }
  }

  survival(): Curve {
    const closed = this.#reached(closedCode)
    const points = closed.map((count) => estimateProportion(this.#runs - count, this.#runs))
    return {
      months: this.#months,
      estimate: points.map((point) => point.estimate),
      low: points.map((point) => point.low),
      high: points.map((point) => point.high),
    }
  }

  outcomesByMonth(): OutcomesByMonth {
    const shares = outcomes.map((_, code) => this.#reached(code).map((count) => this.#share(count)))
    const byKey = Object.fromEntries(outcomeKeyOf.map((key, code) => [key, shares[code]]))
    return { months: this.#months, ...(byKey as Record<OutcomeKey, (number | null)[]>) }
  }

  outcomes(): OutcomeShares {
    const last = this.#months.length - 1
    const shares = outcomes.map((_, code) => estimateProportion(this.#reached(code)[last], this.#runs))
    return Object.fromEntries(outcomeKeyOf.map((key, code) => [key, shares[code]])) as OutcomeShares
  }

  #share(count: number): number | null {
    return this.#runs === 0 ? null : count / this.#runs
  }

  /** Runs in which the company has reached an outcome by each month; for `private`, in which it has reached none. */
  #reached(code: number): readonly number[] {
    if (code === privateCode) {
      const ended = outcomes.map((_, other) => (other === privateCode ? [] : this.#reached(other)))
      return this.#months.map((month) =>
        ended.reduce((left, reached) => left - (reached[month] ?? 0), this.#runs),
      )
    }
    let sum = 0
    return Array.from(this.#ends[code], (count) => (sum += count))
  }
}
