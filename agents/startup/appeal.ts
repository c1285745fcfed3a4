import { power } from '../../engine/random/index.ts'
import type { World } from '../market/world.ts'
import { Practice } from './startups.ts'

/**
 * Refreshes what draws customers to a startup apart from its size: the exponential of its appeal, scaled by reach and
 * compliance. Appeal = half its quality + persistent ability + what its model can do above open weights.
 */
export function refreshPull(world: World, row: number): void {
  const { startups, incumbents, parameters } = world
  const p = parameters.startups
  const above = Math.max(0, Math.min(3, startups.capability[row] - incumbents.open))
  const appeal = 0.5 * startups.quality[row] + startups.ability[row] + p.differentiationWeight * above
  const reach = p.reach[startups.direction[row]] * p.channelReach[startups.channel[row]]
  startups.pull[row] = Math.exp(Math.min(12, appeal)) * reach * (1 - slowdown(world, row))
}

/** Refreshes a vendor's weight in its industry's tenders: its pull times a power of its size. */
export function refreshWeight(world: World, row: number): void {
  const { startups, parameters } = world
  const p = parameters.startups
  const exponent = p.sizeExponent + p.sizeModel[startups.businessModel[row]]
  startups.weight[row] = startups.pull[row] * power(startups.arrUsd[row] * 1e-6 + 0.3, exponent)
}

/** Cut of sales where rules are strict and the startup keeps no legal practice. */
function slowdown(world: World, row: number): number {
  const { startups, parameters } = world
  const strictness = parameters.customers.strictness[startups.industry[row]]
  const cut = parameters.regulators.salesSlowdown[startups.jurisdiction[row]] * strictness
  return (startups.practices[row] & Practice.legal) !== 0 ? 0.3 * cut : cut
}
