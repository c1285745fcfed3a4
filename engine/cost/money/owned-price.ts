import { requirePositive } from '../require-positive.ts'

/** What owning one accelerator costs. */
export interface OwnedMachine {
  /** Price of the accelerator with its share of the server. */
  readonly purchaseUsd: number
  /** Switches, cables and adapters on top, as a share of the purchase: 0.19 is usual for large clusters. */
  readonly interconnectShare: number
  readonly lifeYears: number
  /** Share of its life in which it works for somebody. */
  readonly utilisation: number
  /** Room, repair and staff in a year, as a share of the purchase. */
  readonly upkeepSharePerYear: number
  /** Power with the share of the server, before the building's overhead. */
  readonly watts: number
  readonly pue: number
  readonly usdPerKwh: number
}

/** Mean length of a year, 365.25 days. */
const HOURS_PER_YEAR = 8766

/**
 * What a used hour of an owned accelerator costs: purchase and network over the hours that it works in its life, its
 * upkeep likewise, and energy. Interest is left out.
 *
 * Units: US dollars an hour.
 * Throws: RangeError for a value out of its range.
 * Source: Cottier et al. 2024, The rising costs of training frontier AI models, arXiv 2405.21015, section 2.
 * @example Math.round(ownedPricePerHour({ purchaseUsd: 30000, interconnectShare: 0.19, lifeYears: 5, utilisation: 0.8, upkeepSharePerYear: 0, watts: 1000, pue: 1.25, usdPerKwh: 0.08 }) * 1000) / 1000 // => 1.118
 */
export function ownedPricePerHour(machine: OwnedMachine): number {
  const { purchaseUsd, interconnectShare, lifeYears, utilisation, upkeepSharePerYear } = machine
  requirePositive('ownedPricePerHour', 'purchaseUsd', purchaseUsd)
  requirePositive('ownedPricePerHour', 'lifeYears', lifeYears)
  requirePositive('ownedPricePerHour', 'watts', machine.watts)
  if (!(utilisation > 0 && utilisation <= 1))
    throw new RangeError(`ownedPricePerHour: utilisation must be above 0 and at most 1, got ${utilisation}`)
  if (!(machine.pue >= 1 && machine.pue < Infinity))
    throw new RangeError(`ownedPricePerHour: pue must be at least 1 and finite, got ${machine.pue}`)
  for (const name of ['interconnectShare', 'upkeepSharePerYear', 'usdPerKwh'] as const)
    if (!(machine[name] >= 0 && machine[name] < Infinity))
      throw new RangeError(`ownedPricePerHour: ${name} must be at least 0 and finite, got ${machine[name]}`)
  const perYear = (purchaseUsd * (1 + interconnectShare)) / lifeYears + purchaseUsd * upkeepSharePerYear
  const energy = (machine.watts / 1000) * machine.pue * machine.usdPerKwh
  return perYear / (HOURS_PER_YEAR * utilisation) + energy
}
