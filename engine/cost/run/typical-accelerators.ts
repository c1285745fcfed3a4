import { requirePositive } from '../require-positive.ts'
import { nearestPowerOfTwo } from './nearest-power-of-two.ts'

/**
 * Accelerators that runs of some work usually have: about the square root of the hours that one of them would take at
 * its peak, so that a hundred times the work takes ten times as many for ten times as long. Fitted by least squares of
 * logarithms, every family of models with weight 1, to the published runs that say how many they had (53 runs of 34
 * families, tiers A and B of `scenarios/data/training-runs.json`); they scatter by a factor of 2.8 either way, which is
 * money's choice, not physics. It knows nothing of memory: double the number until a layout fits.
 *
 * Units: FLOP and FLOP a second of one accelerator, dense 16-bit peak; the result is a power of two.
 * Throws: RangeError unless both are positive and finite.
 * @example typicalAccelerators(8.4e23, 989e12) // => 1024
 */
export function typicalAccelerators(flop: number, peakFlopPerSecond: number): number {
  requirePositive('typicalAccelerators', 'flop', flop)
  requirePositive('typicalAccelerators', 'peakFlopPerSecond', peakFlopPerSecond)
  const hoursAtPeak = flop / peakFlopPerSecond / 3600
  return nearestPowerOfTwo(1.47 * Math.exp(0.52 * Math.log(hoursAtPeak)))
}
