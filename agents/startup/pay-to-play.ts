import { convertToCommon, fullyDilutedShares } from '../../engine/finance/index.ts'
import { preferredUsd } from '../market/places.ts'
import { investorsPerRound } from '../market/rounds.ts'
import type { World } from '../market/world.ts'

/**
 * Asks the firms whose series must pay to play for their part of a down round, newest rounds first, and gives those
 * that can pay it in full the first places. All series must if `callsAll`, else those that carry the term. Returns how
 * many places are taken.
 */
export function seatInsiders(
  world: World,
  row: number,
  round: number,
  wantedUsd: number,
  callsAll: boolean,
): number {
  const { startups, rounds } = world
  let seats = 0
  for (let old = startups.lastRound[row]; old >= 0; old = rounds.previous[old]) {
    if (!mustPlay(world, row, old, callsAll)) continue
    const first = old * investorsPerRound
    for (let place = first; place < first + investorsPerRound && rounds.investor[place] >= 0; place++) {
      if (seats === investorsPerRound) return seats
      const firm = rounds.investor[place]
      if (sits(world, round, seats, firm)) continue
      const partUsd = Math.floor(wantedUsd * ownership(world, row, firm))
      if (partUsd < 1 || partUsd > payableUsd(world, firm)) continue
      rounds.investor[round * investorsPerRound + seats] = firm
      rounds.investedUsd[round * investorsPerRound + seats] = partUsd
      seats++
    }
  }
  return seats
}

/**
 * Turns the series of firms that had to pay and have no place in the round into common, at the conversion price from
 * before the round. Holders from before the study are asked for nothing and keep theirs.
 *
 * Source: National Venture Capital Association, model certificate of incorporation, special mandatory conversion.
 */
export function convertThoseWhoDoNotPay(world: World, row: number, round: number, callsAll: boolean): void {
  const { startups, rounds } = world
  const table = startups.capTables[row]
  for (let old = startups.lastRound[row]; old >= 0; old = rounds.previous[old]) {
    if (!mustPlay(world, row, old, callsAll)) continue
    const first = old * investorsPerRound
    for (let place = first; place < first + investorsPerRound && rounds.investor[place] >= 0; place++) {
      if (rounds.convertedShares[place] > 0) continue
      if (sits(world, round, investorsPerRound, rounds.investor[place])) continue
      const series = table.series[rounds.series[old]]
      const share = Math.min(1, rounds.investedUsd[place] / preferredUsd(rounds, old))
      rounds.convertedShares[place] = share * series.convertedShares
      convertToCommon(table, rounds.series[old], share)
    }
  }
}

function mustPlay(world: World, row: number, old: number, callsAll: boolean): boolean {
  const series = world.rounds.series[old]
  return series >= 0 && (callsAll || world.startups.capTables[row].series[series].paysToPlay)
}

function sits(world: World, round: number, seats: number, firm: number): boolean {
  const first = round * investorsPerRound
  for (let place = first; place < first + seats; place++)
    if (world.rounds.investor[place] === firm) return true
  return false
}

function payableUsd({ firms, ledger }: World, firm: number): number {
  return Math.floor(Math.min(firms.budgetUsd[firm], ledger.balanceUsd(ledger.firmAccount(firm))))
}

/** Share (0-1) of the fully diluted company that a firm holds through all its rounds. */
function ownership(world: World, row: number, firm: number): number {
  const { startups, rounds } = world
  const table = startups.capTables[row]
  let shares = 0
  for (let old = startups.lastRound[row]; old >= 0; old = rounds.previous[old]) {
    const first = old * investorsPerRound
    for (let place = first; place < first + investorsPerRound && rounds.investor[place] >= 0; place++) {
      if (rounds.investor[place] !== firm) continue
      const converted = rounds.convertedShares[place]
      const series = table.series[rounds.series[old]]
      shares +=
        converted > 0
          ? converted
          : (series.convertedShares * rounds.investedUsd[place]) / preferredUsd(rounds, old)
    }
  }
  return shares / fullyDilutedShares(table)
}
