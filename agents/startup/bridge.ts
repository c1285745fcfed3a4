import type { PreferredSeries, PreferredTerms } from '../../engine/finance/index.ts'
import { investorsPerRound } from '../market/rounds.ts'
import { Stage } from '../market/codes.ts'
import type { World } from '../market/world.ts'
import { bookRound } from './book-round.ts'
import { updateTable } from './update-table.ts'

/**
 * Insiders of the last round put in a few months of burn at its price and on its terms, ranking above all ones. It
 * tells nothing new about the company: its age and value count from the last priced round.
 */
export function bridge(world: World, row: number, time: number): void {
  const { startups, rounds, parameters, ledger, firms } = world
  const last = startups.lastRound[row]
  if (last < 0 || rounds.leadFund[last] < 0 || rounds.series[last] < 0) return
  const wantedUsd = Math.min(
    parameters.rounds.bridgeLength * startups.netBurnUsd[row],
    0.3 * startups.lastPostUsd[row],
  )
  const lead = rounds.leadFund[last]
  const availableUsd = Math.min(ledger.balanceUsd(ledger.firmAccount(lead)), wantedUsd)
  if (availableUsd < 0.25 * wantedUsd || availableUsd < 1) return
  updateTable(world, row, time)
  const amountUsd = Math.floor(availableUsd)
  const { series } = startups.capTables[row]
  const round = rounds.add()
  rounds.investor[round * investorsPerRound] = lead
  rounds.investedUsd[round * investorsPerRound] = amountUsd
  const issue = {
    stage: Math.max(Stage.seed, startups.stage[row]),
    preMoneyUsd: Math.round(startups.lastPostUsd[row]),
    amountUsd,
    pool: 0,
    preferred: termsAbove(series, rounds.series[last]),
    isSenior: true,
    isBridge: true,
  }
  if (!bookRound(world, row, round, issue, time)) {
    rounds.count--
    return
  }
  firms.investedUsd[lead] += amountUsd
  startups.bridges[row] += 1
}

/** The terms of a series, ranking above all. */
function termsAbove(series: readonly PreferredSeries[], place: number): PreferredTerms {
  const one = series[place]
  return {
    liquidationMultiple: one.liquidationMultiple,
    participation: one.participation,
    participationCapMultiple: one.participationCapMultiple,
    rank: 1 + Math.max(...series.map(({ rank }) => rank)),
    antiDilution: one.antiDilution,
    dividendKind: one.dividendKind,
    dividendRate: one.dividendRate,
    paysToPlay: one.paysToPlay,
    listingMultiple: one.listingMultiple,
    vetoesDownListing: one.vetoesDownListing,
  }
}
