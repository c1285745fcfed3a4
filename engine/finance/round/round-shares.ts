import type { CapTable } from '../table/cap-table.ts'
import type { RoundSolution } from './round-solution.ts'
import type { ShareRounding } from './round-terms.ts'

/** A price of which rounding leaves nothing. */
export class VanishingPriceError extends RangeError {
  readonly priceUsd: number
  readonly decimals: number

  constructor(priceUsd: number, decimals: number) {
    super(`roundPrice: priceUsd ${priceUsd} must not vanish at ${decimals} decimals; give more decimals`)
    this.name = 'VanishingPriceError'
    this.priceUsd = priceUsd
    this.decimals = decimals
  }
}

/**
 * Rounds a price to decimals of a dollar.
 *
 * Throws: VanishingPriceError if nothing is left of it.
 * @example roundPrice(1.11443743, 4) // => 1.1144
 */
export function roundPrice(priceUsd: number, decimals: number): number {
  let scale = 1
  for (let i = 0; i < decimals; i++) scale *= 10
  const rounded = Math.round(priceUsd * scale) / scale
  if (!(rounded > 0)) throw new VanishingPriceError(priceUsd, decimals)
  return rounded
}

/**
 * Rounds a share count down to whole shares. A count that lies below a whole number by no more than the rounding of
 * the arithmetic counts as that number.
 *
 * @example wholeShares(1176470.588) // => 1176470
 * @example wholeShares(8000000 - 1e-9) // => 8000000
 */
export function wholeShares(shares: number): number {
  const nearest = Math.round(shares)
  return Math.abs(shares - nearest) <= 1e-9 + 1e-13 * nearest ? nearest : Math.floor(shares)
}

/** Rounds the price, unless it is agreed, and to whole shares what it buys and the pool's increase. */
export function roundNewShares(amountUsd: number, rounding: ShareRounding, into: RoundSolution): void {
  if (into.system.agreedPriceUsd === 0) into.priceUsd = roundPrice(into.priceUsd, rounding.priceDecimals)
  into.newShares = wholeShares(amountUsd / into.priceUsd)
  into.poolIncreaseShares = wholeShares(into.poolIncreaseShares)
}

/** Rounds the conversion prices of SAFEs and notes, and to whole shares what these buy. */
export function roundConvertibles(table: CapTable, rounding: ShareRounding, into: RoundSolution): void {
  for (let i = 0; i < table.convertibles.length; i++) {
    const exactUsd = into.convertiblePriceUsd[i]
    // Who converts at the price of the round pays that price, even if it is agreed and finer than the rounding.
    if (exactUsd !== into.priceUsd)
      into.convertiblePriceUsd[i] = Math.min(into.priceUsd, roundPrice(exactUsd, rounding.priceDecimals))
    into.convertibleShares[i] = wholeShares(table.convertibles[i].owedUsd / into.convertiblePriceUsd[i])
  }
}

/** Rounds the conversion prices that anti-dilution has lowered: not to above the old one, nor below the new price. */
export function roundOlder(table: CapTable, rounding: ShareRounding, into: RoundSolution): void {
  for (let i = 0; i < table.series.length; i++) {
    const { conversionPriceUsd, convertedShares } = table.series[i]
    if (into.conversionPriceUsd[i] === conversionPriceUsd) continue
    roundAdjusted(i, rounding, into)
    if (into.conversionPriceUsd[i] < conversionPriceUsd) {
      const ratio = conversionPriceUsd / into.conversionPriceUsd[i]
      into.convertedShares[i] = wholeShares(convertedShares * ratio)
    } else {
      into.conversionPriceUsd[i] = conversionPriceUsd
      into.convertedShares[i] = convertedShares
    }
  }
}

// It stores and does not return: a price that is either of two costs an allocation.
function roundAdjusted(index: number, rounding: ShareRounding, into: RoundSolution): void {
  const exactUsd = into.conversionPriceUsd[index]
  if (exactUsd === into.priceUsd) return
  into.conversionPriceUsd[index] = Math.max(into.priceUsd, roundPrice(exactUsd, rounding.priceDecimals))
}
