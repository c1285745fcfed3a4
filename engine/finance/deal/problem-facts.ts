import { NoPriceError, type NoPriceReason } from '../round/no-price-error.ts'
import { VanishingPriceError } from '../round/round-shares.ts'
import type { DealBook } from './deal-book.ts'
import type { DealClaim, DealProblemFacts } from './deal-problem.ts'
import { NotHeldError } from './holdings.ts'
import { OverfullRoundError } from './share-out-round.ts'

type ByValue = Extract<NoPriceReason, { readonly kind: 'value' }>

/** The largest first: what to change. */
function claimsOf({ convertibles, series }: DealBook, reason: ByValue): readonly DealClaim[] {
  const claims: readonly DealClaim[] = [
    ...reason.convertibles.map(({ place, ...claim }) => ({
      of: 'convertible' as const,
      name: convertibles[place].name,
      ...claim,
    })),
    ...reason.series.map(({ place, usd }) => ({
      of: 'anti_dilution' as const,
      name: series[place].name,
      usd,
    })),
    { of: 'capped', usd: reason.cappedUsd },
    { of: 'pool', usd: reason.poolUsd },
  ]
  const dust = 1e-9 * reason.claimedUsd
  return claims.filter(({ usd }) => usd > dust).toSorted((left, right) => right.usd - left.usd)
}

/** The numbers behind an error of a round, by the names of the book; null for an error that has none. */
export function problemFacts(error: RangeError, book: DealBook): DealProblemFacts | null {
  if (error instanceof OverfullRoundError)
    return { kind: 'money', amountUsd: error.amountUsd, parts: error.parts }
  if (error instanceof NotHeldError) {
    const { holder, security, held, shares } = error
    return { kind: 'shares', holder, security, held, shares }
  }
  if (error instanceof VanishingPriceError) {
    const { priceUsd, decimals } = error
    return { kind: 'rounding', priceUsd, decimals }
  }
  if (!(error instanceof NoPriceError)) return null
  const { reason } = error
  if (reason.kind === 'value') {
    const { kind, valueUsd, claimedUsd } = reason
    return { kind, valueUsd, claimedUsd, claims: claimsOf(book, reason) }
  }
  const claims = reason.convertibles.map(({ place, ...claim }) => ({
    name: book.convertibles[place].name,
    ...claim,
  }))
  return { kind: 'caps', countsPool: reason.countsPool, claims }
}
