import { sumYears, type FundSchedule } from './fund-schedule.ts'

/** How fees and expenses after the last investment are paid, year by year. Units: US dollars. */
export interface HoldBack {
  /** Proceeds of the year that are kept, for this year's costs or later ones. */
  readonly keptUsd: readonly number[]
  /** Costs of the year that kept proceeds pay; they need no call. */
  readonly paidUsd: readonly number[]
}

/** Share of all late costs below which what is missing is rounding of the arithmetic. */
const dust = 1e-12

/** Fees and expenses of the years after the last investment, nothing before. */
function lateCosts({ initialUsd, followOnUsd, feesUsd, expensesUsd }: FundSchedule): readonly number[] {
  const last = initialUsd.findLastIndex((cheques, year) => cheques + (followOnUsd[year] ?? 0) > 0)
  return feesUsd.map((fee, year) => (year > last ? fee + expensesUsd[year] : 0))
}

/**
 * Keeps back proceeds for the costs that fall due after the last investment, as late as will do, so that investors
 * are not called for fees once their profit has been paid out. Proceeds that are invested again are not there to keep.
 */
export function holdBack(schedule: FundSchedule): HoldBack {
  const costs = lateCosts(schedule)
  const keptUsd = costs.map(() => 0)
  let wanted = 0
  for (let year = costs.length - 1; year >= 0; year -= 1) {
    wanted += costs[year]
    keptUsd[year] = Math.min(wanted, schedule.proceedsUsd[year] - schedule.recycledUsd[year])
    wanted -= keptUsd[year]
  }
  return { keptUsd, paidUsd: payCosts(costs, keptUsd) }
}

/** What has been kept by each year pays its costs, the earliest first. */
function payCosts(costs: readonly number[], keptUsd: readonly number[]): readonly number[] {
  const least = dust * sumYears(costs)
  let reserve = 0
  return costs.map((cost, year) => {
    reserve += keptUsd[year]
    const paid = cost - reserve > least ? reserve : cost
    reserve -= paid
    return paid
  })
}
