import type { RunRecord } from '../../agents/index.ts'
import { outcomes } from '../../scenarios/vocabulary.ts'
import { outcomeKeyOf } from './outcome-part.ts'
import type { Part } from './part.ts'
import type { OutcomeKey, OutcomesByMonth } from './summary.ts'

export interface AgeState {
  /** Startup-months lived between the ages k and k + 1. */
  readonly exposure: readonly number[]
  /** Ends at ages above k and up to k + 1: [outcome code][k]. */
  readonly ends: readonly (readonly number[])[]
}

const privateCode = outcomes.indexOf('private')

const addInto = (target: Float64Array, source: readonly number[]): void =>
  source.forEach((value, i) => (target[i] += value))

/**
 * What has become of startups by age: the share that is closed, sold, listed or still private, where each of these ends
 * the risk of the others (cumulative incidence). Startups alive at month 0 are watched from the age that they then have; one
 * that ends as its watch begins is never at risk.
 *
 * Source: Aalen and Johansen, Scand. J. Statistics 5, 1978, with hazards constant within a month of age, so that partial
 * results add up.
 */
export class OutcomesByAge implements Part<AgeState> {
  readonly #months: number
  readonly #exposure: Float64Array
  readonly #ends: readonly Float64Array[]

  constructor(horizonMonths: number) {
    this.#months = Math.ceil(horizonMonths)
    this.#exposure = new Float64Array(this.#months)
    this.#ends = outcomes.map(() => new Float64Array(this.#months))
  }

  addRun({ startups, horizonMonths }: RunRecord): void {
    for (let i = 0; i < startups.count; i++) {
      const founded = startups.foundedMonth[i]
      const code = startups.outcome[i]
      const end = code === privateCode ? horizonMonths : startups.outcomeMonth[i]
      const entry = Math.max(0, -founded)
      const exit = end - founded
      if (exit <= entry) continue
      this.#addLife(entry, exit)
      if (code !== privateCode) this.#addEnd(code, exit)
    }
  }

  merge(state: AgeState): void {
    addInto(this.#exposure, state.exposure)
    state.ends.forEach((counts, code) => addInto(this.#ends[code], counts))
  }

  toState(): AgeState {
    return { exposure: [...this.#exposure], ends: this.#ends.map((counts) => [...counts]) }
  }

  /** Shares by age; null from the age that no startup was watched at. */
  summarise(): OutcomesByMonth {
    const months = Array.from({ length: this.#months + 1 }, (_, age) => age)
    const shares: (number | null)[][] = outcomes.map((_, code) => [code === privateCode ? 1 : 0])
    for (let age = 0; age < this.#months; age++) this.#addMonth(shares, age)
    const byKey = Object.fromEntries(outcomeKeyOf.map((key, code) => [key, shares[code]]))
    return { months, ...(byKey as Record<OutcomeKey, (number | null)[]>) }
  }

  #addLife(entry: number, exit: number): void {
    const last = Math.min(exit, this.#months)
    for (let age = Math.floor(entry); age < last; age++) {
      this.#exposure[age] += Math.min(last, age + 1) - Math.max(entry, age)
    }
  }

  #addEnd(code: number, age: number): void {
    const month = Math.max(0, Math.ceil(age) - 1)
    if (month < this.#months) this.#ends[code][month] += 1
  }

  #addMonth(shares: (number | null)[][], age: number): void {
    const standing = shares[privateCode][age]
    const exposure = this.#exposure[age]
    if (standing === null || !(exposure > 0)) {
      for (const share of shares) share.push(null)
      return
    }
    const ends = this.#ends.reduce((sum, counts) => sum + counts[age], 0)
    const leaving = -standing * Math.expm1(-ends / exposure)
    shares.forEach((share, code) => {
      const part = code === privateCode ? -leaving : ends === 0 ? 0 : (leaving * this.#ends[code][age]) / ends
      share.push((share[age] ?? 0) + part)
    })
  }
}
