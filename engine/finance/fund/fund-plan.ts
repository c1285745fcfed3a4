import { requireCarryTerms, type CarryTerms } from './carry-terms.ts'
import type { FeeTerms } from './management-fees.ts'

/** A fund before its first investment: its size, its terms, and what it means to do with the money. */
export interface FundPlan {
  readonly commitmentsUsd: number
  /** Whole years from the first call to the last fee. */
  readonly lifeYears: number
  readonly fees: FeeTerms
  /** Costs of running the fund beside the fee, as a share of commitments a year. */
  readonly expenseShareAYear: number
  /** Reserves policy: share of the money for companies that is kept for later rounds of those already held. */
  readonly reserveShare: number
  /** Whole years between a first cheque and its follow-on. */
  readonly followOnYears: number
  /** Whole years between a first cheque and the sale of all that was put into the company. */
  readonly holdYears: number
  /** What a dollar of a first cheque, and of a follow-on, brings at the sale. */
  readonly initialMultiple: number
  readonly followOnMultiple: number
  /** Proceeds within the investment period that may be invested again, at most this share of commitments. */
  readonly recyclingShare: number
  readonly carry: CarryTerms
}

/**
 * Refuses a plan that cannot be.
 *
 * Throws: RangeError that names the field.
 */
export function requireFundPlan(plan: FundPlan): void {
  requireCarryTerms(plan.carry)
  const refuse = (name: Exclude<keyof FundPlan, 'fees' | 'carry'>, bound: string): never => {
    throw new RangeError(`projectFund: ${name} must be ${bound}, got ${plan[name]}`)
  }
  if (!(plan.commitmentsUsd > 0 && plan.commitmentsUsd < Infinity))
    refuse('commitmentsUsd', 'positive and finite')
  if (!(Number.isInteger(plan.lifeYears) && plan.lifeYears > 0 && plan.lifeYears <= 100))
    refuse('lifeYears', 'a whole number from 1 to 100')
  for (const name of ['followOnYears', 'holdYears'] as const)
    if (!(Number.isInteger(plan[name]) && plan[name] > 0)) refuse(name, 'a whole number above 0')
  if (plan.reserveShare > 0 && plan.followOnYears >= plan.holdYears)
    refuse('followOnYears', `below holdYears, which is ${plan.holdYears}`)
  if (plan.fees.investmentYears + plan.holdYears > plan.lifeYears + 1)
    refuse('lifeYears', 'long enough for the last company to be sold: holdYears after the investment period')
  for (const name of ['expenseShareAYear', 'reserveShare', 'recyclingShare'] as const)
    if (!(plan[name] >= 0 && plan[name] <= 1)) refuse(name, 'from 0 to 1')
  for (const name of ['initialMultiple', 'followOnMultiple'] as const)
    if (!(plan[name] >= 0 && plan[name] < Infinity)) refuse(name, 'at least 0 and finite')
}
