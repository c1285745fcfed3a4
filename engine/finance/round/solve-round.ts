import type { CapTable } from '../table/cap-table.ts'
import { explainNoPrice } from './explain-no-price.ts'
import { fillSolution } from './fill-solution.ts'
import { NoPriceError } from './no-price-error.ts'
import { noPriceReason } from './no-price-reason.ts'
import type { PricingTerms } from './pricing-terms.ts'
import { requirePositive, requireRound } from './require-round.ts'
import type { RoundSolution } from './round-solution.ts'
import { setUpSystem } from './round-system.ts'
import type { RoundTerms } from './round-terms.ts'
import { solveSystem } from './solve-system.ts'

/**
 * Prices a round: the price of a share, what every SAFE and note converts into, the pool's increase and what
 * anti-dilution gives the older series, all at once and exactly. The table stays as it is; `closeRound` changes it.
 *
 * At most one price solves a round (`solveSystem` says why), so a higher pre-money value always means a higher price.
 * An issue at or above a series' conversion price leaves the series alone, whatever SAFEs and notes convert at: shares
 * issued on their conversion are exempt from anti-dilution. The price before rounding decides: a price that only
 * rounding takes below a conversion price lowers none.
 *
 * Shape: overwrites `into`; allocates nothing once its arrays are as long as the table's.
 * Throws: RangeError for a term without meaning; NoPriceError, which is one too, for a round without a price, naming
 * what eats the value.
 */
export function solveRound(table: CapTable, terms: RoundTerms, into: RoundSolution): void {
  requireRound(table, terms)
  requirePositive('preMoneyUsd', terms.preMoneyUsd)
  const { system } = into
  setUpSystem(system, table, terms)
  system.valueUsd = terms.preMoneyUsd
  if (terms.convention === 'dollars_invested') system.valueUsd += system.owedUsd
  solve(table, terms, into)
  into.preMoneyUsd = terms.preMoneyUsd
}

/**
 * Solves a round whose price is agreed and not its pre-money value, as in a bridge or an extension at the last price.
 * `into.preMoneyUsd` becomes the value which that price comes to under the convention. Rounding leaves an agreed price
 * as it is.
 *
 * Shape and throws: as `solveRound`.
 */
export function solveRoundAtPrice(
  table: CapTable,
  terms: PricingTerms,
  priceUsd: number,
  into: RoundSolution,
): void {
  requireRound(table, terms)
  requirePositive('priceUsd', priceUsd)
  const { system } = into
  setUpSystem(system, table, terms)
  system.agreedPriceUsd = priceUsd
  system.perUsd = 1 / priceUsd
  solve(table, terms, into)
  if (terms.convention === 'dollars_invested') into.preMoneyUsd -= system.owedUsd
}

/**
 * Pre-money value that an agreed price of a share comes to, once SAFEs and notes have converted at it and the pool
 * has its increase: for a round at the last price.
 *
 * Units: US dollars. Shape: overwrites `into`. Throws: as `solveRoundAtPrice`.
 */
export function preMoneyAtPrice(
  table: CapTable,
  terms: PricingTerms,
  priceUsd: number,
  into: RoundSolution,
): number {
  solveRoundAtPrice(table, terms, priceUsd, into)
  return into.preMoneyUsd
}

function solve(table: CapTable, terms: PricingTerms, into: RoundSolution): void {
  const { system } = into
  if (!solveSystem(system, table))
    throw new NoPriceError(explainNoPrice(system), noPriceReason(system, table))
  fillSolution(table, terms, into)
}
