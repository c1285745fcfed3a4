import { power } from '../../engine/random/index.ts'
import type { World } from '../market/world.ts'
import { tenderSegment } from './tender-segment.ts'

/**
 * A month of one industry: customers move between waiting, pilot, production and disappointed, and the spend put to
 * tender is split among vendors by a logit on appeal and size, incumbents being the outside option.
 *
 * What a vendor may expect is left in `startups.expectedSalesUsd`; its own close of the books turns it into contracts.
 */
export function industryMonth(world: World, industry: number): void {
  const { customers, startups, incumbents, sentiment, conditions } = world
  const dropped = customers.step(industry, incumbents.frontier, sentiment.value, conditions.disappointment)
  sentiment.disappointed += dropped / customers.industryCount
  const vendors = customers.vendors[industry]
  let total = incumbentWeight(world, industry)
  for (let v = 0; v < vendors.length; v++) total += startups.weight[vendors[v]]
  customers.rivals[industry] = total
  tenderSegment(world, industry, total)
  if (!(total > 0)) return
  const perWeight = customers.tenderedUsd[industry] / total
  for (let v = 0; v < vendors.length; v++) {
    const vendor = vendors[v]
    startups.expectedSalesUsd[vendor] += perWeight * startups.weight[vendor]
  }
}

/** Appeal times size of incumbents, in the same measure as a startup's weight. */
function incumbentWeight(world: World, industry: number): number {
  const { incumbents, startups } = world.parameters
  const appeal = world.incumbents.appeal[industry] + world.conditions.incumbentAppeal
  return Math.exp(appeal) * power(incumbents.size + 0.3, startups.sizeExponent)
}
