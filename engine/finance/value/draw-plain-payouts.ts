import { sumClaims, type Claims } from '../exit/claims.ts'
import { countConvertibles } from '../exit/count-convertibles.ts'
import { setClaims } from '../exit/set-claims.ts'
import type { CapTable } from '../table/cap-table.ts'
import { countClasses, fitLines, type PayoutLines } from './payout-lines.ts'

/**
 * Draws the payouts of a company at exits without debt, costs or carve-out: what `drawPayouts` does for any, many times
 * faster, since it walks along ranks and then the value of a common share and solves for nothing.
 *
 * Shape: overwrites `into` and allocates only to grow it. Throws: RangeError if post-money caps promise the whole company.
 */
export function drawPlainPayouts(table: CapTable, isListing: boolean, into: PayoutLines): void {
  const { split } = into
  const { claims } = split
  countConvertibles(table, split)
  setClaims(table, isListing, split.convertibleShares, claims)
  // Price 0, a point a rank, one for notes, one at which common begins, one a turn, and one beyond the last.
  fitLines(into, countClasses(table), claims.turnCount + claims.count + 4)
  startAtNothing(into)
  addRanks(claims, into)
  const turns = sortTurns(claims, into.turnsUsd)
  into.turnsUsd[turns] = turns === 0 ? 1 : 2 * into.turnsUsd[turns - 1]
  claims.perShareUsd = 0
  addPoint(into)
  for (let i = 0; i <= turns; i++) {
    claims.perShareUsd = into.turnsUsd[i]
    addPoint(into)
  }
  into.lineCount--
  joinPoints(into)
}

function startAtNothing(into: PayoutLines): void {
  into.fromUsd[0] = 0
  for (let c = 0; c < into.classCount; c++) into.intercepts[c * into.capacity] = 0
  into.lineCount = 1
}

/** Points at which a rank is paid up, notes first. One to which nothing is owed adds no point. */
function addRanks(claims: Claims, into: PayoutLines): void {
  const { count, rank, owedUsd, dueUsd } = claims
  claims.perShareUsd = 0
  sumClaims(claims)
  dueUsd.fill(0)
  let paidUsd = 0
  let next = Infinity
  for (let own = Infinity; own > -Infinity; own = next) {
    next = -Infinity
    for (let i = 0; i < count; i++)
      if (rank[i] === own) paidUsd += dueUsd[i] = owedUsd[i]
      else if (rank[i] < own && rank[i] > next) next = rank[i]
    if (paidUsd <= into.fromUsd[into.lineCount - 1]) continue
    into.fromUsd[into.lineCount] = paidUsd
    copyClaims(into)
  }
}

/** Values of a common share at which a claim turns, rising, each once; returns how many. */
function sortTurns({ turnCount, turnUsd }: Claims, sorted: Float64Array): number {
  let count = 0
  for (let turn = turnCount - 1; turn >= 0; turn--) {
    const atUsd = turnUsd[turn]
    if (!(atUsd > 0 && atUsd < Infinity)) continue
    let place = count
    while (place > 0 && sorted[place - 1] >= atUsd) place--
    if (place < count && sorted[place] === atUsd) continue
    for (let i = count; i > place; i--) sorted[i] = sorted[i - 1]
    sorted[place] = atUsd
    count++
  }
  return count
}

/** The point at which a share of common gets `perShareUsd`: every claim, and their sum as the price. */
function addPoint(into: PayoutLines): void {
  const { claims } = into.split
  sumClaims(claims)
  // Points closer than rounding make a line without direction.
  if (!(claims.totalUsd > into.fromUsd[into.lineCount - 1] * (1 + 1e-12))) return
  into.fromUsd[into.lineCount] = claims.totalUsd
  copyClaims(into)
}

/** Adds the latest claims as a point. */
function copyClaims(into: PayoutLines): void {
  const { intercepts, capacity } = into
  const { perShareUsd, commonShares, rightCount, rightsUsd, count, dueUsd } = into.split.claims
  let at = into.lineCount++
  intercepts[at] = perShareUsd * commonShares
  for (let i = 0; i < rightCount; i++) intercepts[(at += capacity)] = rightsUsd[i]
  for (let i = 0; i < count; i++) intercepts[(at += capacity)] = dueUsd[i]
  intercepts[at + capacity] = 0
}

/** Turns payouts at points into the lines between them. */
function joinPoints({ lineCount, classCount, capacity, fromUsd, intercepts, slopes }: PayoutLines): void {
  for (let c = 0; c < classCount; c++)
    for (let s = 0, at = c * capacity; s < lineCount; s++, at++) {
      slopes[at] = (intercepts[at + 1] - intercepts[at]) / (fromUsd[s + 1] - fromUsd[s])
      intercepts[at] -= slopes[at] * fromUsd[s]
    }
}
