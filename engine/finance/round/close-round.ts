import type { CapTable } from '../table/cap-table.ts'
import { PreferredSeries } from '../table/preferred-series.ts'
import type { PricingTerms } from './pricing-terms.ts'
import type { RoundSolution } from './round-solution.ts'
import type { RoundTerms } from './round-terms.ts'
import { solveRound, solveRoundAtPrice } from './solve-round.ts'

/**
 * Closes a round: prices it (`solveRound`), adjusts the older series, adds to the pool, turns every SAFE and note
 * into a shadow series and issues the new series.
 *
 * A shadow series has the terms and rank of the round's series, but its own conversion price as issue price, so that
 * its preference is a multiple of the money put in and not of the price others pay. The shadow series come first, in
 * the order of `convertibles`, which are then empty; the new series is the last. Returns its index.
 *
 * Shape: overwrites `into`. Throws: as `solveRound`, the table unchanged.
 * Source: Y Combinator, post-money SAFE: Safe Preferred Stock.
 */
export function closeRound(table: CapTable, terms: RoundTerms, into: RoundSolution): number {
  solveRound(table, terms, into)
  return applySolution(table, terms, into)
}

/** Closes a round at an agreed price of a share: `solveRoundAtPrice`, then as `closeRound`. */
export function closeRoundAtPrice(
  table: CapTable,
  terms: PricingTerms,
  priceUsd: number,
  into: RoundSolution,
): number {
  solveRoundAtPrice(table, terms, priceUsd, into)
  return applySolution(table, terms, into)
}

function applySolution(table: CapTable, terms: PricingTerms, solution: RoundSolution): number {
  const { series, convertibles } = table
  for (let i = 0; i < series.length; i++) {
    series[i].conversionPriceUsd = solution.conversionPriceUsd[i]
    series[i].convertedShares = solution.convertedShares[i]
  }
  table.availableShares += solution.poolIncreaseShares
  for (let i = 0; i < convertibles.length; i++)
    series.push(
      new PreferredSeries(solution.convertibleShares[i], solution.convertiblePriceUsd[i], terms.preferred),
    )
  if (convertibles.length > 0) convertibles.length = 0
  series.push(new PreferredSeries(solution.newShares, solution.priceUsd, terms.preferred))
  return series.length - 1
}
