import type { NumberRule } from '../load/limits.ts'

const mostShares = 1e15
const mostUsd = 1e15

/** Shares: they need not be whole, and a negative count is reported with the name of its holder. */
export const sharesRule: NumberRule = {
  dimension: 'count',
  min: -mostShares,
  max: mostShares,
  shownMin: 0,
  isWhole: false,
}

/** An amount of money. */
export const dollarsRule: NumberRule = { dimension: 'usd', min: 0, max: mostUsd, isWhole: false }

/** Money that is more than nothing: a price, a cap, a round. */
export const someDollarsRule: NumberRule = { ...dollarsRule, min: 1e-9 }
