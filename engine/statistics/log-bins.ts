import type { SparseCounts } from './sparse-counts.ts'
import { forEachCount } from './sparse-counts.ts'

/** Natural logarithm of the width of a bin: each bin reaches 0.1 % further than the last. */
const LOG_WIDTH = Math.log(1.001)
const PAGE_SIZE = 256

/**
 * Integer counts of positive values in bins 0.1 % wide: bin i holds values from 1.001^i up to 1.001^(i + 1).
 * Memory follows the bins in use (pages of 256), not the number of values; a single bin holds up to 2^32 - 1.
 */
export class LogBins {
  /** Number of values in all bins. */
  count = 0
  private readonly pages = new Map<number, Uint32Array>()

  static fromJSON(data: SparseCounts): LogBins {
    const bins = new LogBins()
    forEachCount(data, (bin, count) => bins.addToBin(bin, count))
    return bins
  }

  /** Counts a value > 0. */
  add(value: number): void {
    this.addToBin(Math.floor(Math.log(value) / LOG_WIDTH), 1)
  }

  merge(other: LogBins): void {
    for (const [key, page] of other.pages) {
      const own = this.pageOf(key)
      for (let i = 0; i < PAGE_SIZE; i++) own[i] += page[i]
    }
    this.count += other.count
  }

  /** Values below x > 0; the bin that holds x counts by the part of it below x. */
  countBelow(x: number): number {
    const position = Math.log(x) / LOG_WIDTH
    const bin = Math.floor(position)
    let below = 0
    for (const [key, page] of this.pages) {
      const end = Math.min(PAGE_SIZE, bin - key * PAGE_SIZE)
      for (let i = 0; i < end; i++) below += page[i]
    }
    const holding = this.pages.get(Math.floor(bin / PAGE_SIZE))
    return holding === undefined ? below : below + (position - bin) * holding[bin & (PAGE_SIZE - 1)]
  }

  /** Visits the bins in use in ascending order. */
  forEach(visit: (low: number, high: number, count: number) => void): void {
    this.forEachUsed((bin, count) => visit(binEdge(bin), binEdge(bin + 1), count))
  }

  toJSON(): SparseCounts {
    const data: number[] = []
    let last = 0
    this.forEachUsed((bin, count) => {
      data.push(bin - last, count)
      last = bin
    })
    return data
  }

  private forEachUsed(visit: (bin: number, count: number) => void): void {
    const pages = [...this.pages].sort(([a], [b]) => a - b)
    for (const [key, page] of pages) {
      for (let i = 0; i < PAGE_SIZE; i++) if (page[i] > 0) visit(key * PAGE_SIZE + i, page[i])
    }
  }

  private addToBin(bin: number, count: number): void {
    this.pageOf(Math.floor(bin / PAGE_SIZE))[bin & (PAGE_SIZE - 1)] += count
    this.count += count
  }

  private pageOf(key: number): Uint32Array {
    let page = this.pages.get(key)
    if (page === undefined) {
      page = new Uint32Array(PAGE_SIZE)
      this.pages.set(key, page)
    }
    return page
  }
}

function binEdge(bin: number): number {
  return Math.exp(bin * LOG_WIDTH)
}
