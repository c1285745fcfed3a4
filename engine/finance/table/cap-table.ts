/**
 * Who holds what of one company: common, the option pool and one column entry per preferred series.
 *
 * Shape: each array has one entry a series, oldest first; only the first `seriesCount` entries mean
 * anything. `closeRound` replaces the arrays by longer ones when they are full, so read them from the
 * table each time. Units: shares are whole-company counts but need not be whole numbers; money in US dollars.
 * The caller owns the record and may change it, for example to make two series rank equally.
 */
export interface CapTable {
  /** Founders' and staff's common shares. */
  commonShares: number
  /** Option pool, granted and available; counted as common at an exit. */
  poolShares: number
  seriesCount: number
  shares: Float64Array
  issuePriceUsd: Float64Array
  investedUsd: Float64Array
  /** The liquidation preference as a multiple of the money invested. */
  liquidationMultiple: Float64Array
  /** 1 if the series takes its preference and then shares with common, without cap. */
  participating: Uint8Array
  /** Higher is paid first; equal numbers share a shortfall in proportion to their preferences. */
  seniority: Int32Array
}

// Eight float64 are the largest typed array that V8 keeps on its own heap (64 bytes): sixteen cost five times as
// long to make, and few companies see a ninth series.
const initialCapacity = 8

/**
 * Makes the table of a company that has founders and an option pool, and no investor yet.
 *
 * Throws: RangeError unless `founderShares` is positive and `poolShares` not negative, both finite.
 * @example makeCapTable(8000000, 2000000).poolShares // => 2000000
 */
export function makeCapTable(founderShares: number, poolShares: number): CapTable {
  requireHolders(founderShares, poolShares)
  return {
    commonShares: founderShares,
    poolShares,
    seriesCount: 0,
    shares: new Float64Array(initialCapacity),
    issuePriceUsd: new Float64Array(initialCapacity),
    investedUsd: new Float64Array(initialCapacity),
    liquidationMultiple: new Float64Array(initialCapacity),
    participating: new Uint8Array(initialCapacity),
    seniority: new Int32Array(initialCapacity),
  }
}

/**
 * Makes a used table new again, keeping its arrays: for callers that run many companies one after the other.
 *
 * Throws: as `makeCapTable`.
 */
export function resetCapTable(table: CapTable, founderShares: number, poolShares: number): void {
  requireHolders(founderShares, poolShares)
  table.commonShares = founderShares
  table.poolShares = poolShares
  table.seriesCount = 0
}

/**
 * Counts all shares as if every series had converted and every option were granted and exercised.
 *
 * @example fullyDilutedShares(makeCapTable(8000000, 2000000)) // => 10000000
 */
export function fullyDilutedShares(table: CapTable): number {
  let total = table.commonShares + table.poolShares
  for (let series = 0; series < table.seriesCount; series++) total += table.shares[series]
  return total
}

/**
 * Share of the fully diluted company that one series holds.
 *
 * Units: 0-1. Throws: RangeError for a series that the table does not have.
 */
export function ownership(table: CapTable, series: number): number {
  if (!(series >= 0 && series < table.seriesCount))
    throw new RangeError(
      `ownership: series must be 0 to ${table.seriesCount - 1}, the series of the table, got ${series}`,
    )
  return table.shares[series] / fullyDilutedShares(table)
}

/** What a series must get before common gets anything, in US dollars. */
export function preferenceUsd(table: CapTable, series: number): number {
  return table.investedUsd[series] * table.liquidationMultiple[series]
}

/** Makes room for one more series, doubling the arrays if they are full. */
export function reserveSeries(table: CapTable): void {
  const capacity = table.shares.length
  if (table.seriesCount < capacity) return
  table.shares = copyInto(new Float64Array(2 * capacity), table.shares)
  table.issuePriceUsd = copyInto(new Float64Array(2 * capacity), table.issuePriceUsd)
  table.investedUsd = copyInto(new Float64Array(2 * capacity), table.investedUsd)
  table.liquidationMultiple = copyInto(new Float64Array(2 * capacity), table.liquidationMultiple)
  table.participating = copyInto(new Uint8Array(2 * capacity), table.participating)
  table.seniority = copyInto(new Int32Array(2 * capacity), table.seniority)
}

function copyInto<A extends Float64Array | Uint8Array | Int32Array>(target: A, source: A): A {
  target.set(source)
  return target
}

function requireHolders(founderShares: number, poolShares: number): void {
  if (!(founderShares > 0 && founderShares < Infinity))
    throw new RangeError(`makeCapTable: founderShares must be positive and finite, got ${founderShares}`)
  if (!(poolShares >= 0 && poolShares < Infinity))
    throw new RangeError(`makeCapTable: poolShares must be at least 0 and finite, got ${poolShares}`)
}
