import { preferenceUsd, type CapTable } from './cap-table.ts'

/**
 * Splits the proceeds of a sale among the holders. Each non-participating series takes its preference or
 * converts to common, whichever pays it more given what all others do; participating series take the
 * preference and share besides. Unpaid preferences come before common, by seniority.
 *
 * The answer is the equilibrium in which no series gains by changing its mind. It is unique in payouts: with v
 * dollars a common share, the sum of all claims rises with v, so one v spends the proceeds. It is found from
 * above: if all convert, v is too high; series that would rather hold leave, v falls, and so on.
 * A series that gets the same either way holds.
 *
 * Units: US dollars. Shape: fills `payouts[0]` (common and pool) and `payouts[1 + i]` (series i), and leaves the
 * rest alone; nothing is allocated. Payouts add up to the proceeds but for rounding.
 * Throws: RangeError for proceeds that are negative or not finite, or too short an array.
 * Source: Metrick and Yasuda, Venture Capital and the Finance of Innovation: conversion order.
 */
export function exitPayouts(table: CapTable, proceedsUsd: number, payouts: Float64Array): void {
  requireExit(table, proceedsUsd, payouts)
  const perShareUsd = commonShareUsd(table, proceedsUsd)
  if (perShareUsd === 0) {
    payPreferences(table, proceedsUsd, payouts)
    return
  }
  payouts[0] = perShareUsd * (table.commonShares + table.poolShares)
  for (let series = 0; series < table.seriesCount; series++) {
    const preference = preferenceUsd(table, series)
    const asCommon = perShareUsd * table.shares[series]
    payouts[1 + series] =
      table.participating[series] === 1 ? preference + asCommon : Math.max(preference, asCommon)
  }
}

/** What one common share gets; 0 if the preferences take everything. */
function commonShareUsd(table: CapTable, proceedsUsd: number): number {
  let perShareUsd = Infinity
  let held = -1
  let heldBefore = -2
  while (held !== heldBefore) {
    heldBefore = held
    held = 0
    let residualUsd = proceedsUsd
    let sharing = table.commonShares + table.poolShares
    for (let series = 0; series < table.seriesCount; series++) {
      const shares = table.shares[series]
      const preference = preferenceUsd(table, series)
      const participates = table.participating[series] === 1
      const holds = !participates && perShareUsd * shares <= preference
      if (holds) held++
      else sharing += shares
      if (holds || participates) residualUsd -= preference
    }
    // Falls from pass to pass; rounding must not lift it, or a series at its threshold could flip for ever.
    perShareUsd = Math.max(0, Math.min(perShareUsd, residualUsd / sharing))
  }
  return perShareUsd
}

/** Pays preferences alone, the most senior rank first; a rank that comes up short shares in proportion. */
function payPreferences(table: CapTable, proceedsUsd: number, payouts: Float64Array): void {
  payouts[0] = 0
  let leftUsd = proceedsUsd
  let rank = nextRank(table, Infinity)
  while (rank > -Infinity) {
    const dueUsd = rankPreferenceUsd(table, rank)
    const paidShare = dueUsd > leftUsd ? leftUsd / dueUsd : 1
    for (let series = 0; series < table.seriesCount; series++)
      if (table.seniority[series] === rank) payouts[1 + series] = paidShare * preferenceUsd(table, series)
    leftUsd = Math.max(0, leftUsd - dueUsd)
    rank = nextRank(table, rank)
  }
}

function nextRank(table: CapTable, below: number): number {
  let rank = -Infinity
  for (let series = 0; series < table.seriesCount; series++) {
    const seniority = table.seniority[series]
    if (seniority < below && seniority > rank) rank = seniority
  }
  return rank
}

function rankPreferenceUsd(table: CapTable, rank: number): number {
  let sumUsd = 0
  for (let series = 0; series < table.seriesCount; series++)
    if (table.seniority[series] === rank) sumUsd += preferenceUsd(table, series)
  return sumUsd
}

function requireExit(table: CapTable, proceedsUsd: number, payouts: Float64Array): void {
  if (!(proceedsUsd >= 0 && proceedsUsd < Infinity))
    throw new RangeError(`exitPayouts: proceedsUsd must be at least 0 and finite, got ${proceedsUsd}`)
  if (payouts.length <= table.seriesCount)
    throw new RangeError(
      `exitPayouts: payouts must have room for ${table.seriesCount + 1} holders, got ${payouts.length}`,
    )
}
