import { requirePositive } from '../require-positive.ts'

/**
 * Energy of a run at the building's meter.
 *
 * Units: accelerator-hours, watts of one accelerator with its share of the server, power usage effectiveness (the
 * building's power over that of its servers); result in MWh.
 * Throws: RangeError unless hours and watts are positive and finite and `pue` is at least 1.
 * @example energyMwh(1000, 500, 1.2) // => 0.6
 */
export function energyMwh(gpuHours: number, watts: number, pue: number): number {
  requirePositive('energyMwh', 'gpuHours', gpuHours)
  requirePositive('energyMwh', 'watts', watts)
  if (!(pue >= 1 && pue < Infinity))
    throw new RangeError(`energyMwh: pue must be at least 1 and finite, got ${pue}`)
  return (gpuHours * watts * pue) / 1e6
}
