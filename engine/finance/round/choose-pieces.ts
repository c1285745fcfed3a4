import type { CapTable } from '../table/cap-table.ts'
import type { Convertible } from '../table/convertible.ts'
import type { PreferredSeries } from '../table/preferred-series.ts'
import { averagingShares, type RoundSystem } from './round-system.ts'

/**
 * Chooses, at the point where the system stands, the greatest piece of each maximum, and sums their constants and
 * slopes.
 */
export function choosePieces(system: RoundSystem, table: CapTable): void {
  takeOlder(system, table.series)
  takeFavoured(system, table.convertibles)
  takeConvertibles(system, table.convertibles)
  takePool(system)
}

/** Shares a dollar of a convertible at its cap: shares counted / cap. */
export function sharesPerUsdAtCap(system: RoundSystem, terms: Convertible): number {
  const more = terms.capBasis === 'post_money' ? system.convertingShares : system.poolIncreaseShares
  return (system.beforeShares + more) / terms.capUsd
}

/** True if a cap gives more shares than the price or a discount. */
export function isAtCap(system: RoundSystem, terms: Convertible): boolean {
  return sharesPerUsdAtCap(system, terms) > system.perUsd / (1 - terms.discount)
}

/** Shares a dollar of a convertible: the better of cap and discount. */
function sharesPerUsd(system: RoundSystem, terms: Convertible): number {
  return Math.max(sharesPerUsdAtCap(system, terms), system.perUsd / (1 - terms.discount))
}

function takeOlder(system: RoundSystem, older: readonly PreferredSeries[]): void {
  system.olderBase = 0
  system.olderPerX = 0
  for (let i = 0; i < older.length; i++) {
    const series = older[i]
    const isTriggered = system.perUsd * series.conversionPriceUsd > 1
    if (system.protectsOlder && series.antiDilution !== 'none' && isTriggered) takeAdjusted(system, series)
    else system.olderBase += series.convertedShares
  }
}

/** A series whose conversion price falls: by weighted average shares (A + amount x) / (A + amount / CP1). */
export function takeAdjusted(system: RoundSystem, series: PreferredSeries): void {
  const shares = series.convertedShares
  if (series.antiDilution === 'full_ratchet') {
    system.olderPerX += shares * series.conversionPriceUsd
    return
  }
  const before = averagingShares(system, series)
  const scale = shares / (before + system.amountUsd / series.conversionPriceUsd)
  system.olderBase += scale * before
  system.olderPerX += scale * system.amountUsd
}

/** Lets each most-favoured convertible take the best terms it may, those which others have taken among them. */
function takeFavoured(system: RoundSystem, all: readonly Convertible[]): void {
  for (let i = 0; i < all.length; i++) system.termsTaken[i] = i
  let changes = true
  while (changes) {
    changes = false
    for (let i = 0; i < all.length; i++)
      if (all[i].isMostFavoured && takeBetter(system, all, i)) changes = true
  }
}

function takeBetter(system: RoundSystem, all: readonly Convertible[], i: number): boolean {
  const { favours } = all[i]
  const { termsTaken } = system
  let best = sharesPerUsd(system, all[termsTaken[i]])
  let changes = false
  for (let k = 0; k < favours.length; k++) {
    const offered = sharesPerUsd(system, all[termsTaken[favours[k]]])
    if (offered <= best) continue
    best = offered
    termsTaken[i] = termsTaken[favours[k]]
    changes = true
  }
  return changes
}

function takeConvertibles(system: RoundSystem, all: readonly Convertible[]): void {
  system.convertingBase = 0
  system.convertingPerConverting = 0
  system.convertingPerPool = 0
  system.convertingPerX = 0
  for (let i = 0; i < all.length; i++) {
    const terms = all[system.termsTaken[i]]
    const owed = all[i].owedUsd
    if (!isAtCap(system, terms)) {
      system.convertingPerX += owed / (1 - terms.discount)
      continue
    }
    const perShare = owed / terms.capUsd
    system.convertingBase += perShare * system.beforeShares
    if (terms.capBasis === 'post_money') system.convertingPerConverting += perShare
    else system.convertingPerPool += perShare
  }
}

/** The pool's increase: what is agreed, or what lacks to the target, (target · (all others) - available) / (1 - target). */
function takePool(system: RoundSystem): void {
  const { targetShare, amountUsd } = system
  const scale = targetShare / (1 - targetShare)
  const base = scale * (system.plainShares + system.olderBase) - system.availableShares / (1 - targetShare)
  const perX = scale * (amountUsd + system.olderPerX)
  const lacking = base + scale * system.convertingShares + perX * system.perUsd
  const isTarget = targetShare > 0 && lacking > system.addedShares
  system.poolBase = isTarget ? base : system.addedShares
  system.poolPerConverting = isTarget ? scale : 0
  system.poolPerX = isTarget ? perX : 0
}
