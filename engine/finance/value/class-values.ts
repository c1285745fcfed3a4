import type { CapTable } from '../table/cap-table.ts'

/**
 * What the classes of a company are worth, one method's answer. The owner makes it once with `makeClassValues`; each
 * valuation overwrites it.
 *
 * Units: US dollars. Shape: arrays as long as the table's, in its order.
 */
export interface ClassValues {
  /** Sum of all classes and of what lenders, costs and management get. */
  companyUsd: number
  /** Common shares and promised options. */
  commonUsd: number
  commonPerShareUsd: number
  readonly rightsUsd: number[]
  readonly seriesUsd: number[]
  /** 0 for a series that has converted in full. */
  readonly seriesPerShareUsd: number[]
  readonly convertiblesUsd: number[]
  /** Lenders, costs of the exit, carve-out. */
  otherUsd: number
}

/**
 * Makes an empty record for a valuation to fill.
 *
 * @example makeClassValues().seriesUsd // => []
 */
export function makeClassValues(): ClassValues {
  return {
    companyUsd: 0,
    commonUsd: 0,
    commonPerShareUsd: 0,
    rightsUsd: [],
    seriesUsd: [],
    seriesPerShareUsd: [],
    convertiblesUsd: [],
    otherUsd: 0,
  }
}

/** Fills the record from a column of values in the order of `PayoutLines`; sums it up as the company. */
export function fillClassValues(table: CapTable, column: Float64Array, into: ClassValues): void {
  const { rights, series, convertibles } = table
  let place = 0
  into.commonUsd = column[place++]
  into.commonPerShareUsd = into.commonUsd / (table.commonShares + table.promisedShares)
  let sum = into.commonUsd
  if (into.rightsUsd.length > rights.length) into.rightsUsd.length = rights.length
  for (let i = 0; i < rights.length; i++) sum += into.rightsUsd[i] = column[place++]
  if (into.seriesUsd.length > series.length)
    into.seriesUsd.length = into.seriesPerShareUsd.length = series.length
  for (let i = 0; i < series.length; i++) {
    sum += into.seriesUsd[i] = column[place++]
    into.seriesPerShareUsd[i] = series[i].shares > 0 ? into.seriesUsd[i] / series[i].shares : 0
  }
  if (into.convertiblesUsd.length > convertibles.length) into.convertiblesUsd.length = convertibles.length
  for (let i = 0; i < convertibles.length; i++) sum += into.convertiblesUsd[i] = column[place++]
  into.otherUsd = column[place]
  into.companyUsd = sum + into.otherUsd
}
