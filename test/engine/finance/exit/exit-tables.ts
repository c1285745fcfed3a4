import {
  makeCapTable,
  makeExitSplit,
  plainSale,
  PreferredSeries,
  splitExit,
  usualTerms,
} from '../../../../engine/finance/index.ts'
import type {
  CapTable,
  Convertible,
  ExitSplit,
  ExitTerms,
  PreferredTerms,
} from '../../../../engine/finance/index.ts'

/** A series as tests give it: shares, money and what is not usual. */
export interface SeriesGiven extends Partial<PreferredTerms> {
  readonly shares: number
  readonly investedUsd: number
}

/** A table of common shares and series, without options. */
export function tableOf(commonShares: number, given: readonly SeriesGiven[]): CapTable {
  const table = makeCapTable(commonShares, 0)
  for (const { shares, investedUsd, ...terms } of given)
    table.series.push(new PreferredSeries(shares, investedUsd / shares, { ...usualTerms, ...terms }))
  return table
}

/** A post-money SAFE without cap or discount, but for what is given. */
export const safeOf = (given: Partial<Convertible>): Convertible => ({
  owedUsd: 1_000_000,
  capUsd: Infinity,
  capBasis: 'post_money',
  discount: 0,
  isMostFavoured: false,
  favours: [],
  isDebt: false,
  ...given,
})

/** The split of a plain sale, or of the exit given. */
export function splitOf(table: CapTable, priceUsd: number, exit: Partial<ExitTerms> = {}): ExitSplit {
  const split = makeExitSplit()
  splitExit(table, { ...plainSale, priceUsd, ...exit }, split)
  return split
}

/** Common first, then the series. */
export const payoutsOf = (table: CapTable, priceUsd: number): readonly number[] => {
  const { commonUsd, seriesUsd } = splitOf(table, priceUsd)
  return [commonUsd, ...seriesUsd]
}

/** All that is paid, to whomever. */
export function paidUsd(split: ExitSplit): number {
  const groups = [split.rightsUsd, split.seriesUsd, split.convertiblesUsd]
  const start = split.debtUsd + split.costsUsd + split.carveOutUsd + split.commonUsd
  return groups.flat().reduce((sum, usd) => sum + usd, start)
}
