import { exactly, multiplySpreads, operationalTonnes, type Spread } from '../../engine/cost/index.ts'
import type { CostOffer, OfferPrice } from './cost-report.ts'

/** Hours and energy of a run before the building, the price and spot's interruptions. */
export interface RunHours {
  readonly gpuHours: Spread
  readonly wallDays: Spread
  /** Energy of the servers. */
  readonly energyMwh: Spread
}

/** What turns hours into money and carbon. */
export interface Surroundings {
  readonly price: OfferPrice
  readonly pue: Spread
  readonly gramsPerKwh: number
  /** Billed over undisturbed hours; 1 unless capacity may be taken away. */
  readonly stretch: Spread
}

type Money = Pick<CostOffer, 'gpuHours' | 'wallDays' | 'energyMwh' | 'tonnesCo2' | 'costUsd'>

const tonnesOf = (energy: Spread, gramsPerKwh: number): Spread => ({
  p10: operationalTonnes(energy.p10, gramsPerKwh),
  p50: operationalTonnes(energy.p50, gramsPerKwh),
  p90: operationalTonnes(energy.p90, gramsPerKwh),
})

/** Hours as they are billed, and what they cost in dollars, energy and carbon. */
export const priceHours = (run: RunHours, { price, pue, gramsPerKwh, stretch }: Surroundings): Money => {
  const gpuHours = multiplySpreads([run.gpuHours, stretch])
  const energyMwh = multiplySpreads([run.energyMwh, stretch, pue])
  return {
    gpuHours,
    wallDays: multiplySpreads([run.wallDays, stretch]),
    energyMwh,
    tonnesCo2: tonnesOf(energyMwh, gramsPerKwh),
    costUsd: multiplySpreads([gpuHours, price.usdPerGpuHour]),
  }
}

/** Dollars a million tokens that the model sees. */
export const perMillionTokens = (costUsd: Spread, tokens: number): Spread =>
  multiplySpreads([costUsd, exactly(1e6 / tokens)])
