import type { ContractModel } from './contract-model.ts'
import { ContractSegments } from './contract-segments.ts'
import { ExitEnds } from './exit-ends.ts'
import { ExitExponents } from './exit-exponents.ts'

/**
 * What a dollar, and a dollar for each dollar of exit price, are worth today if paid at an exit in some stretch of
 * prices; in any exit and in a listing. The integral of a straight payout times a probability that is straight in the
 * logarithm, over the law of `ExitExponents`, is a closed form.
 *
 * Shape: one entry a part of `ends` in each column.
 */
export class ExitLaw {
  readonly segments = new ContractSegments()
  readonly exponents = new ExitExponents()
  readonly ends = new ExitEnds()
  /** Worth of 1 dollar paid at an exit in the part, and of the exit price itself. */
  flat = new Float64Array(0)
  steep = new Float64Array(0)
  /** The same, paid only if the exit is a listing. */
  flatListing = new Float64Array(0)
  steepListing = new Float64Array(0)

  /** Takes over a model, and makes the columns long enough for the segments. */
  prepare(model: ContractModel): void {
    this.exponents.set(model)
    this.ends.prepare(this.segments, this.exponents)
    if (this.flat.length > this.segments.count) return
    const length = 2 * this.segments.count + 2
    this.flat = new Float64Array(length)
    this.steep = new Float64Array(length)
    this.flatListing = new Float64Array(length)
    this.steepListing = new Float64Array(length)
  }

  /** Fills the columns for the value of the company in `ends.logUsd`. */
  weigh(): void {
    this.ends.place(this.segments, this.exponents)
    this.#weighSide(0, this.ends.belowCount, false)
    this.#weighSide(this.ends.belowCount, this.ends.count, true)
  }

  /** Weights of the parts on one side of today's value, from where they end. */
  #weighSide(first: number, end: number, isAbove: boolean): void {
    const { logUsd, companyUsd } = this.ends
    const { base, perLog } = this.segments
    const { below, above, steepAbove, density } = this.exponents
    const exponent = isAbove ? above : below
    const m = isAbove ? steepAbove : 1 - below
    let from = 0
    let flatFrom = isAbove ? 1 : 0
    let steepFrom = isAbove ? companyUsd : 0
    for (let part = first; part < end; part++) {
      const to = this.ends.to[part]
      const flatTo = this.ends.flatTo[part]
      const steepTo = flatTo * this.ends.toUsd[part]
      const flat = (-density / exponent) * (flatTo - flatFrom)
      const steep = (density / m) * (steepTo - steepFrom)
      const s = isAbove ? part - 1 : part
      const here = base[s] + perLog[s] * logUsd
      // Integral of w exp(m w): (w - 1 / m) exp(m w) / m.
      const flatLog = flatTo * (to + 1 / exponent) - flatFrom * (from + 1 / exponent)
      const steepLog = steepTo * (to - 1 / m) - steepFrom * (from - 1 / m)
      this.flat[part] = flat
      this.steep[part] = steep
      this.flatListing[part] = here * flat - perLog[s] * (density / exponent) * flatLog
      this.steepListing[part] = here * steep + perLog[s] * (density / m) * steepLog
      from = to
      flatFrom = flatTo
      steepFrom = steepTo
    }
  }
}
