import { sumClaims } from './claims.ts'
import type { ExitSplit } from './exit-terms.ts'

/**
 * Finds what a share of common gets when all claims together are the equity: exact, since the claims are straight lines
 * between the values at which a right, a conversion or a cap starts to count. 0 if what comes before common takes it all.
 *
 * Units: US dollars a share. Shape: reads `equityUsd` and `claims` of the split, writes `perCommonShareUsd` and the
 * bracket `perShareFromUsd` to `perShareToUsd`.
 */
export function solvePerShareUsd(split: ExitSplit): void {
  const { equityUsd, claims } = split
  const { turnUsd } = claims
  claims.perShareUsd = 0
  sumClaims(claims)
  let from = 0
  let to = Infinity
  let claimedFromUsd = claims.totalUsd
  let claimedToUsd = Infinity
  const turns = claimedFromUsd < equityUsd ? claims.turnCount : 0
  for (let turn = 0; turn < turns; turn++) {
    const at = turnUsd[turn]
    if (!(at > from && at < to)) continue
    claims.perShareUsd = at
    sumClaims(claims)
    if (claims.totalUsd <= equityUsd) {
      from = at
      claimedFromUsd = claims.totalUsd
    } else {
      to = at
      claimedToUsd = claims.totalUsd
    }
  }
  split.perShareFromUsd = from
  split.perShareToUsd = to
  const restUsd = Math.max(0, equityUsd - claimedFromUsd)
  // Beyond the last turn everybody shares.
  const sharing = to < Infinity ? (claimedToUsd - claimedFromUsd) / (to - from) : claims.allShares
  split.perCommonShareUsd = Math.min(to, from + restUsd / sharing)
}
