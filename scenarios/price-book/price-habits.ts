import { byKey } from './by-key.ts'
import { median } from './median.ts'
import type { PricePoint } from './price-point.ts'

/** What prices of accelerators have in common, estimated from all of them. */
export interface PriceHabits {
  /** Price under a commitment over the price on demand, of the same seller on the same day: medians. */
  readonly ratios: Readonly<Record<'on-demand' | 'reserved-1y' | 'reserved-3y', number>>
  /** Change of the logarithm of a machine's hourly price in a month. */
  readonly trendPerMonth: number
  /** The same of its purchase price. */
  readonly purchaseTrendPerMonth: number
  /** Standard deviation of the logarithm between sellers at one time. */
  readonly dispersion: number
}

const groupBy = (
  points: readonly PricePoint[],
  keyOf: (point: PricePoint) => string,
): readonly (readonly PricePoint[])[] => [...byKey(points, keyOf).values()]

const ratioOf = (points: readonly PricePoint[], kind: PricePoint['kind']): number => {
  const sameDay = groupBy(points, ({ machine, seller, month }) => `${machine}/${seller}/${month}`)
  const logs = sameDay.flatMap((group) => {
    const plain = group.find((point) => point.kind === 'on-demand')
    const committed = group.find((point) => point.kind === kind)
    return plain === undefined || committed === undefined ? [] : [Math.log(committed.usd / plain.usd)]
  })
  return Math.exp(median(logs))
}

/** Theil and Sen: the median slope over pairs of one machine that lie at least half a year apart. */
const trendOf = (points: readonly PricePoint[]): number =>
  median(
    groupBy(points, ({ machine }) => machine).flatMap((group) =>
      group.flatMap((later) =>
        group
          .filter((earlier) => later.month - earlier.month >= 6)
          .map((earlier) => Math.log(later.usd / earlier.usd) / (later.month - earlier.month)),
      ),
    ),
  )

/** Root of the mean square around the median of the same machine and half year, where at least four sellers stand. */
const dispersionOf = (points: readonly PricePoint[]): number => {
  const squares = groupBy(points, ({ machine, month }) => `${machine}/${Math.floor(month / 6)}`)
    .filter((group) => group.length >= 4)
    .flatMap((group) => {
      const centre = median(group.map(({ usd }) => Math.log(usd)))
      return group.map(({ usd }) => (Math.log(usd) - centre) * (Math.log(usd) - centre))
    })
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length)
}

/** Estimates what prices have in common. Shape: at least a few dozen points. */
export const priceHabits = (points: readonly PricePoint[]): PriceHabits => {
  const onDemand = points.filter(({ kind }) => kind === 'on-demand')
  return {
    ratios: {
      'on-demand': 1,
      'reserved-1y': ratioOf(points, 'reserved-1y'),
      'reserved-3y': ratioOf(points, 'reserved-3y'),
    },
    trendPerMonth: trendOf(onDemand),
    purchaseTrendPerMonth: trendOf(points.filter(({ kind }) => kind === 'purchase')),
    dispersion: dispersionOf(onDemand),
  }
}
