import type { ExitLaw } from './exit-law.ts'
import type { PayoutLines } from './payout-lines.ts'

/**
 * The weights of a law summed over each payout line, so that every class is valued with a few products.
 *
 * Shape: one entry a line; overwritten by `gather`, which grows them when needed.
 */
export class LineWeights {
  flat = new Float64Array(0)
  steep = new Float64Array(0)

  /** Sums the weights of exits that are listings, or of those that are sales, by line. */
  gather(law: ExitLaw, isListing: boolean, lineCount: number): void {
    if (this.flat.length < lineCount) {
      this.flat = new Float64Array(2 * lineCount)
      this.steep = new Float64Array(2 * lineCount)
    }
    const { flat, steep, flatListing, steepListing } = law
    const { count, belowCount } = law.ends
    const lineOf = isListing ? law.segments.listingLine : law.segments.saleLine
    this.flat.fill(0, 0, lineCount)
    this.steep.fill(0, 0, lineCount)
    for (let part = 0; part < count; part++) {
      const line = lineOf[part < belowCount ? part : part - 1]
      this.flat[line] += isListing ? flatListing[part] : flat[part] - flatListing[part]
      this.steep[line] += isListing ? steepListing[part] : steep[part] - steepListing[part]
    }
  }

  /** Adds what the lines are worth to every class of a column. */
  addWorth({ lineCount, classCount, capacity, intercepts, slopes }: PayoutLines, column: Float64Array): void {
    const { flat, steep } = this
    for (let c = 0; c < classCount; c++) {
      let worth = 0
      for (let s = 0, at = c * capacity; s < lineCount; s++, at++)
        worth += intercepts[at] * flat[s] + slopes[at] * steep[s]
      column[c] += worth
    }
  }
}
