import type { World } from './world.ts'

/** Turns recorded log prices into indices (fundamental of month 0 = 100) and adds what is known only at the end. */
export function finishMarket(world: World, mispricing: Float64Array): void {
  const { market } = world.recorder
  const base = market.count > 0 ? market.fundamentalIndex[0] : 0
  for (let month = 0; month < market.count; month++) {
    const logPrice = market.priceIndex[month] - base
    const logFundamental = market.fundamentalIndex[month] - base
    market.priceIndex[month] = 100 * Math.exp(logPrice)
    market.fundamentalIndex[month] = 100 * Math.exp(logFundamental)
    market.priceToFundamental[month] = Math.exp(logPrice - logFundamental)
    market.mispricing[month] = mispricing[month]
  }
}
