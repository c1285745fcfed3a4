import type { RoundSystem } from './round-system.ts'

/**
 * Moves the system to the solution of its active pieces, three linear equations. Slopes are not negative, so a
 * solution exists if and only if both pivots are positive: elsewhere the claims grow faster than what they claim.
 *
 * Returns false, and moves nothing, if there is none.
 */
export function solvePieces(system: RoundSystem): boolean {
  const convertingPivot = pivotOfConverting(system)
  if (!(convertingPivot > 0)) return false
  const base = (system.convertingBase + system.convertingPerPool * system.poolBase) / convertingPivot
  const perX = (system.convertingPerX + system.convertingPerPool * system.poolPerX) / convertingPivot
  const poolBase = system.poolBase + system.poolPerConverting * base
  const poolPerX = system.poolPerX + system.poolPerConverting * perX
  if (system.agreedPriceUsd === 0) {
    let covered = system.plainShares + system.olderBase
    let takenUsd = system.olderPerX
    if (system.coversConversion) {
      covered += base
      takenUsd += perX
    }
    if (system.coversPool) {
      covered += poolBase
      takenUsd += poolPerX
    }
    if (!(system.valueUsd > takenUsd)) return false
    system.perUsd = covered / (system.valueUsd - takenUsd)
  }
  system.convertingShares = base + perX * system.perUsd
  system.poolIncreaseShares = poolBase + poolPerX * system.perUsd
  return true
}

/** What is left of one converting share after the converting shares that it calls for itself. */
export function pivotOfConverting(system: RoundSystem): number {
  return 1 - system.convertingPerConverting - system.convertingPerPool * system.poolPerConverting
}
