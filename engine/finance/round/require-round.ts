import type { CapTable } from '../table/cap-table.ts'
import type { PricingTerms } from './pricing-terms.ts'

/** Throws a RangeError for a term of the round or of a convertible that has no meaning. */
export function requireRound(table: CapTable, terms: PricingTerms): void {
  requirePositive('amountUsd', terms.amountUsd)
  const { targetShare, addedShares } = terms.pool
  if (!(targetShare >= 0 && targetShare < 1))
    throw new RangeError(`solveRound: pool.targetShare must be at least 0 and below 1, got ${targetShare}`)
  if (!(addedShares >= 0 && addedShares < Infinity))
    throw new RangeError(`solveRound: pool.addedShares must be at least 0 and finite, got ${addedShares}`)
  if (terms.rounding !== null) requireDecimals(terms.rounding.priceDecimals)
  requirePositive('commonShares', table.commonShares)
  for (let i = 0; i < table.convertibles.length; i++) requireConvertible(table, i)
}

/** Throws a RangeError unless the value is positive and finite. */
export function requirePositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity))
    throw new RangeError(`solveRound: ${name} must be positive and finite, got ${value}`)
}

function requireDecimals(decimals: number): void {
  if (!(Number.isInteger(decimals) && decimals >= 0 && decimals <= 12))
    throw new RangeError(`solveRound: rounding.priceDecimals must be a whole number 0 to 12, got ${decimals}`)
}

function requireConvertible(table: CapTable, index: number): void {
  const { owedUsd, capUsd, discount, favours } = table.convertibles[index]
  if (!(owedUsd > 0 && owedUsd < Infinity))
    throw new RangeError(
      `solveRound: owedUsd of convertible ${index} must be positive and finite, got ${owedUsd}`,
    )
  if (!(capUsd > 0))
    throw new RangeError(`solveRound: capUsd of convertible ${index} must be positive, got ${capUsd}`)
  if (!(discount >= 0 && discount < 1))
    throw new RangeError(
      `solveRound: discount of convertible ${index} must be at least 0 and below 1, got ${discount}`,
    )
  for (let k = 0; k < favours.length; k++)
    if (table.convertibles[favours[k]] === undefined)
      throw new RangeError(
        `solveRound: favours of convertible ${index} must be places of convertibles, got ${favours[k]}`,
      )
}
