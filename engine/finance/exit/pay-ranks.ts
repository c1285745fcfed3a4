import type { Claims } from './claims.ts'

/**
 * Pays what comes before common when common gets nothing: notes, then rank by rank, a rank that comes up short in
 * proportion to what each is owed, and last what a discount adds to the money of SAFEs and notes.
 *
 * Shape: overwrites `dueUsd` with what is paid, and `totalUsd`, which it shares out, with what is left in the end.
 */
export function payRanks(claims: Claims): void {
  const { count, rank, owedUsd, dueUsd } = claims
  let next = Infinity
  for (let own = Infinity; own > -Infinity; own = next) {
    next = -Infinity
    let rankUsd = 0
    for (let i = 0; i < count; i++)
      if (rank[i] === own) rankUsd += owedUsd[i]
      else if (rank[i] < own && rank[i] > next) next = rank[i]
    const share = rankUsd > claims.totalUsd ? claims.totalUsd / rankUsd : 1
    for (let i = 0; i < count; i++) if (rank[i] === own) dueUsd[i] = share * owedUsd[i]
    claims.totalUsd = Math.max(0, claims.totalUsd - rankUsd)
  }
  if (claims.totalUsd > 0) payDiscounts(claims)
}

/** Money that converts at a discount to a price near nothing takes what is left before common gets any. */
function payDiscounts(claims: Claims): void {
  const { count, floorUsd, owedUsd, dueUsd } = claims
  let discountsUsd = 0
  for (let i = 0; i < count; i++) discountsUsd += floorUsd[i] - owedUsd[i]
  const share = discountsUsd > claims.totalUsd ? claims.totalUsd / discountsUsd : 1
  for (let i = 0; i < count; i++) dueUsd[i] += share * (floorUsd[i] - owedUsd[i])
  claims.totalUsd = Math.max(0, claims.totalUsd - discountsUsd)
}
