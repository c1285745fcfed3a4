import type { CapTable } from '../table/cap-table.ts'
import type { PreferredSeries } from '../table/preferred-series.ts'
import { averagedPriceUsd } from './anti-dilution.ts'
import { sharesPerUsdAtCap } from './choose-pieces.ts'
import { fitLength } from './fit-length.ts'
import type { PricingTerms } from './pricing-terms.ts'
import { roundConvertibles, roundNewShares, roundOlder } from './round-shares.ts'
import type { RoundSolution } from './round-solution.ts'
import { averagingShares, type RoundSystem } from './round-system.ts'

// The arithmetic may leave a price that equals a conversion price a few parts in 1e16 below it, which is no fall.
const leastFall = 1e-12

/**
 * Reads the solution off its solved system: values as agreed, then prices, rounded if that is asked, then the shares
 * they buy. Rounding comes after the exact solution, which is not sought again.
 */
export function fillSolution(table: CapTable, terms: PricingTerms, into: RoundSolution): void {
  const { system } = into
  const { rounding } = terms
  system.priceUsd = system.agreedPriceUsd > 0 ? system.agreedPriceUsd : 1 / system.perUsd
  fillValues(into, system)
  into.priceUsd = system.priceUsd
  into.newShares = terms.amountUsd / into.priceUsd
  into.poolIncreaseShares = system.poolIncreaseShares
  if (rounding !== null) roundNewShares(terms.amountUsd, rounding, into)
  fillConvertibles(table, into)
  if (rounding !== null) roundConvertibles(table, rounding, into)
  fillOlder(table, terms.protectsOlder, into)
  if (rounding !== null) roundOlder(table, rounding, into)
  fillTotals(into, system)
}

/** What the round is worth before any rounding, so that pre-money and new money add up to post-money. */
function fillValues(into: RoundSolution, system: RoundSystem): void {
  const { priceUsd, convertingShares, poolIncreaseShares } = system
  let covered = system.plainShares + system.olderBase + system.olderPerX * system.perUsd
  let outside = 0
  if (system.coversConversion) covered += convertingShares
  else outside += convertingShares
  if (system.coversPool) covered += poolIncreaseShares
  else outside += poolIncreaseShares
  into.preMoneyUsd = system.agreedPriceUsd > 0 ? priceUsd * covered : system.valueUsd
  into.postMoneyUsd = into.preMoneyUsd + system.amountUsd + priceUsd * outside
}

function fillConvertibles(table: CapTable, into: RoundSolution): void {
  const { convertibles } = table
  const { termsTaken } = into.system
  fitLength(into.convertibleShares, convertibles.length)
  fitLength(into.convertiblePriceUsd, convertibles.length)
  fitLength(into.convertibleTerms, convertibles.length)
  for (let i = 0; i < convertibles.length; i++) {
    const terms = convertibles[termsTaken[i]]
    const atCapUsd = 1 / sharesPerUsdAtCap(into.system, terms)
    const priceUsd = Math.min(into.priceUsd * (1 - terms.discount), atCapUsd)
    into.convertibleTerms[i] = termsTaken[i]
    into.convertiblePriceUsd[i] = priceUsd
    into.convertibleShares[i] = convertibles[i].owedUsd / priceUsd
  }
}

function fillOlder(table: CapTable, protectsOlder: boolean, into: RoundSolution): void {
  const { series } = table
  fitLength(into.conversionPriceUsd, series.length)
  fitLength(into.convertedShares, series.length)
  for (let i = 0; i < series.length; i++) {
    const oldUsd = series[i].conversionPriceUsd
    into.conversionPriceUsd[i] = oldUsd
    if (protectsOlder && isCheaper(into, oldUsd)) adjustPrice(series[i], i, into)
    into.convertedShares[i] = series[i].convertedShares * (oldUsd / into.conversionPriceUsd[i])
  }
}

/** True if shares are sold below a price, with and without rounding: rounding alone lowers nobody's. */
function isCheaper(into: RoundSolution, oldUsd: number): boolean {
  return into.system.priceUsd < oldUsd * (1 - leastFall) && into.priceUsd < oldUsd
}

// It stores and does not return: a price that is either of two costs an allocation.
function adjustPrice(series: PreferredSeries, index: number, into: RoundSolution): void {
  if (series.antiDilution === 'none') return
  if (series.antiDilution === 'full_ratchet') {
    into.conversionPriceUsd[index] = into.priceUsd
    return
  }
  const before = averagingShares(into.system, series)
  const { priceUsd, newShares } = into
  const oldUsd = series.conversionPriceUsd
  into.conversionPriceUsd[index] = averagedPriceUsd(oldUsd, before, newShares, newShares * priceUsd)
}

function fillTotals(into: RoundSolution, system: RoundSystem): void {
  let converting = 0
  for (let i = 0; i < into.convertibleShares.length; i++) converting += into.convertibleShares[i]
  let before = system.plainShares
  for (let i = 0; i < into.convertedShares.length; i++) before += into.convertedShares[i]
  into.capitalizationShares = system.beforeShares + converting
  into.fullyDilutedShares = before + converting + into.poolIncreaseShares + into.newShares
}
