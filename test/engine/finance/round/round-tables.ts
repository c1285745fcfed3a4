import {
  makeCapTable,
  makeRoundSolution,
  PreferredSeries,
  samePool,
  solveRound,
  solveRoundAtPrice,
  usualTerms,
} from '../../../../engine/finance/index.ts'
import type {
  AntiDilution,
  CapTable,
  Convertible,
  RoundSolution,
  RoundTerms,
} from '../../../../engine/finance/index.ts'

/** A SAFE that converts at the round's price, changed as said. */
export const safe = (terms: Partial<Convertible>): Convertible => ({
  owedUsd: 1e6,
  capUsd: Infinity,
  capBasis: 'post_money',
  discount: 0,
  isMostFavoured: false,
  favours: [],
  isDebt: false,
  ...terms,
})

export const tableWith = (commonShares: number, ...convertibles: Convertible[]): CapTable => {
  const table = makeCapTable(commonShares, 0)
  table.convertibles.push(...convertibles)
  return table
}

export const series = (shares: number, priceUsd: number, antiDilution: AntiDilution): PreferredSeries =>
  new PreferredSeries(shares, priceUsd, { ...usualTerms, antiDilution })

/** 3 million dollars at 12 million pre-money by percentage ownership, nothing else, changed as said. */
export const round = (terms: Partial<RoundTerms>): RoundTerms => ({
  preMoneyUsd: 12e6,
  amountUsd: 3e6,
  convention: 'percentage_ownership',
  pool: samePool,
  preferred: usualTerms,
  protectsOlder: true,
  rounding: null,
  ...terms,
})

export const solved = (table: CapTable, terms: Partial<RoundTerms>): RoundSolution => {
  const solution = makeRoundSolution()
  solveRound(table, round(terms), solution)
  return solution
}

export const solvedAtPrice = (
  table: CapTable,
  terms: Partial<RoundTerms>,
  priceUsd: number,
): RoundSolution => {
  const solution = makeRoundSolution()
  solveRoundAtPrice(table, round(terms), priceUsd, solution)
  return solution
}

/** Largest relative distance between numbers and what they should be. */
export const distance = (got: readonly number[], wanted: readonly number[]): number =>
  Math.max(
    Math.abs(got.length - wanted.length),
    ...wanted.map((value, i) => Math.abs(got[i] - value) / Math.max(1e-300, Math.abs(value))),
  )
