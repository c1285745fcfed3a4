/** What a fund pays its manager a year. */
export interface FeeTerms {
  /** Share of commitments, paid at the start of each year of the investment period. */
  readonly shareAYear: number
  /** Whole years of the investment period. */
  readonly investmentYears: number
  /** Share a year after that. */
  readonly laterShareAYear: number
  /** What the later share is of: commitments, or the cost of what the fund still holds. */
  readonly laterBasis: 'commitments' | 'invested'
}

function requireTerms({ shareAYear, laterShareAYear, investmentYears }: FeeTerms): void {
  for (const [name, share] of Object.entries({ shareAYear, laterShareAYear }))
    if (!(share >= 0 && share <= 1))
      throw new RangeError(`managementFees: ${name} must be from 0 to 1, got ${share}`)
  if (!(Number.isInteger(investmentYears) && investmentYears > 0))
    throw new RangeError(
      `managementFees: investmentYears must be a whole number above 0, got ${investmentYears}`,
    )
}

/**
 * The fee of each year of a fund's life, on commitments first and on the agreed basis after the investment period.
 *
 * Shape: `costHeldUsd` has the cost of what the fund holds at the start of each year. Units: US dollars.
 * Throws: RangeError for shares that are not from 0 to 1 and an investment period that is not whole.
 * @example managementFees({ shareAYear: 0.02, investmentYears: 1, laterShareAYear: 0.02, laterBasis: 'invested' }, 100, [0, 60]) // => [2, 1.2]
 */
export function managementFees(
  terms: FeeTerms,
  commitmentsUsd: number,
  costHeldUsd: readonly number[],
): readonly number[] {
  requireTerms(terms)
  return costHeldUsd.map((costUsd, year) => {
    if (year < terms.investmentYears) return terms.shareAYear * commitmentsUsd
    return terms.laterShareAYear * (terms.laterBasis === 'commitments' ? commitmentsUsd : costUsd)
  })
}
