import { daysAYear, returnRate, type ReturnRate } from './rate-of-return.ts'

/** Money between investors and a fund or an investment, as its statements have it. */
export interface FundFlows {
  /** Days of the flows, ACT/365 Fixed; not necessarily in order. */
  readonly days: readonly number[]
  /** US dollars; negative = paid in, positive = received. */
  readonly amountsUsd: readonly number[]
  /** What is still held, each value with its day; none if nothing is said of it. */
  readonly netAssetValues: readonly { readonly day: number; readonly usd: number }[]
  /** Level of the public index on the day of each flow and then of each value; null without an index. */
  readonly index: readonly number[] | null
}

/** What became of the money; null where no money was paid in, or no index is known. */
export interface FundMetrics {
  readonly paidInUsd: number
  readonly receivedUsd: number
  readonly heldUsd: number
  /** Received / paid in. */
  readonly dpi: number | null
  /** Held / paid in. */
  readonly rvpi: number | null
  /** (Received + held) / paid in; of one investment it is called MOIC. */
  readonly tvpi: number | null
  readonly irr: ReturnRate
  /** Kaplan-Schoar public market equivalent: the same ratio with every flow grown at the index. */
  readonly ksPme: number | null
  /** Rate of return of the flows grown at the index: the yearly excess over it. */
  readonly directAlpha: ReturnRate | null
}

interface Sums {
  readonly paidInUsd: number
  readonly receivedUsd: number
}

function sumBySide(amountsUsd: readonly number[]): Sums {
  let paidInUsd = 0
  let receivedUsd = 0
  for (const amount of amountsUsd) {
    if (amount < 0) paidInUsd -= amount
    else receivedUsd += amount
  }
  return { paidInUsd, receivedUsd }
}

const ratio = (value: number, base: number): number | null => (base > 0 ? value / base : null)

function requireIndex({ days, index, netAssetValues }: FundFlows): void {
  if (index === null) return
  const wanted = days.length + netAssetValues.length
  if (index.length !== wanted)
    throw new RangeError(`fundMetrics: index must have ${wanted} levels, got ${index.length}`)
  for (const level of index)
    if (!(level > 0 && level < Infinity))
      throw new RangeError(`fundMetrics: a level of the index must be positive and finite, got ${level}`)
}

/**
 * Measures a fund or an investment by its flows and what it still holds.
 *
 * Throws: RangeError if an amount, a day or a level of the index is out of bounds, or the index has not as many
 * levels as there are flows and values.
 * Source: KS-PME: Kaplan and Schoar, "Private Equity Performance", Journal of Finance 60 (2005). Direct Alpha:
 * Gredil, Griffiths and Stucke, "Benchmarking Private Equity: The Direct Alpha Method" (2014); they state the rate
 * compounded continuously, which is `logRate` of `directAlpha`.
 * @example fundMetrics({ days: [0, 365], amountsUsd: [-100, 30], netAssetValues: [{ day: 730, usd: 90 }], index: null }).tvpi // => 1.2
 */
export function fundMetrics(flows: FundFlows): FundMetrics {
  requireIndex(flows)
  const { netAssetValues, index } = flows
  for (const { usd } of netAssetValues)
    if (!(usd >= 0)) throw new RangeError(`fundMetrics: a net asset value must be at least 0, got ${usd}`)
  const heldUsd = netAssetValues.reduce((sum, { usd }) => sum + usd, 0)
  const { paidInUsd, receivedUsd } = sumBySide(flows.amountsUsd)
  const days = [...flows.days, ...netAssetValues.map(({ day }) => day)]
  const amounts = [...flows.amountsUsd, ...netAssetValues.map(({ usd }) => usd)]
  const start = days.reduce((least, day) => Math.min(least, day), Infinity)
  const years = days.map((day) => (day - start) / daysAYear)
  // Any common factor cancels, so the level of the last day need not be known to be the last.
  const grown = index === null ? null : amounts.map((amount, i) => (amount / index[i]) * index[0])
  const grownSums = grown === null ? null : sumBySide(grown)
  return {
    paidInUsd,
    receivedUsd,
    heldUsd,
    dpi: ratio(receivedUsd, paidInUsd),
    rvpi: ratio(heldUsd, paidInUsd),
    tvpi: ratio(receivedUsd + heldUsd, paidInUsd),
    irr: returnRate(years, amounts),
    ksPme: grownSums === null ? null : ratio(grownSums.receivedUsd, grownSums.paidInUsd),
    directAlpha: grown === null ? null : returnRate(years, grown),
  }
}
