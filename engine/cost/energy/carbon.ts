import { requirePositive } from '../require-positive.ts'

/**
 * Carbon dioxide equivalents that a run's electricity causes, counted where the grid is (location-based): certificates
 * that somebody bought change nothing.
 *
 * Units: MWh at the meter, grams a kWh (lifecycle or stack, as the grid's figure is); result in tonnes.
 * Throws: RangeError unless the energy is positive and finite and the intensity at least 0 and finite.
 * @example operationalTonnes(10, 369) // => 3.69
 */
export function operationalTonnes(energyMwh: number, gramsPerKwh: number): number {
  requirePositive('operationalTonnes', 'energyMwh', energyMwh)
  if (!(gramsPerKwh >= 0 && gramsPerKwh < Infinity))
    throw new RangeError(`operationalTonnes: gramsPerKwh must be at least 0 and finite, got ${gramsPerKwh}`)
  return (energyMwh * gramsPerKwh) / 1000
}

/** What making one accelerator and its share of the server caused, and how long it works. */
export interface EmbodiedCarbon {
  readonly kgPerAccelerator: number
  readonly lifeYears: number
  /** Share of its life in which it works for somebody. */
  readonly utilisation: number
}

/** Mean length of a year, 365.25 days. */
const HOURS_PER_YEAR = 8766

/**
 * The part of making the machines that a run bears: its hours over the hours that they work in their life.
 *
 * Units: accelerator-hours; result in tonnes of carbon dioxide equivalents.
 * Throws: RangeError for a value out of its range.
 * Source: Luccioni et al. 2023, JMLR 24:253, arXiv 2211.02001, section 4.1.
 * @example embodiedTonnes(35064, { kgPerAccelerator: 300, lifeYears: 5, utilisation: 0.8 }) // => 0.3
 */
export function embodiedTonnes(gpuHours: number, made: EmbodiedCarbon): number {
  requirePositive('embodiedTonnes', 'gpuHours', gpuHours)
  requirePositive('embodiedTonnes', 'kgPerAccelerator', made.kgPerAccelerator)
  requirePositive('embodiedTonnes', 'lifeYears', made.lifeYears)
  if (!(made.utilisation > 0 && made.utilisation <= 1))
    throw new RangeError(`embodiedTonnes: utilisation must be above 0 and at most 1, got ${made.utilisation}`)
  const workingHours = made.lifeYears * HOURS_PER_YEAR * made.utilisation
  return ((gpuHours / workingHours) * made.kgPerAccelerator) / 1000
}
