import type { CapTable } from '../table/cap-table.ts'

/** Throws a RangeError that names function, bound and value unless the value is positive and finite. */
export function requirePositive(caller: string, name: string, value: number): void {
  if (!(value > 0 && value < Infinity))
    throw new RangeError(`${caller}: ${name} must be positive and finite, got ${value}`)
}

/** Throws a RangeError that names function, bound and value unless the value is at least 0 and finite. */
export function requireNotNegative(caller: string, name: string, value: number): void {
  if (!(value >= 0 && value < Infinity))
    throw new RangeError(`${caller}: ${name} must be at least 0 and finite, got ${value}`)
}

/** Throws a RangeError that names function, bound and value unless it is a rate above -1 (-100 %) and finite. */
export function requireRate(caller: string, name: string, value: number): void {
  if (!(value > -1 && value < Infinity))
    throw new RangeError(`${caller}: ${name} must be above -1 and finite, got ${value}`)
}

/** Throws a RangeError unless all probabilities are 0 to 1 and sum to 1, to within the rounding of decimals. */
export function requireProbabilities(caller: string, probabilities: readonly number[]): void {
  let sum = 0
  for (const probability of probabilities) {
    if (!(probability >= 0 && probability <= 1))
      throw new RangeError(`${caller}: probability must be between 0 and 1, got ${probability}`)
    sum += probability
  }
  if (!(Math.abs(sum - 1) <= 1e-9))
    throw new RangeError(`${caller}: probabilities must sum to 1, got ${sum}: give the rest to a scenario`)
}

/** Throws a RangeError that names the caller for a series that the table does not have, or that has no shares. */
export function refuseSeries(caller: string, { series }: CapTable, place: number): never {
  if (series[place] === undefined)
    throw new RangeError(`${caller}: series must be a place in the table's ${series.length}, got ${place}`)
  throw new RangeError(`${caller}: series ${place} must have shares, got ${series[place].shares}`)
}
