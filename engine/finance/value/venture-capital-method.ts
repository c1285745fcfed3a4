import { discountFactor } from './discount-factor.ts'
import { requireNotNegative, requirePositive, requireRate } from './require-value.ts'

/** A round that is or will be needed before the exit. */
export interface PlannedRound {
  readonly amountUsd: number
  /** Years from today. */
  readonly years: number
  /** Return a year that its investors require, as a share. */
  readonly requiredReturn: number
}

/** What one planned round comes to. */
export interface PlannedStake {
  /** Share (0-1) that its investors must hold at the exit. */
  readonly finalOwnership: number
  /** Share (0-1) of that which later rounds leave: 1 less what all later investors hold at the exit. */
  readonly retention: number
  /** Share (0-1) that they must get in their own round. */
  readonly currentOwnership: number
  readonly newShares: number
  readonly priceUsd: number
  readonly preMoneyUsd: number
  readonly postMoneyUsd: number
}

/** What the venture capital method comes to. */
export interface VentureCapitalValue {
  /** One entry a planned round. */
  readonly rounds: readonly PlannedStake[]
  readonly finalShares: number
  /** Price of a share at the exit. */
  readonly exitPriceUsd: number
}

/**
 * Values a company by the venture capital method: from the value at an exit back to what each round's investors must
 * own, with the dilution by all later rounds.
 *
 * Shape: `rounds` in order of time. Throws: RangeError for an argument without meaning, and for rounds that need the
 * whole company or more.
 * Source: Sahlman, "A method for valuing high-risk, long-term investments", Harvard Business School 9-288-006.
 * @example ventureCapitalMethod(4e7, 4, 1e6, [{ amountUsd: 5e6, years: 0, requiredReturn: 0.5 }]).rounds[0].finalOwnership // => 0.6328125
 */
export function ventureCapitalMethod(
  exitValueUsd: number,
  exitYears: number,
  sharesBefore: number,
  rounds: readonly PlannedRound[],
): VentureCapitalValue {
  requirePositive('ventureCapitalMethod', 'exitValueUsd', exitValueUsd)
  requirePositive('ventureCapitalMethod', 'sharesBefore', sharesBefore)
  rounds.forEach((round, i) => requirePlanned(round, rounds[i - 1]?.years ?? 0, exitYears))
  const finals = rounds.map(
    ({ amountUsd, years, requiredReturn }) =>
      amountUsd / discountFactor(requiredReturn, exitYears - years) / exitValueUsd,
  )
  const taken = finals.reduce((sum, final) => sum + final, 0)
  if (!(taken < 1))
    throw new RangeError(
      `ventureCapitalMethod: the rounds' stakes at the exit must sum below 1, got ${taken}`,
    )
  let shares = sharesBefore
  const stakes = rounds.map(({ amountUsd }, i) => {
    const retention = 1 - finals.slice(i + 1).reduce((sum, final) => sum + final, 0)
    const stake = takeStake(amountUsd, finals[i], retention, shares)
    shares += stake.newShares
    return stake
  })
  return { rounds: stakes, finalShares: shares, exitPriceUsd: exitValueUsd / shares }
}

function takeStake(amountUsd: number, final: number, retention: number, sharesBefore: number): PlannedStake {
  const currentOwnership = ownershipBeforeDilution(final, retention)
  const newShares = (currentOwnership / (1 - currentOwnership)) * sharesBefore
  const priceUsd = amountUsd / newShares
  return {
    finalOwnership: final,
    retention,
    currentOwnership,
    newShares,
    priceUsd,
    preMoneyUsd: priceUsd * sharesBefore,
    postMoneyUsd: priceUsd * (sharesBefore + newShares),
  }
}

/**
 * The share that an investor must get today to hold a given one at the exit, when later rounds leave the given
 * retention of it.
 *
 * Throws: RangeError unless 0 < retention <= 1 and the final share is at least 0 and at most the retention.
 * @example ownershipBeforeDilution(0.21, 0.7).toFixed(12) // => '0.300000000000'
 */
export function ownershipBeforeDilution(finalOwnership: number, retention: number): number {
  if (!(retention > 0 && retention <= 1))
    throw new RangeError(`ownershipBeforeDilution: retention must be above 0 and at most 1, got ${retention}`)
  if (!(finalOwnership >= 0 && finalOwnership <= retention))
    throw new RangeError(
      `ownershipBeforeDilution: finalOwnership must be between 0 and the retention ${retention}, got ${finalOwnership}`,
    )
  return finalOwnership / retention
}

function requirePlanned({ amountUsd, years, requiredReturn }: PlannedRound, from: number, to: number): void {
  requirePositive('ventureCapitalMethod', 'amountUsd', amountUsd)
  requireNotNegative('ventureCapitalMethod', 'years', years)
  requireRate('ventureCapitalMethod', 'requiredReturn', requiredReturn)
  if (!(years >= from && years <= to))
    throw new RangeError(
      `ventureCapitalMethod: years of the rounds must not fall and not pass the exit at ${to}, got ${years}`,
    )
}
