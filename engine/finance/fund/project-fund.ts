import { returnRate, type ReturnRate } from '../returns/rate-of-return.ts'
import { requireFundPlan, type FundPlan } from './fund-plan.ts'
import { scheduleFund, sumYears, type FundSchedule } from './fund-schedule.ts'
import { holdBack, type HoldBack } from './hold-back.ts'
import { investorFlows } from './investor-flows.ts'
import { wholeFundWaterfall, type FundFlow, type FundWaterfall } from './whole-fund-waterfall.ts'

/** What a fund of a given size can invest, and what its investors get. Units: US dollars. */
export interface FundProjection {
  /** All that goes into companies: first cheques, follow-ons, and proceeds invested again. */
  readonly investedUsd: number
  readonly initialUsd: number
  readonly followOnUsd: number
  readonly recycledUsd: number
  readonly feesUsd: number
  readonly expensesUsd: number
  /** Proceeds kept for fees and expenses after the last investment: neither distributed nor called. */
  readonly heldBackUsd: number
  readonly proceedsUsd: number
  /** Proceeds / all that went into companies, before fees and carry. */
  readonly grossMultiple: number | null
  /** Paid in by investors other than the manager, and what they get after fees and carry. */
  readonly investorsPaidInUsd: number
  readonly investorsNetUsd: number
  /** Their calls and what they receive, a clawback last: what multiple and rate of return are both of. */
  readonly netFlows: readonly FundFlow[]
  /** The investors' TVPI and rate of return at the end. */
  readonly netMultiple: number
  readonly netReturn: ReturnRate
  readonly carryUsd: number
  readonly schedule: FundSchedule
  readonly waterfall: FundWaterfall
}

/** What the commitments are short of, if so much goes into companies; rises with it. */
function shortfallUsd(plan: FundPlan, budgetUsd: number): number {
  const { feesUsd, expensesUsd } = scheduleFund(plan, budgetUsd)
  return budgetUsd + sumYears(feesUsd) + sumYears(expensesUsd) - plan.commitmentsUsd
}

/**
 * The part of the commitments that can go into companies: fees on what is held depend on it, so it is bracketed until
 * no number lies between.
 */
function findBudgetUsd(plan: FundPlan): number {
  const atNone = shortfallUsd(plan, 0)
  if (atNone >= 0)
    throw new RangeError(
      `projectFund: fees and expenses must be below commitmentsUsd, got ${plan.commitmentsUsd + atNone} of ${plan.commitmentsUsd}`,
    )
  let low = 0
  let high = plan.commitmentsUsd
  if (shortfallUsd(plan, high) <= 0) return high
  for (;;) {
    const middle = low + (high - low) / 2
    if (middle <= low || middle >= high) return low
    if (shortfallUsd(plan, middle) <= 0) low = middle
    else high = middle
  }
}

/** Calls and distributions of all who paid in. */
function flowsOf(schedule: FundSchedule, { keptUsd, paidUsd }: HoldBack): readonly FundFlow[] {
  return schedule.feesUsd.flatMap((fee, years) => {
    const invested = schedule.initialUsd[years] + (schedule.followOnUsd[years] ?? 0)
    const recycled = schedule.recycledUsd[years]
    const called = fee + schedule.expensesUsd[years] - paidUsd[years] + invested - recycled
    const distributed = schedule.proceedsUsd[years] - recycled - keptUsd[years]
    return [
      ...(called > 0 ? [{ years, usd: -called }] : []),
      ...(distributed > 0 ? [{ years, usd: distributed }] : []),
    ]
  })
}

/**
 * Projects a fund: what fees leave for companies, how much of it is first cheques and reserves, what comes back, and
 * what investors keep after the whole-fund waterfall. A plan, not a forecast: multiples and times are the caller's.
 *
 * Commitments are set aside for all fees and expenses, but those that fall due after the last investment are paid from
 * proceeds held back for them, and called only if there are none. A clawback is paid at the end of the fund's life.
 *
 * Throws: RangeError for a plan that cannot be, and fees that leave nothing to invest.
 */
export function projectFund(plan: FundPlan): FundProjection {
  requireFundPlan(plan)
  const schedule = scheduleFund(plan, findBudgetUsd(plan))
  const held = holdBack(schedule)
  const flows = flowsOf(schedule, held)
  const waterfall = wholeFundWaterfall(flows, plan.carry)
  const netFlows = investorFlows(flows, waterfall, plan.carry.commitmentShare, plan.lifeYears)
  const investorsPaidInUsd = netFlows.reduce((sum, { usd }) => sum + Math.max(0, -usd), 0)
  const investorsNetUsd = waterfall.investorsUsd + waterfall.clawbackUsd
  const investedUsd = sumYears(schedule.initialUsd) + sumYears(schedule.followOnUsd)
  const proceedsUsd = sumYears(schedule.proceedsUsd)
  return {
    investedUsd,
    initialUsd: sumYears(schedule.initialUsd),
    followOnUsd: sumYears(schedule.followOnUsd),
    recycledUsd: sumYears(schedule.recycledUsd),
    feesUsd: sumYears(schedule.feesUsd),
    expensesUsd: sumYears(schedule.expensesUsd),
    heldBackUsd: sumYears(held.keptUsd),
    proceedsUsd,
    grossMultiple: investedUsd > 0 ? proceedsUsd / investedUsd : null,
    investorsPaidInUsd,
    investorsNetUsd,
    netFlows,
    netMultiple: investorsNetUsd / investorsPaidInUsd,
    netReturn: returnRate(
      netFlows.map(({ years }) => years),
      netFlows.map(({ usd }) => usd),
    ),
    carryUsd: waterfall.carryUsd - waterfall.clawbackUsd,
    schedule,
    waterfall,
  }
}
