import { contractValue } from '../../engine/finance/index.ts'
import type { World } from '../market/world.ts'

/**
 * Fair value of a company whose newest series has just been sold at a price: what all its contracts are worth together,
 * when the new series is worth what was paid for it. NaN before month 0, of which nothing is reported.
 *
 * Units: US dollars. Source: Gornall and Strebulaev, Journal of Financial Economics 135(1) (2020).
 */
export function headlineFairValueUsd(world: World, row: number, priceUsd: number, time: number): number {
  if (time < 0) return Number.NaN
  const table = world.startups.capTables[row]
  return contractValue(table, table.series.length - 1, priceUsd, world.fairModel, world.fairWork).fairUsd
}
