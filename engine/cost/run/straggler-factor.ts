import { normalQuantile } from '../../statistics/index.ts'

/**
 * How much longer a step takes because all wait for the slowest of n accelerators, whose speeds scatter normally.
 *
 * Units: `speedSpread` is the relative standard deviation; the result is at least 1.
 * Source: Blom 1958, Statistical estimates and transformed beta-variables: the largest of n normal values.
 * @example stragglerFactor(1, 0.01) // => 1
 */
export function stragglerFactor(acceleratorCount: number, speedSpread: number): number {
  return 1 + speedSpread * normalQuantile((acceleratorCount - 0.375) / (acceleratorCount + 0.25))
}
