import type { Machine } from '../machines/machine.ts'
import { median } from './median.ts'
import { monthNumber } from './month-number.ts'
import { priceAtMonth, type LogPrice, type PriceReading } from './price-at-month.ts'
import type { PricePoint } from './price-point.ts'

/** Machines launched further apart than this are not compared. Assumption. */
const GENERATION_MONTHS = 30

/** Standard deviation that pricing by arithmetic adds. Assumption: MI300X and H100 differ by about that much. */
const ACROSS_MACHINES = 0.35

/** FLOP a second of the fastest matrix product in 16 bits. */
const speedOf = ({ accelerator: { matmulFlopPerSecond: by } }: Machine): number => Math.max(by.bf16, by.fp16)

const launchOf = ({ accelerator }: Machine): number => monthNumber(accelerator.launch)

/** Boards for one's own desk have prices of their own. */
const isForServers = ({ family }: Machine): boolean => !family.startsWith('RTX')

/**
 * The price of a machine that nobody quotes: that of machines of its time, each by its speed in matrix products.
 * Null if no machine of its time is quoted.
 */
export const priceOfRelatives = (
  machine: Machine,
  machines: readonly Machine[],
  points: ReadonlyMap<string, readonly PricePoint[]>,
  reading: PriceReading,
): LogPrice | null => {
  const prices = machines.flatMap((other) => {
    const quotes = points.get(other.accelerator.id)
    const apart = Math.abs(launchOf(other) - launchOf(machine))
    if (quotes === undefined || apart > GENERATION_MONTHS || !isForServers(other)) return []
    const price = priceAtMonth(quotes, reading)
    return [{ ...price, logUsd: price.logUsd + Math.log(speedOf(machine) / speedOf(other)) }]
  })
  if (prices.length === 0) return null
  const logUsd = median(prices.map((price) => price.logUsd))
  const apart = median(prices.map((price) => Math.abs(price.logUsd - logUsd)))
  const widen = (side: number): number =>
    Math.sqrt(side * side + apart * apart + ACROSS_MACHINES * ACROSS_MACHINES)
  return {
    logUsd,
    below: widen(median(prices.map(({ below }) => below))),
    above: widen(median(prices.map(({ above }) => above))),
    used: prices.flatMap(({ used }) => used),
    nearestMonths: Math.min(...prices.map(({ nearestMonths }) => nearestMonths)),
    isLater: prices.every(({ isLater }) => isLater),
  }
}
