import { plainSale, preferenceUsd, splitExit, type ExitTerms } from '../../engine/finance/index.ts'
import { sampleStandardNormal } from '../../engine/random/index.ts'
import { Outcome } from '../market/codes.ts'
import { Account } from '../market/ledger.ts'
import type { World } from '../market/world.ts'
import { endStartup } from './end-startup.ts'
import { payOut } from './pay-out.ts'
import { Status } from './startups.ts'
import { updateTable } from './update-table.ts'
import { fundamentalValueUsd } from './value.ts'

/**
 * Offers to buy and the listing of an active startup; true if it ended. One uniform decides: the low end of the unit
 * interval is a sale, the next stretch a listing.
 */
export function considerExit(world: World, row: number, draw: number, time: number): boolean {
  const { startups, sentiment, parameters, prices, conditions } = world
  if (startups.status[row] !== Status.funded) return false
  const p = parameters.exits
  const mood = sentiment.value
  const revenue = startups.arrUsd[row]
  const saleHazard = p.saleRate * world.moods.sale * (1 + p.saleSize * startups.logSize[row])
  if (draw < saleHazard) {
    const luck = p.salePriceSpread * sampleStandardNormal(startups.raises(row))
    const priceUsd =
      fundamentalValueUsd(world, row, time) *
      Math.exp(p.salePriceMispricing * prices.privateMispricing + luck)
    sell(world, row, Math.max(10e3, priceUsd), revenue > 0 ? Outcome.acquired : Outcome.acquiHired, time)
    return true
  }
  const isOpen = !conditions.listingShut && mood > p.listingWindow && revenue >= p.listingArr
  if (!isOpen || draw >= saleHazard + p.listingRate * world.moods.listing) return false
  const priceUsd = fundamentalValueUsd(world, row, time) * Math.exp(prices.mispricing)
  const terms = { ...plainSale, kind: 'listing' as const, priceUsd: Math.max(priceUsd, world.cashUsd(row)) }
  if (isVetoed(world, row, terms, time)) return false
  sell(world, row, priceUsd, Outcome.listed, time)
  return true
}

/** Whether a series with a veto would get less than its preference out of a listing: the company then stays private. */
function isVetoed(world: World, row: number, terms: ExitTerms, time: number): boolean {
  const table = world.startups.capTables[row]
  if (!table.series.some((series) => series.vetoesDownListing)) return false
  updateTable(world, row, time)
  splitExit(table, terms, world.split)
  return table.series.some(
    (series, place) => series.vetoesDownListing && world.split.seriesUsd[place] < preferenceUsd(series),
  )
}

/** A dormant startup may close or be sold for a little; true if it ended. */
export function considerDormantEnd(world: World, row: number, draw: number, time: number): boolean {
  const p = world.parameters.exits
  if (draw < p.dormantSale) {
    sellInDistress(world, row, time)
    return true
  }
  if (draw >= p.dormantSale + p.dormantClosure) return false
  endStartup(world, row, Outcome.closed, time)
  return true
}

/** Sale when the money has run out: little for the business, or a price a head for the team. */
export function sellInDistress(world: World, row: number, time: number): void {
  const { startups, parameters } = world
  const p = parameters.exits
  const businessUsd = p.distressPrice * fundamentalValueUsd(world, row, time)
  const technical = startups.researchers[row] + startups.engineers[row]
  const teamUsd = p.headPrice * Math.min(technical, 40)
  const forTeam = teamUsd > businessUsd || startups.arrUsd[row] < 250e3
  sell(
    world,
    row,
    Math.max(10e3, teamUsd, businessUsd),
    forTeam ? Outcome.acquiHired : Outcome.acquired,
    time,
  )
}

/** Ends the startup with proceeds: the buyer or the public pays, the waterfall splits, investors pass theirs on. */
export function sell(world: World, row: number, offerUsd: number, outcome: number, time: number): void {
  // Nobody sells for less than the cash that goes with the company.
  const proceedsUsd = Math.max(offerUsd, world.cashUsd(row))
  world.startups.exitUsd[row] = proceedsUsd
  const kind = outcome === Outcome.listed ? 'listing' : 'sale'
  const exit = { ...plainSale, kind, priceUsd: proceedsUsd } as const
  payOut(world, row, exit, Account.acquirersAndPublic, time)
  endStartup(world, row, outcome, time)
}
