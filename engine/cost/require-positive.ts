/** Refuses a value that is not positive and finite, naming function, argument and value. */
export function requirePositive(caller: string, name: string, value: number): void {
  if (!(value > 0 && value < Infinity))
    throw new RangeError(`${caller}: ${name} must be positive and finite, got ${value}`)
}
