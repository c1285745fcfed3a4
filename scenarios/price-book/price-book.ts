import type { MachineTable } from '../machines/machine-table.ts'
import { byKey } from './by-key.ts'
import { monthNumber } from './month-number.ts'
import { priceHabits, type PriceHabits } from './price-habits.ts'
import type { PricePoint } from './price-point.ts'
import { quotesToPoints } from './quotes-to-points.ts'
import { readPriceFacts } from './read-price-facts.ts'
import { readPriceHistory } from './read-price-history.ts'

/** The latest month that the book has quotes of: the date of prices unless another is asked for. */
export const priceBookDate = '2026-05'

/** What owning one accelerator costs, as the engine's `ownedPricePerHour` takes it. */
export interface OwnedMachineCosts {
  readonly purchaseUsd: number
  readonly interconnectShare: number
  readonly lifeYears: number
  readonly utilisation: number
  readonly upkeepSharePerYear: number
  readonly watts: number
  readonly pue: number
  readonly usdPerKwh: number
}

/** The texts that a price book is made of, and the engine's formula for owners. */
export interface PriceSources {
  /** `data/gpu-price-history.csv`. */
  readonly history: string
  /** `data/calibration.json`. */
  readonly calibration: string
  readonly machines: MachineTable
  readonly ownedPricePerHour: (costs: OwnedMachineCosts) => number
}

/** Quotes by machine, and what they have in common. */
export interface PriceBook {
  readonly machines: MachineTable
  /** Prices of an hour by id of the machine; one under a commitment is kept as what it would be on demand. */
  readonly hourly: ReadonlyMap<string, readonly PricePoint[]>
  readonly purchases: ReadonlyMap<string, readonly PricePoint[]>
  readonly habits: PriceHabits
  /** Month of the latest quote. */
  readonly lastMonth: number
  readonly ownedPricePerHour: PriceSources['ownedPricePerHour']
}

/** The same price that two tables hold is one quote. */
const withoutRepeats = (points: readonly PricePoint[]): readonly PricePoint[] => [
  ...new Map(
    points.map((point) => [
      `${point.machine}/${point.kind}/${point.month}/${point.seller}/${Math.round(point.usd * 100)}`,
      point,
    ]),
  ).values(),
]

const onDemand = (points: readonly PricePoint[], { ratios }: PriceHabits): readonly PricePoint[] =>
  points.flatMap((point) =>
    point.kind === 'purchase' || point.kind === 'assumed'
      ? []
      : [{ ...point, usd: point.usd / ratios[point.kind] }],
  )

/**
 * Makes the price book: every dated quote that the project has, with its source.
 *
 * Throws: `TableError` for a table that does not say what it should, `DateError` for a date that is none.
 */
export const makePriceBook = (sources: PriceSources): PriceBook => {
  const { machines, ownedPricePerHour } = sources
  const points = withoutRepeats([
    ...readPriceHistory(sources.history, machines),
    ...quotesToPoints(machines),
    ...readPriceFacts(sources.calibration),
  ])
  const habits = priceHabits(points)
  return {
    machines,
    hourly: byKey(onDemand(points, habits), ({ machine }) => machine),
    purchases: byKey(
      points.filter(({ kind }) => kind === 'purchase'),
      ({ machine }) => machine,
    ),
    habits,
    lastMonth: points.reduce((last, { month }) => Math.max(last, month), monthNumber('2000')),
    ownedPricePerHour,
  }
}
