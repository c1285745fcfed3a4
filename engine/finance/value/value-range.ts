import { requireNotNegative } from './require-value.ts'

/** What one method says of a value: a bar of a football field. Units: US dollars. */
export interface ValueRange {
  readonly lowUsd: number
  readonly middleUsd: number
  readonly highUsd: number
}

/**
 * Quartiles of several values of one company, as a bar of a football field: by one method under several assumptions.
 * Choose it over least and most, which one odd value moves.
 *
 * Throws: RangeError without a value, or for one that is not finite.
 * Source: Hyndman and Fan, "Sample quantiles in statistical packages", American Statistician 50(4) (1996), type 7.
 * @example valueRange([4, 1, 3, 2, 5]) // => { lowUsd: 2, middleUsd: 3, highUsd: 4 }
 */
export function valueRange(valuesUsd: readonly number[]): ValueRange {
  if (valuesUsd.length === 0 || !valuesUsd.every((value) => Number.isFinite(value)))
    throw new RangeError(`valueRange: values must be finite and at least one, got [${valuesUsd.join(', ')}]`)
  const sorted = valuesUsd.toSorted((a, b) => a - b)
  return { lowUsd: quantile(sorted, 0.25), middleUsd: quantile(sorted, 0.5), highUsd: quantile(sorted, 0.75) }
}

function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const above = Math.min(below + 1, sorted.length - 1)
  return sorted[below] + (place - below) * (sorted[above] - sorted[below])
}

/**
 * Values a company by comparable ones: what it earns or sells times the quartiles of their multiples, less its net
 * debt if the multiples are of enterprise value.
 *
 * Throws: RangeError without a multiple, or for a negative metric or multiple.
 * @example comparablesValue(1e7, [4, 8, 6], 0) // => { lowUsd: 50000000, middleUsd: 60000000, highUsd: 70000000 }
 */
export function comparablesValue(
  metricUsd: number,
  multiples: readonly number[],
  netDebtUsd: number,
): ValueRange {
  requireNotNegative('comparablesValue', 'metricUsd', metricUsd)
  for (const multiple of multiples) requireNotNegative('comparablesValue', 'multiple', multiple)
  if (!Number.isFinite(netDebtUsd))
    throw new RangeError(`comparablesValue: netDebtUsd must be finite, got ${netDebtUsd}`)
  return valueRange(multiples.map((multiple) => metricUsd * multiple - netDebtUsd))
}
