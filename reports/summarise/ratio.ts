import { makeEstimate, studentReach, unknownEstimate } from './interval.ts'
import type { Estimate } from './summary.ts'

/** Sums over runs of part y and whole n of a ratio; plain data that adds up. */
export interface RatioSums {
  readonly runs: number
  readonly y: number
  readonly n: number
  readonly yy: number
  readonly yn: number
  readonly nn: number
}

/**
 * Wilson's score interval for a share seen in `trials` independent trials, which need not be a whole number: a cluster
 * sample is worth as many as give its standard error.
 * Source: Wilson, J. American Stat. Association 22, 1927; effective sample size as in Korn and Graubard, Survey
 * Methodology 24, 1998.
 */
const wilsonInterval = (share: number, trials: number, reach: number): Estimate => {
  const square = (reach * reach) / trials
  const centre = (share + square / 2) / (1 + square)
  const spread = (reach / (1 + square)) * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials))
  const low = share === 0 ? 0 : Math.max(0, centre - spread)
  const high = share === 1 ? 1 : Math.min(1, centre + spread)
  return makeEstimate(share, low, high)
}

/**
 * A ratio of two totals over runs, such as closed startups over all startups, with an error in which the runs are the
 * independent unit (startups inside a run share a market and err together).
 *
 * Source: linearised ratio estimator, Cochran, Sampling Techniques, 3rd ed., 1977, section 6.3.
 */
export class Ratio {
  #runs = 0
  #y = 0
  #n = 0
  #yy = 0
  #yn = 0
  #nn = 0

  /** Adds a run's part `y` of its whole `n`. */
  add(y: number, n: number): void {
    this.merge({ runs: 1, y, n, yy: y * y, yn: y * n, nn: n * n })
  }

  merge(sums: RatioSums): void {
    this.#runs += sums.runs
    this.#y += sums.y
    this.#n += sums.n
    this.#yy += sums.yy
    this.#yn += sums.yn
    this.#nn += sums.nn
  }

  toSums(): RatioSums {
    return { runs: this.#runs, y: this.#y, n: this.#n, yy: this.#yy, yn: this.#yn, nn: this.#nn }
  }

  /** The ratio with Student's interval, cut at zero; for ratios of amounts. */
  ratio(): Estimate {
    if (!(this.#n > 0)) return unknownEstimate
    const value = this.#y / this.#n
    const spread = studentReach(this.#runs) * this.#standardError(value)
    return makeEstimate(value, Math.max(0, value - spread), value + spread)
  }

  /**
   * The ratio as a proportion: Wilson's interval for as many independent trials as the runs are worth; where all or
   * none of the units are of the kind, that is the number of runs.
   */
  share(): Estimate {
    if (!(this.#n > 0)) return unknownEstimate
    const share = Math.min(1, this.#y / this.#n)
    if (this.#runs < 2) return makeEstimate(share, Number.NaN, Number.NaN)
    const error = this.#standardError(share)
    const worth = error > 0 ? (share * (1 - share)) / (error * error) : this.#runs
    return wilsonInterval(share, Math.min(worth, Math.max(this.#n, this.#runs)), studentReach(this.#runs))
  }

  #standardError(value: number): number {
    const squares = this.#yy - 2 * value * this.#yn + value * value * this.#nn
    return Math.sqrt((Math.max(0, squares) * this.#runs) / (this.#runs - 1)) / this.#n
  }
}
