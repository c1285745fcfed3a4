import type { DealRound } from './deal.ts'
import type { ProRataRight, RoundInvestor } from './deal-history.ts'
import { splitWhole } from './largest-remainder.ts'

/** Who brings the money that nobody is named for. */
export const newInvestors = 'new investors'

/** Share (0-1) of the money below which a difference is rounding of the arithmetic. */
const dust = 1e-9

type Part = Omit<RoundInvestor, 'shares'>

/** Investors and pro-rata parts that add to more than the round. */
export class OverfullRoundError extends RangeError {
  readonly amountUsd: number
  readonly parts: readonly Part[]

  constructor(amountUsd: number, parts: readonly Part[]) {
    const named = parts.reduce((sum, part) => sum + part.amountUsd, 0)
    super(`investors and pro-rata parts add to ${named}, the round is ${amountUsd}`)
    this.name = 'OverfullRoundError'
    this.amountUsd = amountUsd
    this.parts = parts
  }
}

/**
 * Says who pays what of a round: pro-rata parts first, then the investors it names, and new investors what is left.
 *
 * Throws: OverfullRoundError if the parts add to more than the round.
 */
export function shareOutMoney(round: DealRound, rights: readonly ProRataRight[]): readonly Part[] {
  const taken = rights.filter(({ isTaken }) => isTaken)
  const parts: Part[] = taken.map(({ holder, amountUsd }) => ({ holder, amountUsd, isProRata: true }))
  for (const { holder, amountUsd } of round.investors)
    if (!round.proRata.includes(holder)) parts.push({ holder, amountUsd, isProRata: false })
  const named = parts.reduce((sum, { amountUsd }) => sum + amountUsd, 0)
  const left = round.amountUsd - named
  if (left < -dust * round.amountUsd) throw new OverfullRoundError(round.amountUsd, parts)
  if (left > dust * round.amountUsd) parts.push({ holder: newInvestors, amountUsd: left, isProRata: false })
  return parts.filter(({ amountUsd }) => amountUsd > 0)
}

/** Shares out the new series in proportion to the money; whole shares stay whole. */
export function shareOutRound(
  round: DealRound,
  rights: readonly ProRataRight[],
  newShares: number,
): readonly RoundInvestor[] {
  const parts = shareOutMoney(round, rights)
  const total = parts.reduce((sum, { amountUsd }) => sum + amountUsd, 0)
  const shares =
    round.rounding === null
      ? parts.map(({ amountUsd }) => (newShares * amountUsd) / total)
      : splitWhole(
          newShares,
          parts.map(({ amountUsd }) => amountUsd),
        )
  return parts.map((part, place) => ({ ...part, shares: shares[place] }))
}
