/** What `Moments` leaves in a file: enough to go on adding. */
export interface MomentsData {
  readonly count: number
  readonly mean: number
  readonly squares: number
}

/**
 * Count, mean and variance of the values added, in one pass and constant memory.
 * Merging the same parts in the same order gives the same bits.
 *
 * Source: Welford, Technometrics 4(3), 1962; merging by Chan, Golub and LeVeque, 1979.
 */
export class Moments {
  /** Number of values added. */
  count = 0
  private centre = 0
  private squares = 0

  static fromJSON(data: MomentsData): Moments {
    const moments = new Moments()
    moments.count = data.count
    moments.centre = data.mean
    moments.squares = data.squares
    return moments
  }

  add(value: number): void {
    this.count += 1
    const gap = value - this.centre
    this.centre += gap / this.count
    this.squares += gap * (value - this.centre)
  }

  /** Adds everything that `other` holds; `other` stays as it is. */
  merge(other: Moments): void {
    if (other.count === 0) return
    const count = this.count + other.count
    const gap = other.centre - this.centre
    this.squares += other.squares + (gap * gap * this.count * other.count) / count
    this.centre = this.count === 0 ? other.centre : this.centre + (gap * other.count) / count
    this.count = count
  }

  /** NaN without values. */
  get mean(): number {
    return this.count > 0 ? this.centre : NaN
  }

  /** Sample variance, divided by count - 1; NaN with fewer than 2 values. */
  get variance(): number {
    return this.count > 1 ? this.squares / (this.count - 1) : NaN
  }

  get standardDeviation(): number {
    return Math.sqrt(this.variance)
  }

  /** Standard error of the mean for independent values; NaN with fewer than 2. */
  get standardError(): number {
    return Math.sqrt(this.variance / this.count)
  }

  toJSON(): MomentsData {
    return { count: this.count, mean: this.centre, squares: this.squares }
  }
}
