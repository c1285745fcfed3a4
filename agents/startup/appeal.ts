import { power } from '../../engine/random/index.ts'
import type { World } from '../market/world.ts'
import { Practice } from './startups.ts'

/**
 * Refreshes a vendor's weight in its industry's tenders: the exponential of its appeal times a power of its size.
 * Appeal = half its quality + persistent ability + what its model can do above open weights; reach and compliance
 * scale it.
 */
export function refreshWeight(world: World, row: number): void {
  const { startups, incumbents, parameters } = world
  const p = parameters.startups
  const above = Math.max(0, Math.min(3, startups.capability[row] - incumbents.open))
  const appeal = 0.5 * startups.quality[row] + startups.ability[row] + p.differentiationWeight * above
  const exponent = p.sizeExponent + p.sizeModel[startups.businessModel[row]]
  const size = power(startups.arrUsd[row] * 1e-6 + 0.3, exponent)
  const reach = p.reach[startups.direction[row]] * p.channelReach[startups.channel[row]]
  startups.weight[row] = Math.exp(Math.min(12, appeal)) * size * reach * (1 - slowdown(world, row))
}

/** Cut of sales where rules are strict and the startup keeps no legal practice. */
function slowdown(world: World, row: number): number {
  const { startups, parameters } = world
  const strictness = parameters.customers.strictness[startups.industry[row]]
  const cut = parameters.regulators.salesSlowdown[startups.jurisdiction[row]] * strictness
  return (startups.practices[row] & Practice.legal) !== 0 ? 0.3 * cut : cut
}
