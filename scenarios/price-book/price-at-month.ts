import { byKey } from './by-key.ts'
import { weightedMedian } from './median.ts'
import type { PricePoint } from './price-point.ts'

/** A price at a month, on a logarithmic scale, with the quotes it comes from. */
export interface LogPrice {
  readonly logUsd: number
  /** Standard deviation of the logarithm below and above. */
  readonly below: number
  readonly above: number
  readonly used: readonly PricePoint[]
  /** Months between the asked month and the nearest quote. */
  readonly nearestMonths: number
  /** True if that quote is later than the asked month. */
  readonly isLater: boolean
}

/** How quotes of one thing are read at a month. */
export interface PriceReading {
  readonly month: number
  readonly trendPerMonth: number
  /** Spread between sellers that is believed before any quote is seen. */
  readonly dispersion: number
}

/** A quote of half a year earlier or later weighs half. Assumption (3 to 12 months). */
const HALF_LIFE_MONTHS = 6

/** Weight, in quotes, of the spread that is believed beforehand. Assumption. */
const PRIOR_QUOTES = 2

/** Standard deviation that a year without quotes adds: H100's price fell by 22 % in 2025 and rose by 40 % after. Assumption. */
const DRIFT_PER_YEAR = 0.25

/** One seller, one voice: its quote nearest to the month. */
const voices = (points: readonly PricePoint[], month: number): readonly PricePoint[] =>
  [...byKey(points, ({ seller }) => seller).values()].map((group) =>
    group.reduce((best, point) =>
      Math.abs(point.month - month) < Math.abs(best.month - month) ? point : best,
    ),
  )

/**
 * The price at a month: the median over sellers, nearer quotes weighing more, each moved along the trend.
 *
 * Shape: at least one point.
 */
export const priceAtMonth = (points: readonly PricePoint[], reading: PriceReading): LogPrice => {
  const { month, trendPerMonth, dispersion } = reading
  const used = voices(points, month)
  const ages = used.map((point) => Math.abs(point.month - month))
  const nearestMonths = Math.min(...ages)
  // The nearest quote weighs 1, so that a month far from all quotes still has weights to divide by.
  const weights = ages.map((age) => Math.exp(((nearestMonths - age) * Math.LN2) / HALF_LIFE_MONTHS))
  const logs = used.map((point) => Math.log(point.usd) + trendPerMonth * (month - point.month))
  const logUsd = weightedMedian(logs, weights)
  const drift = (DRIFT_PER_YEAR * DRIFT_PER_YEAR * nearestMonths) / 12
  const side = (isOnSide: (log: number) => boolean): number => {
    let square = PRIOR_QUOTES * dispersion * dispersion
    let weight = PRIOR_QUOTES
    for (const [index, log] of logs.entries())
      if (isOnSide(log)) {
        square += (weights[index] ?? 0) * (log - logUsd) * (log - logUsd)
        weight += weights[index] ?? 0
      }
    return Math.sqrt(square / weight + drift)
  }
  return {
    logUsd,
    below: side((log) => log < logUsd),
    above: side((log) => log > logUsd),
    used: used.filter((_, index) => (weights[index] ?? 0) > 0.1),
    nearestMonths,
    isLater: used.some((point) => point.month - month === nearestMonths),
  }
}
