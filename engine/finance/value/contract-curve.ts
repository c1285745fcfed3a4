import { ExitLaw } from './exit-law.ts'
import { PayoutLines } from './payout-lines.ts'
import type { RisingCurve } from './rising-root.ts'

/** Value of one class as a function of the company's, by what it is paid at sales and at listings. */
export class ContractCurve implements RisingCurve {
  logUsd = 0
  targetUsd = 0
  valueUsd = 0
  slope = 0
  /** Place of the class in the lines. */
  ofClass = 0
  readonly sale = new PayoutLines()
  readonly listing = new PayoutLines()
  readonly law = new ExitLaw()

  evaluate(): void {
    this.law.ends.logUsd = this.logUsd
    this.law.weigh()
    const { flat, steep, flatListing, steepListing, exponents } = this.law
    const { count, belowCount } = this.law.ends
    const { saleLine, listingLine } = this.law.segments
    const { sale, listing } = this
    const saleStart = this.ofClass * sale.capacity
    const listingStart = this.ofClass * listing.capacity
    let valueUsd = 0
    let slope = 0
    for (let part = 0; part < count; part++) {
      const segment = part < belowCount ? part : part - 1
      const s = saleStart + saleLine[segment]
      const l = listingStart + listingLine[segment]
      const worth =
        sale.intercepts[s] * (flat[part] - flatListing[part]) +
        sale.slopes[s] * (steep[part] - steepListing[part]) +
        listing.intercepts[l] * flatListing[part] +
        listing.slopes[l] * steepListing[part]
      valueUsd += worth
      // All weights on one side rise with today's value by the same power.
      slope += (part < belowCount ? exponents.below : exponents.above) * worth
    }
    this.valueUsd = valueUsd
    this.slope = slope
  }
}
