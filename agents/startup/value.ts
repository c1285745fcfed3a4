import type { World } from '../market/world.ts'
import { Status } from './startups.ts'

/**
 * Fundamental value of a startup's equity: what revenue of its growth is worth at the sector's fair multiple, plus the
 * option on what is not revenue yet. Market mood does not enter.
 *
 * Units: US dollars. Source: ODD submodel "pricing a round".
 */
export function fundamentalValueUsd(world: World, row: number, time: number): number {
  const { startups, parameters } = world
  const { prices } = parameters
  const growth = Math.max(-0.5, Math.min(3, Math.expm1(startups.growth[row])))
  const multiple = prices.baseMultiple * (1 + prices.growthPremium * growth)
  return multiple * startups.arrUsd[row] + optionValueUsd(world, row, time)
}

/** Value before revenue: a founding team's at first, then part of the last post-money, decaying. */
export function optionValueUsd(world: World, row: number, time: number): number {
  const { startups, parameters } = world
  const { rounds } = parameters
  if (startups.lastRound[row] < 0) {
    const fading = startups.status[row] === Status.dormant ? 0.3 : 1
    return fading * rounds.seedOption * Math.exp(0.35 * startups.quality[row])
  }
  const age = Math.max(0, time - startups.lastRoundMonth[row])
  return rounds.optionKept * startups.lastPostUsd[row] * Math.exp(-rounds.optionDecay * age)
}

/** Months of cash at the present net burn; Infinity when revenue covers all costs. */
export function runwayMonths(world: World, row: number): number {
  const burnUsd = world.startups.netBurnUsd[row]
  return burnUsd > 0 ? world.cashUsd(row) / burnUsd : Number.POSITIVE_INFINITY
}
