/** Investors that share one round at most. */
export const investorsPerRound = 6

const floatColumns = [
  'month',
  'amountUsd',
  'preMoneyUsd',
  'postMoneyUsd',
  'fairValueUsd',
  'returnedUsd',
] as const
const codeColumns = ['startup', 'series', 'stage', 'kind', 'isSenior', 'leadFund', 'previous'] as const

// Every column is a field from the start, so that objects of the class keep one shape; the constructor fills them.
const noFloats = new Float64Array(0)
const noCodes = new Int32Array(0)

/**
 * Closed rounds of a world, in order of closing, burn-in included.
 *
 * Shape: columns with the first `count` entries in use; `investor`, `investedUsd` and `convertedShares` hold
 * `investorsPerRound` entries a round, its places (investor -1 = empty). `series` is the place of the round's series in
 * the startup's cap table, -1 for none; `previous` is the startup's round before, -1 for none.
 */
export class Rounds {
  count = 0
  capacity: number
  month: Float64Array = noFloats
  amountUsd: Float64Array = noFloats
  preMoneyUsd: Float64Array = noFloats
  postMoneyUsd: Float64Array = noFloats
  /** Contract-based value of the company after the round; NaN for bridges and before month 0. */
  fairValueUsd: Float64Array = noFloats
  returnedUsd: Float64Array = noFloats
  startup: Int32Array = noCodes
  series: Int32Array = noCodes
  stage: Int32Array = noCodes
  kind: Int32Array = noCodes
  /** 1 if the series ranks above all older ones. */
  isSenior: Int32Array = noCodes
  leadFund: Int32Array = noCodes
  previous: Int32Array = noCodes
  investor: Int32Array
  investedUsd: Float64Array
  /** Common shares of an investor who did not pay to play; 0 for one who still holds the series. */
  convertedShares: Float64Array

  constructor(capacity: number) {
    this.capacity = capacity
    for (const name of floatColumns) this[name] = new Float64Array(capacity)
    for (const name of codeColumns) this[name] = new Int32Array(capacity)
    this.investor = new Int32Array(capacity * investorsPerRound)
    this.investedUsd = new Float64Array(capacity * investorsPerRound)
    this.convertedShares = new Float64Array(capacity * investorsPerRound)
  }

  /** Adds an empty row and returns its number. */
  add(): number {
    if (this.count === this.capacity) this.grow()
    const row = this.count
    this.count = row + 1
    const places = row * investorsPerRound
    this.investor.fill(-1, places, places + investorsPerRound)
    this.convertedShares.fill(0, places, places + investorsPerRound)
    return row
  }

  private grow(): void {
    const capacity = 2 * this.capacity
    for (const name of floatColumns) this[name] = widened(this[name], new Float64Array(capacity))
    for (const name of codeColumns) this[name] = widened(this[name], new Int32Array(capacity))
    this.investor = widened(this.investor, new Int32Array(capacity * investorsPerRound))
    this.investedUsd = widened(this.investedUsd, new Float64Array(capacity * investorsPerRound))
    this.convertedShares = widened(this.convertedShares, new Float64Array(capacity * investorsPerRound))
    this.capacity = capacity
  }
}

function widened<A extends Float64Array | Int32Array>(from: A, into: A): A {
  into.set(from)
  return into
}
