/** Investors that share one round at most. */
export const investorsPerRound = 6

const floatColumns = [
  'month',
  'amountUsd',
  'preMoneyUsd',
  'postMoneyUsd',
  'liquidationMultiple',
  'returnedUsd',
] as const
const codeColumns = ['startup', 'series', 'stage', 'kind', 'participating', 'leadFund', 'previous'] as const

// Every column is a field from the start, so that objects of the class keep one shape; the constructor fills them.
const noFloats = new Float64Array(0)
const noCodes = new Int32Array(0)

/**
 * Closed rounds of a world, in order of closing, burn-in included.
 *
 * Shape: columns with the first `count` entries in use; `investor` and `investedUsd` hold `investorsPerRound` entries
 * a round (investor -1 = empty). `previous` is the startup's round before, -1 for none.
 */
export class Rounds {
  count = 0
  capacity: number
  month: Float64Array = noFloats
  amountUsd: Float64Array = noFloats
  preMoneyUsd: Float64Array = noFloats
  postMoneyUsd: Float64Array = noFloats
  liquidationMultiple: Float64Array = noFloats
  returnedUsd: Float64Array = noFloats
  startup: Int32Array = noCodes
  series: Int32Array = noCodes
  stage: Int32Array = noCodes
  kind: Int32Array = noCodes
  participating: Int32Array = noCodes
  leadFund: Int32Array = noCodes
  previous: Int32Array = noCodes
  investor: Int32Array
  investedUsd: Float64Array

  constructor(capacity: number) {
    this.capacity = capacity
    for (const name of floatColumns) this[name] = new Float64Array(capacity)
    for (const name of codeColumns) this[name] = new Int32Array(capacity)
    this.investor = new Int32Array(capacity * investorsPerRound)
    this.investedUsd = new Float64Array(capacity * investorsPerRound)
  }

  /** Adds an empty row and returns its number. */
  add(): number {
    if (this.count === this.capacity) this.grow()
    const row = this.count
    this.count = row + 1
    this.investor.fill(-1, row * investorsPerRound, (row + 1) * investorsPerRound)
    return row
  }

  private grow(): void {
    const capacity = 2 * this.capacity
    for (const name of floatColumns) this[name] = widened(this[name], new Float64Array(capacity))
    for (const name of codeColumns) this[name] = widened(this[name], new Int32Array(capacity))
    this.investor = widened(this.investor, new Int32Array(capacity * investorsPerRound))
    this.investedUsd = widened(this.investedUsd, new Float64Array(capacity * investorsPerRound))
    this.capacity = capacity
  }
}

function widened<A extends Float64Array | Int32Array>(from: A, into: A): A {
  into.set(from)
  return into
}
