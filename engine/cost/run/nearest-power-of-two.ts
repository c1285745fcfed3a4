/**
 * The power of two, at least 1, that is nearest by ratio.
 *
 * @example nearestPowerOfTwo(90) // => 64
 */
export function nearestPowerOfTwo(value: number): number {
  let power = 1
  while (power * Math.SQRT2 < value) power *= 2
  return power
}
