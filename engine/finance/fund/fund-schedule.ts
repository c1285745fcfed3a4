import type { FundPlan } from './fund-plan.ts'
import { managementFees } from './management-fees.ts'

/** What happens in each year of a fund, at its start. Units: US dollars. */
export interface FundSchedule {
  readonly initialUsd: readonly number[]
  readonly followOnUsd: readonly number[]
  /** Proceeds that were invested again, as first cheques; part of `initialUsd`. */
  readonly recycledUsd: readonly number[]
  readonly proceedsUsd: readonly number[]
  readonly feesUsd: readonly number[]
  readonly expensesUsd: readonly number[]
}

const nothing = (years: number): number[] => Array.from({ length: years }, () => 0)

/** Sums up a row of years. */
export const sumYears = (years: readonly number[]): number => years.reduce((sum, usd) => sum + usd, 0)

/** Cost of what a fund holds after the purchases and sales at the start of each year. */
function costHeld(initialUsd: readonly number[], followOnUsd: readonly number[], plan: FundPlan): number[] {
  return initialUsd.map((_, year) => {
    let held = 0
    for (let bought = Math.max(0, year - plan.holdYears + 1); bought <= year; bought += 1) {
      held += initialUsd[bought]
      if (bought + plan.followOnYears <= year) held += followOnUsd[bought + plan.followOnYears] ?? 0
    }
    return held
  })
}

/**
 * Lays a plan out over the years if `budgetUsd` of the commitments go into companies: first cheques in equal parts over
 * the investment period, follow-ons and sales as many years later as the plan says. Proceeds within the period are
 * invested again at once, up to the limit, in first cheques without reserves.
 */
export function scheduleFund(plan: FundPlan, budgetUsd: number): FundSchedule {
  const { lifeYears, fees, reserveShare, followOnYears, holdYears, commitmentsUsd } = plan
  // Sales may fall on the day after the last year.
  const years = lifeYears + 1
  const initialUsd = nothing(years)
  const followOnUsd = nothing(years)
  const recycledUsd = nothing(years)
  const proceedsUsd = nothing(years)
  let limitUsd = plan.recyclingShare * commitmentsUsd
  for (let year = 0; year < fees.investmentYears; year += 1) {
    recycledUsd[year] = Math.min(limitUsd, proceedsUsd[year])
    limitUsd -= recycledUsd[year]
    const yearsBudgetUsd = budgetUsd / fees.investmentYears
    const cheques = yearsBudgetUsd * (1 - reserveShare)
    const followOn = yearsBudgetUsd - cheques
    initialUsd[year] = cheques + recycledUsd[year]
    if (followOn > 0) followOnUsd[year + followOnYears] += followOn
    const sold = year + holdYears
    if (sold < years)
      proceedsUsd[sold] += initialUsd[year] * plan.initialMultiple + followOn * plan.followOnMultiple
  }
  const held = costHeld(initialUsd, followOnUsd, plan).slice(0, lifeYears)
  const feesUsd = [...managementFees(fees, commitmentsUsd, held), 0]
  const expensesUsd = feesUsd.map((_, year) =>
    year < lifeYears ? plan.expenseShareAYear * commitmentsUsd : 0,
  )
  return { initialUsd, followOnUsd, recycledUsd, proceedsUsd, feesUsd, expensesUsd }
}
