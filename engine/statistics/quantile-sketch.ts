import { quantileSorted } from 'simple-statistics'
import { outOfRange } from '../random/index.ts'
import { BATCH_COUNT, batchReach, estimateRatio, measureRatio } from './batches.ts'
import { ExactValues } from './exact-values.ts'
import type { Interval } from './interval.ts'
import type { LogHistogramData } from './log-histogram.ts'
import { LogHistogram } from './log-histogram.ts'

/** Values kept one by one before a sketch turns into histograms. */
const EXACT_LIMIT = 100_000

/** What `QuantileSketch` leaves in a file: batch number and content, batches without values left out. */
export interface QuantileSketchData {
  readonly exactLimit: number
  readonly values?: readonly (readonly [batch: number, values: readonly number[]])[]
  readonly histograms?: readonly (readonly [batch: number, histogram: LogHistogramData])[]
}

const NOTHING: Interval = { estimate: null, low: null, high: null }

/**
 * The distribution of values that come in batches of dependent ones (startups of the same runs): percentiles, mean, shares
 * and concentration, each with a 95 % interval that takes the batch, not the value, as the independent unit.
 * Holds the values themselves up to 100,000 of them, then log-spaced histograms with an error of at most 0.1 %.
 * Which of the two it holds depends on the number of values only, never on how they were split up and merged.
 *
 * Source: ratio estimators over batches (Cochran 1977, 6.3); intervals of quantiles by inverting the interval of the
 * distribution function (Woodruff, J. American Stat. Association 47, 1952), taken on the logit scale.
 */
export class QuantileSketch {
  private readonly exactLimit: number
  private exact: ExactValues[] | null = makeBatches(() => new ExactValues())
  private histograms: LogHistogram[] = []
  private total = 0
  /** All batches together, made when asked for and dropped by the next change. */
  private pooled: ExactValues | LogHistogram | null = null

  /** `exactLimit` 0 goes straight to histograms: for parts of a study that is known to be large. */
  constructor(options: { readonly exactLimit?: number } = {}) {
    this.exactLimit = options.exactLimit ?? EXACT_LIMIT
    if (!(this.exactLimit >= 0))
      throw outOfRange('QuantileSketch', 'exactLimit must be >= 0', this.exactLimit)
    this.turnIfOverLimit()
  }

  static fromJSON(data: QuantileSketchData): QuantileSketch {
    const sketch = new QuantileSketch({ exactLimit: data.exactLimit })
    if (data.histograms !== undefined) sketch.turnIntoHistograms()
    for (const [batch, values] of data.values ?? []) {
      if (sketch.exact !== null) sketch.exact[batch] = new ExactValues(values)
      sketch.total += values.length
    }
    for (const [batch, histogram] of data.histograms ?? []) {
      sketch.histograms[batch] = LogHistogram.fromJSON(histogram)
      sketch.total += sketch.histograms[batch].count
    }
    return sketch
  }

  /** Number of values added. */
  get count(): number {
    return this.total
  }

  /** Whether the values themselves are held. */
  get isExact(): boolean {
    return this.exact !== null
  }

  /**
   * Adds a value that belongs to batch 0 to 31 (`batchOfRun`).
   * Throws: RangeError for a value that is not finite and for a batch that does not exist.
   */
  add(value: number, batch = 0): void {
    const store = this.stores()[batch]
    if (store === undefined)
      throw outOfRange('QuantileSketch.add', `batch must be 0 to ${BATCH_COUNT - 1}`, batch)
    store.add(value)
    this.changeCount(1)
  }

  /** Adds everything that `other` holds, batch by batch; `other` stays as it is. */
  merge(other: QuantileSketch): void {
    if (!other.isExact) this.turnIntoHistograms()
    for (let b = 0; b < BATCH_COUNT; b++) {
      if (this.exact !== null && other.exact !== null) this.exact[b].merge(other.exact[b])
      else this.histograms[b].merge(other.exact === null ? other.histograms[b] : other.exact[b].toHistogram())
    }
    this.changeCount(other.total)
  }

  /**
   * The value below which the share `p` of all values lies, with its 95 % interval.
   * Throws: RangeError unless 0 <= p <= 1.
   */
  quantile(p: number): Interval {
    if (!(p >= 0 && p <= 1)) throw outOfRange('QuantileSketch.quantile', 'p must be between 0 and 1', p)
    if (this.total === 0) return NOTHING
    const estimate = this.pooledQuantile(p)
    const { standardError, batchCount } = this.measureShare((store) => store.countAtMost(estimate))
    if (batchCount < 2) return { estimate, low: null, high: null }
    if (p === 0 || p === 1) return { estimate, low: null, high: null }
    const reach = (batchReach(batchCount) * standardError) / (p * (1 - p))
    const low = this.pooledQuantile(shiftLogit(p, -reach))
    const high = this.pooledQuantile(shiftLogit(p, reach))
    return { estimate, low: Math.min(low, estimate), high: Math.max(high, estimate) }
  }

  /** The mean of all values with its 95 % interval. */
  mean(): Interval {
    return estimateRatio(
      this.stores().map((store) => store.sum),
      this.stores().map((store) => store.count),
    )
  }

  /** The share of values below `limit` with its 95 % interval. Choose it for losses: shareBelow(1) of money multiples. */
  shareBelow(limit: number): Interval {
    const { estimate, low, high } = estimateRatio(
      this.stores().map((store) => store.countBelow(limit)),
      this.stores().map((store) => store.count),
    )
    return {
      estimate,
      low: low === null ? null : Math.max(0, low),
      high: high === null ? null : Math.min(1, high),
    }
  }

  /**
   * The share of the sum of all values that the largest of them hold: the largest 1 % unless another fraction is given.
   * All null unless the sum is > 0. Throws: RangeError unless 0 < fraction <= 1.
   *
   * Source: the influence function of a Lorenz share (Cowell and Victoria-Feser, J. Econometrics 2003), summed by batch.
   */
  topShare(fraction = 0.01): Interval {
    if (!(fraction > 0 && fraction <= 1))
      throw outOfRange('QuantileSketch.topShare', 'fraction must be in (0, 1]', fraction)
    const stores = this.stores()
    const sums = stores.map((store) => store.sum)
    const sum = sums.reduce((total, part) => total + part, 0)
    if (!(sum > 0)) return NOTHING
    const threshold = this.pooledQuantile(1 - fraction)
    // Values above the threshold, and of those equal to it the part that makes up the fraction.
    const held = stores.map((store) => {
      const above = store.count - store.countAtMost(threshold)
      return store.sumAbove(threshold) + threshold * (fraction * store.count - above)
    })
    const { estimate, low, high } = estimateRatio(held, sums)
    return {
      estimate,
      low: low === null ? null : Math.max(0, low),
      high: high === null ? null : Math.min(1, high),
    }
  }

  toJSON(): QuantileSketchData {
    const { exactLimit, exact, histograms } = this
    if (exact !== null)
      return { exactLimit, values: nonEmpty(exact).map(([batch, held]) => [batch, held.toJSON()]) }
    return { exactLimit, histograms: nonEmpty(histograms).map(([batch, held]) => [batch, held.toJSON()]) }
  }

  private stores(): readonly (ExactValues | LogHistogram)[] {
    return this.exact ?? this.histograms
  }

  private measureShare(countOf: (store: ExactValues | LogHistogram) => number) {
    const stores = this.stores()
    return measureRatio(
      stores.map(countOf),
      stores.map((store) => store.count),
    )
  }

  private pooledQuantile(p: number): number {
    this.pooled ??= this.pool()
    return this.pooled instanceof LogHistogram
      ? this.pooled.quantile(p)
      : quantileSorted(this.pooled.sorted(), p)
  }

  private pool(): ExactValues | LogHistogram {
    if (this.exact !== null) {
      const values = new ExactValues()
      for (const batch of this.exact) values.merge(batch)
      return values
    }
    const histogram = new LogHistogram()
    for (const batch of this.histograms) histogram.merge(batch)
    return histogram
  }

  private changeCount(added: number): void {
    this.total += added
    this.pooled = null
    this.turnIfOverLimit()
  }

  private turnIfOverLimit(): void {
    if (this.total > this.exactLimit || this.exactLimit === 0) this.turnIntoHistograms()
  }

  private turnIntoHistograms(): void {
    if (this.exact === null) return
    this.histograms = this.exact.map((batch) => batch.toHistogram())
    this.exact = null
  }
}

function makeBatches<Batch>(make: () => Batch): Batch[] {
  return Array.from({ length: BATCH_COUNT }, make)
}

function nonEmpty<Batch extends { readonly count: number }>(batches: readonly Batch[]): [number, Batch][] {
  return [...batches.entries()].filter(([, batch]) => batch.count > 0)
}

/** The share p moved by `shift` on the logit scale: never beyond 0 or 1. */
function shiftLogit(p: number, shift: number): number {
  return 1 / (1 + ((1 - p) / p) * Math.exp(-shift))
}
