import { sum } from 'simple-statistics'
import { outOfRange } from '../random/index.ts'
import { LogHistogram } from './log-histogram.ts'

/** A bag of values kept one by one: the same questions as `LogHistogram`, answered exactly. */
export class ExactValues {
  private readonly values: number[]
  private isSorted = false

  constructor(values: readonly number[] = []) {
    this.values = [...values]
  }

  get count(): number {
    return this.values.length
  }

  /** Sum of the values, the same bits whatever order they came in. */
  get sum(): number {
    return sum(this.sorted())
  }

  /** Throws: RangeError for a value that is not finite. */
  add(value: number): void {
    if (!Number.isFinite(value)) throw outOfRange('ExactValues.add', 'value must be finite', value)
    this.values.push(value)
    this.isSorted = false
  }

  merge(other: ExactValues): void {
    for (const value of other.values) this.values.push(value)
    this.isSorted = false
  }

  /** Number of values < x. */
  countBelow(x: number): number {
    return this.position((value) => value < x)
  }

  /** Number of values <= x. */
  countAtMost(x: number): number {
    return this.position((value) => value <= x)
  }

  /** Sum of the values > x. */
  sumAbove(x: number): number {
    return sum(this.sorted().slice(this.countAtMost(x)))
  }

  /** The values in ascending order. Shape: this object's own array, not to be changed. */
  sorted(): readonly number[] {
    if (!this.isSorted) {
      this.values.sort((a, b) => a - b)
      this.isSorted = true
    }
    return this.values
  }

  toHistogram(): LogHistogram {
    const histogram = new LogHistogram()
    for (const value of this.sorted()) histogram.add(value)
    return histogram
  }

  toJSON(): readonly number[] {
    return this.sorted()
  }

  /** How many values, from the smallest up, satisfy a condition that holds up to some value and not beyond. */
  private position(holds: (value: number) => boolean): number {
    const values = this.sorted()
    let low = 0
    let high = values.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (holds(values[middle])) low = middle + 1
      else high = middle
    }
    return low
  }
}
