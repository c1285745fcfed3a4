import type { ExitSplit } from '../../engine/finance/index.ts'
import { investorsPerRound, type Rounds } from './rounds.ts'

/** Money of a round whose investors still hold its series, US dollars: the rest did not pay to play. */
export function preferredUsd(rounds: Rounds, round: number): number {
  let usd = rounds.amountUsd[round]
  const first = round * investorsPerRound
  for (let place = first; place < first + investorsPerRound && rounds.investor[place] >= 0; place++)
    if (rounds.convertedShares[place] > 0) usd -= rounds.investedUsd[place]
  return usd
}

/**
 * What an exit pays the investor in one place of a round: his part of the series by money, or what his common shares
 * get. `heldUsd` is the round's `preferredUsd`.
 *
 * Units: US dollars.
 */
export function placePayoutUsd(
  rounds: Rounds,
  round: number,
  place: number,
  split: ExitSplit,
  heldUsd: number,
): number {
  const shares = rounds.convertedShares[place]
  if (shares > 0) return split.perCommonShareUsd * shares
  return (split.seriesUsd[rounds.series[round]] * rounds.investedUsd[place]) / heldUsd
}
