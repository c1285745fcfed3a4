/**
 * What everybody claims at an exit as a function of what a share of common gets, in columns: rights by their strike;
 * series and then SAFEs and notes as max(min(floor + joining shares × value, cap), shares × value). All rise with the
 * value and are made of straight lines, and so is their sum.
 *
 * Shape: columns are at least as long as the table's rights, or its series and convertibles. Numbers go in and out by
 * fields, because V8 allocates those that a call hands over. `setClaims` overwrites all and grows it when needed.
 */
export class Claims {
  rightCount = 0
  /** Series and convertibles. */
  count = 0
  /** Common and promised options; with rights and converted series; and all shares if everybody converts. */
  commonShares = 0
  sharesBefore = 0
  allShares = 0
  strikeUsd = new Float64Array(0)
  rightShares = new Float64Array(0)
  floorUsd = new Float64Array(0)
  joiningShares = new Float64Array(0)
  capUsd = new Float64Array(0)
  shares = new Float64Array(0)
  /** What is paid by rank before common gets anything: all of the floor but what a discount adds to money. */
  owedUsd = new Float64Array(0)
  /** Higher is paid first; Infinity for notes. */
  rank = new Float64Array(0)
  /** Values of a share at which a claim turns: of rights, then where each claim converts, then where a cap is reached. */
  turnCount = 0
  turnUsd = new Float64Array(0)
  /** Lowest caps and largest discount that a SAFE or note may take, one entry a convertible; Infinity, or 0, for none. */
  postCapUsd = new Float64Array(0)
  preCapUsd = new Float64Array(0)
  discount = new Float64Array(0)
  /** Shares that a post-money cap counts. */
  countedShares = 0
  /** Value of a share that `sumClaims` reads, and the claims at it that it writes. */
  perShareUsd = 0
  totalUsd = 0
  rightsUsd = new Float64Array(0)
  dueUsd = new Float64Array(0)
}

/** Fills `rightsUsd`, `dueUsd` and their sum with common's, for the value of a share in `perShareUsd`. */
export function sumClaims(claims: Claims): void {
  const { rightCount, count, perShareUsd, strikeUsd, rightShares, rightsUsd, dueUsd } = claims
  const { floorUsd, joiningShares, capUsd, shares } = claims
  let totalUsd = claims.commonShares * perShareUsd
  for (let i = 0; i < rightCount; i++)
    totalUsd += rightsUsd[i] = perShareUsd > strikeUsd[i] ? rightShares[i] * (perShareUsd - strikeUsd[i]) : 0
  for (let i = 0; i < count; i++) {
    const heldUsd = Math.min(floorUsd[i] + joiningShares[i] * perShareUsd, capUsd[i])
    totalUsd += dueUsd[i] = Math.max(heldUsd, shares[i] * perShareUsd)
  }
  claims.totalUsd = totalUsd
}
