import { RoundSystem } from './round-system.ts'

/**
 * What one round comes to: the price at which share counts, conversions, pool and anti-dilution all agree. The owner
 * makes it once with `makeRoundSolution`; each round overwrites it.
 *
 * In a rounded round the two values are those agreed, exact and before any rounding, so that they add up; all prices
 * and shares are after rounding. Price × all shares then differs from `postMoneyUsd` by what rounding takes, and the
 * new shares cost less than the agreed amount by under the price of one.
 *
 * Units: US dollars, and shares counted as common after conversion.
 */
export interface RoundSolution {
  /** Price of a share of the new series; rounded if that is asked, unless the price itself is agreed. */
  priceUsd: number
  /** Agreed value of the company before the new money, or the one that the agreed price comes to. */
  preMoneyUsd: number
  /**
   * Value after the new money, price × all shares before any rounding. Under percentage ownership it is pre-money +
   * amount; by dollars invested the money that converts comes on top; what the pre-money value leaves out, conversion
   * by the pre-money method or a pool after the money, comes on top at the price.
   */
  postMoneyUsd: number
  /** Shares sold for the new money. */
  newShares: number
  /** Options added to the pool. */
  poolIncreaseShares: number
  /** All shares before the round with all that convert, without the pool's increase: what a post-money cap counts. */
  capitalizationShares: number
  /** All shares after the round: common, rights, promised, the whole pool, every series as converted. */
  fullyDilutedShares: number
  /** Shares that each convertible turns into. */
  readonly convertibleShares: number[]
  /** Price at which each convertible turns into them. */
  readonly convertiblePriceUsd: number[]
  /** Place of the convertible whose terms each one takes: its own, unless most favoured. */
  readonly convertibleTerms: number[]
  /** Conversion price of each older series after anti-dilution. */
  readonly conversionPriceUsd: number[]
  /** Common shares that each older series converts into after anti-dilution. */
  readonly convertedShares: number[]
  /** Working space of `solveRound`. */
  readonly system: RoundSystem
}

/**
 * Makes an empty solution for `solveRound` to fill; its arrays take the length of the table's.
 *
 * @example makeRoundSolution().convertibleShares // => []
 */
export function makeRoundSolution(): RoundSolution {
  return {
    priceUsd: 0,
    preMoneyUsd: 0,
    postMoneyUsd: 0,
    newShares: 0,
    poolIncreaseShares: 0,
    capitalizationShares: 0,
    fullyDilutedShares: 0,
    convertibleShares: [],
    convertiblePriceUsd: [],
    convertibleTerms: [],
    conversionPriceUsd: [],
    convertedShares: [],
    system: new RoundSystem(),
  }
}
