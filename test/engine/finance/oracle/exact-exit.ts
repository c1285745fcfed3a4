import type { Fraction } from 'fraction.js'
import { exact, least, most, sum, zero } from './exact-numbers.ts'

/**
 * A class of shares, a SAFE or a note in exact numbers: what it is owed before others, and what it converts into.
 */
export interface ExactClaim {
  readonly preference: Fraction
  /** What a discount adds to the money of a SAFE: paid after all preferences and before common. */
  readonly bonus: Fraction
  readonly converted: Fraction
  /** Most that it takes without converting; null for no limit. A series that does not participate has none of the rest. */
  readonly cap: Fraction | null
  readonly participates: boolean
  /** Infinity for notes. */
  readonly rank: number
}

/** Shares that may be bought at a strike. */
export interface ExactRight {
  readonly shares: Fraction
  readonly strike: Fraction
}

export interface ExactCompany {
  readonly common: Fraction
  readonly rights: readonly ExactRight[]
  /** Series, then SAFEs and notes. */
  readonly claims: readonly ExactClaim[]
}

/** What each gets, in exact numbers. */
export interface ExactPayouts {
  readonly common: Fraction
  readonly rights: readonly Fraction[]
  readonly claims: readonly Fraction[]
}

/** What is paid before others, from the first rank to the last, with what discounts add at the end. */
export function dueByRank(claims: readonly ExactClaim[]): readonly (readonly Fraction[])[] {
  const ranks = [...new Set(claims.map(({ rank }) => rank))].toSorted((a, b) => (a < b ? 1 : -1))
  const byRank = ranks.map((own) => claims.map(({ rank, preference }) => (rank === own ? preference : zero)))
  return [...byRank, claims.map(({ bonus }) => bonus)]
}

/** Preferences alone, rank by rank; those who convert have none. */
function payRanks(
  claims: readonly ExactClaim[],
  holds: readonly boolean[],
  equity: Fraction,
): readonly Fraction[] {
  let paid: readonly Fraction[] = claims.map(() => zero)
  let left = equity
  for (const rank of dueByRank(claims)) {
    const held = rank.map((usd, i) => (holds[i] ? usd : zero))
    const due = sum(held)
    if (due.compare(zero) === 0) continue
    const share = due.compare(left) > 0 ? left.div(due) : exact(1)
    paid = paid.map((usd, i) => usd.add(held[i].mul(share)))
    left = left.sub(due.mul(share))
  }
  return paid
}

/** What a share of common gets when the choices are made: the rest is poured over all that share, step by step. */
function pour(company: ExactCompany, holds: readonly boolean[], rest: Fraction): Fraction {
  const { common, rights, claims } = company
  const steps: { readonly at: Fraction; readonly shares: Fraction }[] = [
    { at: zero, shares: common },
    ...rights.map(({ shares, strike }) => ({ at: strike, shares })),
  ]
  claims.forEach(({ converted, participates, cap, preference }, i) => {
    if (!holds[i] || participates) steps.push({ at: zero, shares: converted })
    if (holds[i] && participates && cap !== null)
      steps.push({ at: cap.sub(preference).div(converted), shares: converted.mul(-1) })
  })
  steps.sort((a, b) => a.at.compare(b.at))
  let level = zero
  let sharing = zero
  let left = rest
  for (const { at, shares } of steps) {
    const needed = at.sub(level).mul(sharing)
    if (needed.compare(left) > 0) break
    left = left.sub(needed)
    level = at
    sharing = sharing.add(shares)
  }
  return level.add(left.div(sharing))
}

/** What each gets when every series, SAFE and note has chosen, in exact numbers. */
export function exactPayouts(
  company: ExactCompany,
  converts: readonly boolean[],
  equity: Fraction,
): ExactPayouts {
  const { common, rights, claims } = company
  const holds = converts.map((one) => !one)
  const due = sum(claims.map(({ preference, bonus }, i) => (holds[i] ? preference.add(bonus) : zero)))
  if (due.compare(equity) >= 0)
    return { common: zero, rights: rights.map(() => zero), claims: payRanks(claims, holds, equity) }
  const share = pour(company, holds, equity.sub(due))
  return {
    common: common.mul(share),
    rights: rights.map(({ shares, strike }) => shares.mul(most(zero, share.sub(strike)))),
    claims: claims.map((one, i) => {
      if (!holds[i]) return one.converted.mul(share)
      if (!one.participates) return one.preference.add(one.bonus)
      const taken = one.preference.add(one.converted.mul(share))
      return one.cap === null ? taken : least(taken, one.cap)
    }),
  }
}

/** The most that anybody would gain by changing its mind alone. */
export function largestGain(company: ExactCompany, converts: readonly boolean[], equity: Fraction): Fraction {
  const now = exactPayouts(company, converts, equity)
  const gains = converts.map((_, i) => {
    const changed = converts.map((one, k) => (k === i ? !one : one))
    return exactPayouts(company, changed, equity).claims[i].sub(now.claims[i])
  })
  return gains.reduce(most, zero)
}
