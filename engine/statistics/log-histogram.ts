import { outOfRange } from '../random/index.ts'
import { LogBins } from './log-bins.ts'
import type { SparseCounts } from './sparse-counts.ts'

/** What `LogHistogram` leaves in a file; `low` and `high` are null without values. */
export interface LogHistogramData {
  readonly zeros: number
  readonly sum: number
  readonly low: number | null
  readonly high: number | null
  readonly positive: SparseCounts
  readonly negative: SparseCounts
}

/**
 * The distribution of any number of values in memory that does not grow with them: log-spaced bins 0.1 % wide
 * with integer counts, zeros apart, negative values mirrored. Quantiles and parts of the sum are within 0.1 %
 * of those of the values themselves; count, sum, smallest and largest value are kept as they are. Counts
 * merge exactly, whatever the order; the sum is added up in the order given.
 */
export class LogHistogram {
  /** Sum of the values added. */
  sum = 0
  /** Smallest value; Infinity without values. */
  low = Infinity
  /** Largest value; -Infinity without values. */
  high = -Infinity
  private zeros = 0
  private positive = new LogBins()
  private negative = new LogBins()

  static fromJSON(data: LogHistogramData): LogHistogram {
    const histogram = new LogHistogram()
    histogram.sum = data.sum
    histogram.low = data.low ?? Infinity
    histogram.high = data.high ?? -Infinity
    histogram.zeros = data.zeros
    histogram.positive = LogBins.fromJSON(data.positive)
    histogram.negative = LogBins.fromJSON(data.negative)
    return histogram
  }

  /** Number of values added. */
  get count(): number {
    return this.negative.count + this.zeros + this.positive.count
  }

  /** Throws: RangeError for a value that is not finite. */
  add(value: number): void {
    if (!Number.isFinite(value)) throw outOfRange('LogHistogram.add', 'value must be finite', value)
    if (value > 0) this.positive.add(value)
    else if (value < 0) this.negative.add(-value)
    else this.zeros += 1
    this.sum += value
    this.low = Math.min(this.low, value)
    this.high = Math.max(this.high, value)
  }

  /** Adds everything that `other` holds; `other` stays as it is. */
  merge(other: LogHistogram): void {
    this.zeros += other.zeros
    this.positive.merge(other.positive)
    this.negative.merge(other.negative)
    this.sum += other.sum
    this.low = Math.min(this.low, other.low)
    this.high = Math.max(this.high, other.high)
  }

  /** Number of values < x. */
  countBelow(x: number): number {
    if (x > 0) return this.negative.count + this.zeros + this.positive.countBelow(x)
    return x < 0 ? this.negative.count - this.negative.countBelow(-x) : this.negative.count
  }

  /** Number of values <= x. */
  countAtMost(x: number): number {
    return x === 0 ? this.negative.count + this.zeros : this.countBelow(x)
  }

  /** Sum of the values > x. */
  sumAbove(x: number): number {
    let total = 0
    this.forEachBin((low, high, count) => {
      const start = Math.min(Math.max(low, x), high)
      if (low < high) total += (count * ((high - start) / (high - low)) * (start + high)) / 2
    })
    return total
  }

  /**
   * The value below which the share `p` of the values lies, interpolated as `quantileSorted` of
   * simple-statistics does.
   * Throws: RangeError without values and unless 0 <= p <= 1.
   */
  quantile(p: number): number {
    if (!(p >= 0 && p <= 1)) throw outOfRange('LogHistogram.quantile', 'p must be between 0 and 1', p)
    if (this.count === 0) throw outOfRange('LogHistogram.quantile', 'there must be values', 'none')
    const rank = (this.count - 1) * p
    const [lower, upper] = this.valuesAt(Math.floor(rank), Math.ceil(rank))
    return lower + (rank - Math.floor(rank)) * (upper - lower)
  }

  /** Visits the bins in use in ascending order of value; zeros are a bin whose ends are both 0. */
  forEachBin(visit: (low: number, high: number, count: number) => void): void {
    const mirrored: [low: number, high: number, count: number][] = []
    this.negative.forEach((low, high, count) => mirrored.push([-high, -low, count]))
    for (const [low, high, count] of mirrored.reverse()) visit(low, high, count)
    if (this.zeros > 0) visit(0, 0, this.zeros)
    this.positive.forEach(visit)
  }

  toJSON(): LogHistogramData {
    const isEmpty = this.count === 0
    return {
      zeros: this.zeros,
      sum: this.sum,
      low: isEmpty ? null : this.low,
      high: isEmpty ? null : this.high,
      positive: this.positive.toJSON(),
      negative: this.negative.toJSON(),
    }
  }

  /** The values of two ranks (0 is the smallest), taken as evenly spread within their bins; the ends are exact. */
  private valuesAt(lowerRank: number, upperRank: number): [lower: number, upper: number] {
    const found: [number, number] = [this.low, this.high]
    let before = 0
    this.forEachBin((low, high, count) => {
      const valueAt = (rank: number) => low + ((high - low) * (rank - before + 0.5)) / count
      if (lowerRank >= before && lowerRank < before + count) found[0] = valueAt(lowerRank)
      if (upperRank >= before && upperRank < before + count) found[1] = valueAt(upperRank)
      before += count
    })
    if (lowerRank === 0) found[0] = this.low
    if (upperRank === 0) found[1] = this.low
    if (lowerRank === this.count - 1) found[0] = this.high
    if (upperRank === this.count - 1) found[1] = this.high
    return [this.clamp(found[0]), this.clamp(found[1])]
  }

  private clamp(value: number): number {
    return Math.min(this.high, Math.max(this.low, value))
  }
}
