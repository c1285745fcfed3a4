import type { CapTable } from '../table/cap-table.ts'
import type { PreferredSeries } from '../table/preferred-series.ts'
import { fitLength } from './fit-length.ts'
import type { PricingTerms } from './pricing-terms.ts'

/**
 * The equations of one round, and where their solution is sought.
 *
 * Three unknowns decide everything: x = 1 / price, S = the shares that all convertibles turn into, T = the increase
 * of the pool. Each is a sum of maxima of affine functions that rise with x, S and T:
 * - S = Σ owed · max(counted shares / cap, x / (1 - discount)), where a post-money cap counts before + S and a
 *   pre-money cap before + T;
 * - R = Σ max(shares, shares after anti-dilution), affine in x;
 * - T = max(added, what lacks to the target);
 * - value · x = shares that the value covers.
 *
 * Shape: one record serves many rounds; `setUpSystem` overwrites it.
 */
export class RoundSystem {
  // What is given.
  amountUsd = 0
  /** What the covered shares are worth: pre-money, with the converting money by the dollars-invested method. */
  valueUsd = 0
  owedUsd = 0
  /** Common, rights, promised and available. */
  plainShares = 0
  broadShares = 0
  narrowShares = 0
  availableShares = 0
  /** Plain and series as converted. */
  beforeShares = 0
  targetShare = 0
  addedShares = 0
  coversConversion = true
  coversPool = true
  protectsOlder = true
  /** Agreed price of a share; 0 if the value is agreed. */
  agreedPriceUsd = 0
  // What is sought.
  perUsd = 0
  convertingShares = 0
  poolIncreaseShares = 0
  /** Price of a share before any rounding; what anti-dilution is triggered by. */
  priceUsd = 0
  // The active pieces: constants and slopes of S, R and T.
  convertingBase = 0
  convertingPerConverting = 0
  convertingPerPool = 0
  convertingPerX = 0
  olderBase = 0
  olderPerX = 0
  poolBase = 0
  poolPerConverting = 0
  poolPerX = 0
  /** Place of the convertible whose terms each one takes. */
  readonly termsTaken: number[] = []
}

/** Fills the given quantities, but for the agreed value or price, and puts the unknowns below every solution. */
export function setUpSystem(system: RoundSystem, table: CapTable, terms: PricingTerms): void {
  system.amountUsd = terms.amountUsd
  system.owedUsd = 0
  for (let i = 0; i < table.convertibles.length; i++) system.owedUsd += table.convertibles[i].owedUsd
  countShares(system, table)
  system.targetShare = terms.pool.targetShare
  system.addedShares = terms.pool.addedShares
  system.coversConversion = terms.convention !== 'pre_money'
  system.coversPool = !terms.pool.isAfterMoney
  system.protectsOlder = terms.protectsOlder
  system.valueUsd = 0
  system.agreedPriceUsd = 0
  fitLength(system.termsTaken, table.convertibles.length)
  system.perUsd = 0
  system.convertingShares = 0
  system.poolIncreaseShares = 0
}

function countShares(system: RoundSystem, table: CapTable): void {
  let rights = 0
  for (let i = 0; i < table.rights.length; i++) rights += table.rights[i].shares
  let preferred = 0
  for (let i = 0; i < table.series.length; i++) preferred += table.series[i].convertedShares
  system.availableShares = table.availableShares
  system.plainShares = table.commonShares + rights + table.promisedShares + table.availableShares
  system.beforeShares = system.plainShares + preferred
  system.broadShares = table.commonShares + rights + table.promisedShares + preferred
  system.narrowShares = table.commonShares + preferred
}

/**
 * Shares which the weighted average counts as outstanding before the round. Broad-based: common, preferred as
 * converted, options granted and promised, warrants, but not the reserve. Narrow-based: outstanding stock alone,
 * common and preferred as converted.
 */
export function averagingShares(system: RoundSystem, series: PreferredSeries): number {
  return series.antiDilution === 'narrow_based' ? system.narrowShares : system.broadShares
}
