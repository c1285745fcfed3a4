import type { Machine } from '../machines/machine.ts'
import { priceAtMonth, type LogPrice, type PriceReading } from './price-at-month.ts'
import type { PricePoint } from './price-point.ts'

/** A family's quotes are called in when they are this much nearer than a machine's own. */
const STALE_MONTHS = 6

/**
 * Corrects a price whose quotes are old: it has moved since as those of its family did (40 and 80 GB of an A100).
 * Prices with quotes near, or without a family that has any, come back as they are.
 */
export const moveWithFamily = (
  price: LogPrice,
  machine: Machine,
  machines: readonly Machine[],
  points: ReadonlyMap<string, readonly PricePoint[]>,
  reading: PriceReading,
): LogPrice => {
  const moves = machines.flatMap(({ accelerator: { id }, family, vendor }) => {
    const quotes = points.get(id)
    if (quotes === undefined || id === machine.pricedAs) return []
    if (family !== machine.family || vendor !== machine.vendor) return []
    const now = priceAtMonth(quotes, reading)
    if (price.nearestMonths - now.nearestMonths < STALE_MONTHS) return []
    const then = reading.month + (price.isLater ? price.nearestMonths : -price.nearestMonths)
    const before = priceAtMonth(quotes, { ...reading, month: then })
    const moved = now.logUsd - before.logUsd
    return [{ change: moved - reading.trendPerMonth * (reading.month - then), used: now.used }]
  })
  const best = moves[0]
  if (best === undefined) return price
  return { ...price, logUsd: price.logUsd + best.change, used: [...price.used, ...best.used] }
}
