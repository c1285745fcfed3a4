import type { CapTable } from '../table/cap-table.ts'
import { participationCapUsd, preferenceUsd } from '../table/preferred-series.ts'
import type { Claims } from './claims.ts'

/**
 * Puts a table's claims at a sale or listing into columns. In a sale a series holds its preference (and participates)
 * or converts; at a listing all convert and a ratchet guarantees a floor. A SAFE takes its money at the discount, which
 * buys that much of common at any price, or the shares that its cap gives, which are `shares`; a note its money, or
 * these.
 *
 * A SAFE ranks with the most senior series: junior to debt, on par with other SAFEs and with preferred stock. At a
 * listing, where preferences are lost, SAFEs and ratchets are one rank.
 *
 * Shape: `countConvertibles` has filled `shares`, one entry a convertible, and the discounts.
 */
export function setClaims(
  table: CapTable,
  isListing: boolean,
  shares: readonly number[],
  into: Claims,
): void {
  into.rightCount = table.rights.length
  into.count = table.series.length + table.convertibles.length
  fit(into)
  into.commonShares = into.allShares = table.commonShares + table.promisedShares
  setRights(table, into)
  if (isListing) setListed(table, into)
  else setHeld(table, into)
  setConvertibles(table, isListing, shares, into)
  setTurns(into)
}

function setRights({ rights }: CapTable, into: Claims): void {
  for (let i = 0; i < rights.length; i++) {
    into.strikeUsd[i] = rights[i].strikeUsd
    into.allShares += into.rightShares[i] = rights[i].shares
  }
}

function setHeld({ series }: CapTable, into: Claims): void {
  for (let i = 0; i < series.length; i++) {
    const one = series[i]
    into.allShares += into.shares[i] = one.convertedShares
    into.floorUsd[i] = into.owedUsd[i] = preferenceUsd(one)
    into.joiningShares[i] = one.participation === 'none' ? 0 : one.convertedShares
    into.capUsd[i] = participationCapUsd(one)
    into.rank[i] = one.rank
  }
}

function setListed({ series }: CapTable, into: Claims): void {
  for (let i = 0; i < series.length; i++) {
    const one = series[i]
    into.allShares += into.shares[i] = one.convertedShares
    into.floorUsd[i] = into.owedUsd[i] = into.capUsd[i] = one.listingMultiple * one.investedUsd
    into.joiningShares[i] = 0
    into.rank[i] = 0
  }
}

function setConvertibles(
  { series, convertibles }: CapTable,
  isListing: boolean,
  shares: readonly number[],
  into: Claims,
): void {
  let top = series.length === 0 ? 0 : into.rank[0]
  for (let i = 1; i < series.length; i++) top = Math.max(top, into.rank[i])
  for (let i = 0; i < convertibles.length; i++) {
    const { owedUsd, isDebt } = convertibles[i]
    const at = series.length + i
    into.allShares += into.shares[at] = shares[i]
    into.floorUsd[at] = into.capUsd[at] = isDebt ? owedUsd : owedUsd / (1 - into.discount[i])
    into.owedUsd[at] = isListing && !isDebt ? into.floorUsd[at] : owedUsd
    into.joiningShares[at] = 0
    into.rank[at] = isDebt ? Infinity : top
  }
}

/** A claim that never turns turns at Infinity. */
function setTurns(into: Claims): void {
  const { rightCount, count, strikeUsd, floorUsd, joiningShares, capUsd, shares, turnUsd } = into
  for (let i = 0; i < rightCount; i++) turnUsd[i] = strikeUsd[i]
  let turn = rightCount
  for (let i = 0; i < count; i++) turnUsd[turn++] = shares[i] > 0 ? capUsd[i] / shares[i] : Infinity
  for (let i = 0; i < count; i++)
    if (joiningShares[i] > 0 && capUsd[i] < Infinity)
      turnUsd[turn++] = (capUsd[i] - floorUsd[i]) / joiningShares[i]
  into.turnCount = turn
}

function fit(into: Claims): void {
  const { rightCount, count } = into
  if (rightCount > into.strikeUsd.length) {
    into.strikeUsd = new Float64Array(2 * rightCount)
    into.rightShares = new Float64Array(2 * rightCount)
    into.rightsUsd = new Float64Array(2 * rightCount)
  }
  if (count > into.floorUsd.length) {
    into.floorUsd = new Float64Array(2 * count)
    into.joiningShares = new Float64Array(2 * count)
    into.capUsd = new Float64Array(2 * count)
    into.shares = new Float64Array(2 * count)
    into.owedUsd = new Float64Array(2 * count)
    into.rank = new Float64Array(2 * count)
    into.dueUsd = new Float64Array(2 * count)
  }
  const turnCount = rightCount + 2 * count
  if (turnCount > into.turnUsd.length) into.turnUsd = new Float64Array(2 * turnCount)
}
