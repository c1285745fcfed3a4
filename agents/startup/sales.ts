import { samplePoisson, sampleStandardNormal, type Stream } from '../../engine/random/index.ts'
import type { World } from '../market/world.ts'

const usualSellers = 3
const contractsDrawnOneByOne = 16

/**
 * A month of contracts: what the tenders promised becomes a Poisson count of log-normal contracts, capped by what the
 * sales team can carry; some contracts end, the rest expand. Recognised revenue is lumpy for the small and smooth for
 * the large because contracts are counted, not because noise is added.
 *
 * Draws: from the startup's `sales` stream, a Poisson count won, one lost, and a normal a contract (or one in all).
 */
export function monthOfSales(world: World, row: number): void {
  const { startups, parameters } = world
  const p = parameters.startups
  const before = startups.arrUsd[row]
  const stream = startups.sales(row)
  const spread = world.contractMeanOverMedian
  const meanSizeUsd = p.contractSize * spread * Math.sqrt(1 + before * 1e-6)
  // What cannot be served for lack of GPUs cannot be sold.
  const expectedUsd = world.compute.served * Math.min(startups.expectedSalesUsd[row], salesCapUsd(world, row))
  startups.expectedSalesUsd[row] = 0
  const wonCount = samplePoisson(stream, expectedUsd / meanSizeUsd)
  const wonUsd = contractsUsd(stream, wonCount, meanSizeUsd / spread, p.contractSpread)
  const held = Math.max(1, before / meanSizeUsd)
  const lostCount = samplePoisson(stream, held * p.churn * p.churnModel[startups.businessModel[row]])
  const kept = Math.max(0, 1 - lostCount / held)
  const after = before * kept * (1 + p.expansion) + wonUsd
  startups.arrUsd[row] = after
  startups.logSize[row] = Math.log1p(after * 1e-6)
  if (after > startups.peakArrUsd[row]) startups.peakArrUsd[row] = after
  const logGrowth = Math.log((after + 50e3) / (before + 50e3))
  startups.growth[row] += (12 * logGrowth - startups.growth[row]) / 6
}

/** New yearly revenue that the team can close in a month: a growth cap that rises with sellers. */
function salesCapUsd(world: World, row: number): number {
  const { startups, parameters } = world
  const revenueMillions = startups.arrUsd[row] * 1e-6
  const needed = usualSellers * Math.sqrt(1 + revenueMillions)
  const staffed = Math.max(0.5, Math.min(1.25, Math.sqrt((startups.sellers[row] + 1) / needed)))
  return parameters.startups.growthCap * staffed * (startups.arrUsd[row] + 300e3)
}

/** Sum of `count` log-normal contracts; beyond a few, their sum's normal limit. */
function contractsUsd(stream: Stream, count: number, medianUsd: number, spread: number): number {
  if (count > contractsDrawnOneByOne) {
    const mean = Math.exp(0.5 * spread * spread)
    const variation = Math.sqrt(Math.expm1(spread * spread) / count)
    return medianUsd * mean * count * Math.max(0.2, 1 + variation * sampleStandardNormal(stream))
  }
  let sum = 0
  for (let k = 0; k < count; k++) sum += medianUsd * Math.exp(spread * sampleStandardNormal(stream))
  return sum
}
