import type { ContractSegments } from './contract-segments.ts'
import type { ExitExponents } from './exit-exponents.ts'

/** Largest exponent of an exponential that is kept: two of them make a number still. */
const mostExponent = 300

/**
 * Where the parts of exit prices end: the segments, the one that holds today's value cut in two there. Exponentials of
 * the segments' ends are taken once and serve many values of the company, a power apart.
 *
 * Shape: one entry a part in each column; `fit` grows them when needed.
 */
export class ExitEnds {
  /** Logarithm of today's value, which `place` reads: V8 allocates numbers that a call hands over. */
  logUsd = 0
  companyUsd = 0
  count = 0
  /** Parts below today's value; the others are above. */
  belowCount = 0
  /** Price at the end, its w = ln(price / today's value) and exp(-b w). */
  toUsd = new Float64Array(0)
  to = new Float64Array(0)
  flatTo = new Float64Array(0)
  /** exp(-b (logarithm of the price - anchor)) where each segment begins. */
  #belowAt = new Float64Array(0)
  #aboveAt = new Float64Array(0)
  #anchor = 0

  /** Makes the columns long enough and takes the exponentials around `logUsd`. */
  prepare(segments: ContractSegments, exponents: ExitExponents): void {
    if (this.to.length < segments.count + 1) {
      const length = 2 * segments.count + 2
      this.toUsd = new Float64Array(length)
      this.to = new Float64Array(length)
      this.flatTo = new Float64Array(length)
      this.#belowAt = new Float64Array(length)
      this.#aboveAt = new Float64Array(length)
    }
    this.#anchorHere(segments, exponents)
  }

  #anchorHere({ count, fromLog }: ContractSegments, { below, above }: ExitExponents): void {
    this.#anchor = this.logUsd
    for (let s = 1; s < count; s++) {
      this.#belowAt[s] = Math.exp(-below * (fromLog[s] - this.logUsd))
      this.#aboveAt[s] = Math.exp(-above * (fromLog[s] - this.logUsd))
    }
  }

  /** Fills the columns for the value of the company in `logUsd`. */
  place(segments: ContractSegments, exponents: ExitExponents): void {
    const reach = mostExponent / Math.max(exponents.above, -exponents.below)
    // Beyond it, powers of what the anchor gives could overflow.
    if (!(Math.abs(this.logUsd - this.#anchor) <= reach)) this.#anchorHere(segments, exponents)
    const { count, fromLog, fromUsd } = segments
    const { logUsd, toUsd, to, flatTo } = this
    this.companyUsd = Math.exp(logUsd)
    const below = Math.exp(exponents.below * (logUsd - this.#anchor))
    const above = Math.exp(exponents.above * (logUsd - this.#anchor))
    let part = 0
    for (; part < count - 1 && fromLog[part + 1] < logUsd; part++) {
      toUsd[part] = fromUsd[part + 1]
      to[part] = fromLog[part + 1] - logUsd
      flatTo[part] = below * this.#belowAt[part + 1]
    }
    toUsd[part] = this.companyUsd
    to[part] = 0
    flatTo[part++] = 1
    this.belowCount = part
    for (; part < count; part++) {
      toUsd[part] = fromUsd[part]
      to[part] = fromLog[part] - logUsd
      flatTo[part] = above * this.#aboveAt[part]
    }
    // Nothing is left at infinity, so that any finite price may stand for it.
    toUsd[part] = 0
    to[part] = 0
    flatTo[part++] = 0
    this.count = part
  }
}
