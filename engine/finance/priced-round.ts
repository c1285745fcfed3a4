import { fullyDilutedShares, reserveSeries, type CapTable } from './cap-table.ts'

/** What investors and company agree for one round of new preferred shares. */
export interface RoundTerms {
  /** Headline value of the company before the new money, US dollars. */
  readonly preMoneyUsd: number
  /** New money, US dollars. */
  readonly amountUsd: number
  /** Liquidation preference as a multiple of the new money: 1 is the usual. */
  readonly liquidationMultiple: number
  readonly participating: boolean
  /**
   * Option pool as a share (0-1) of the fully diluted company after the round. It is topped up before the
   * price is set, so that the old holders pay for it; 0, or less than what the pool holds anyway, leaves it.
   */
  readonly poolShareAfter: number
}

/**
 * The price of a share if the round closed on these terms now: pre-money value over all shares before the new
 * money, the pool's top-up among them.
 *
 * Units: US dollars a share. Throws: as `closeRound`.
 * Source: National Venture Capital Association, model term sheet, "price per share".
 */
export function pricePerShareUsd(table: CapTable, terms: RoundTerms): number {
  requireTerms(terms)
  const before = fullyDilutedShares(table)
  return terms.preMoneyUsd / (before + poolTopUp(table.poolShares, before, terms))
}

/**
 * Closes a round: tops up the pool, issues the new series and dilutes every holder by the same proportion.
 * The new series is senior to all older ones; change `table.seniority` afterwards for other agreements.
 *
 * Returns the index of the new series. Post-money = pre-money + amount = price × fully diluted shares after.
 * Throws: RangeError for terms that are negative, not finite, without money, or with a pool so large that
 * nothing would be left for the old holders (`poolShareAfter` >= pre-money / post-money).
 */
export function closeRound(table: CapTable, terms: RoundTerms): number {
  requireTerms(terms)
  const before = fullyDilutedShares(table)
  const topUp = poolTopUp(table.poolShares, before, terms)
  const price = terms.preMoneyUsd / (before + topUp)
  reserveSeries(table)
  const series = table.seriesCount
  table.seriesCount = series + 1
  table.poolShares += topUp
  table.shares[series] = terms.amountUsd / price
  table.issuePriceUsd[series] = price
  table.investedUsd[series] = terms.amountUsd
  table.liquidationMultiple[series] = terms.liquidationMultiple
  table.participating[series] = terms.participating ? 1 : 0
  table.seniority[series] = series === 0 ? 0 : highestSeniority(table, series) + 1
  return series
}

/**
 * Shares that the pool must gain so that it holds `poolShareAfter` of all shares after the round.
 * With q = post-money / pre-money the shares after are (before + t) q, so pool + t = p q (before + t).
 */
function poolTopUp(poolShares: number, before: number, terms: RoundTerms): number {
  const shareBefore = (terms.poolShareAfter * (terms.preMoneyUsd + terms.amountUsd)) / terms.preMoneyUsd
  if (!(shareBefore < 1)) {
    const bound = terms.preMoneyUsd / (terms.preMoneyUsd + terms.amountUsd)
    throw new RangeError(
      `closeRound: poolShareAfter must be below ${bound} (pre-money / post-money), got ${terms.poolShareAfter}`,
    )
  }
  return Math.max(0, (shareBefore * before - poolShares) / (1 - shareBefore))
}

function highestSeniority(table: CapTable, count: number): number {
  let highest = table.seniority[0]
  for (let series = 1; series < count; series++) highest = Math.max(highest, table.seniority[series])
  return highest
}

function requireTerms(terms: RoundTerms): void {
  requireAbove('preMoneyUsd', terms.preMoneyUsd)
  requireAbove('amountUsd', terms.amountUsd)
  if (!(terms.liquidationMultiple >= 0 && terms.liquidationMultiple < Infinity))
    throw new RangeError(
      `closeRound: liquidationMultiple must be at least 0 and finite, got ${terms.liquidationMultiple}`,
    )
  if (!(terms.poolShareAfter >= 0))
    throw new RangeError(`closeRound: poolShareAfter must be at least 0, got ${terms.poolShareAfter}`)
}

function requireAbove(name: string, value: number): void {
  if (!(value > 0 && value < Infinity))
    throw new RangeError(`closeRound: ${name} must be positive and finite, got ${value}`)
}
