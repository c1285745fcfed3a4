import { DealProblemError } from './deal-problem.ts'
import type { DealRound } from './deal.ts'

/**
 * Refuses a round in which a holder both sits out and puts money in.
 *
 * Throws: DealProblemError that names the holder and the fields.
 */
export function refuseContradiction({ name, declines, investors, proRata }: DealRound, place: number): void {
  for (const holder of declines) {
    const isInvestor = investors.some((part) => part.holder === holder)
    if (!isInvestor && !proRata.includes(holder)) continue
    const field = isInvestor ? 'investors' : 'pro_rata'
    const message = `${holder} both declines and invests: take ${holder} out of declines or out of ${field}`
    const facts = { kind: 'contradiction', holder, field } as const
    throw new DealProblemError('contradiction', place, name, message, facts)
  }
}
