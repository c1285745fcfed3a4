/**
 * The error for an argument outside its bounds, with the function, the bound and the value in its text.
 *
 * @example outOfRange('samplePoisson', 'mean must be >= 0', -1).message // => 'samplePoisson: mean must be >= 0, got -1'
 */
export function outOfRange(functionName: string, bound: string, value: unknown): RangeError {
  return new RangeError(`${functionName}: ${bound}, got ${String(value)}`)
}
