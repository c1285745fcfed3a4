import { requireCarryTerms, type CarryTerms } from './carry-terms.ts'
import { excessCarryUsd } from './clawback.ts'
import { HurdleAccount } from './hurdle-account.ts'
import {
  shareDistribution,
  sumDistributions,
  wholeFundWaterfall,
  type Distribution,
  type FundWaterfall,
} from './whole-fund-waterfall.ts'

/** One investment of a fund, bought once and sold once; a part sold earlier is a deal of its own. */
export interface FundDeal {
  readonly boughtYears: number
  /** US dollars paid, with the fees and costs that the agreement lays on it. */
  readonly costUsd: number
  readonly soldYears: number
  /** US dollars received; 0 for a write-off. */
  readonly proceedsUsd: number
}

/** Rules that only sharing by deal needs. */
export interface DealByDealTerms extends CarryTerms {
  /** True if losses of deals closed earlier are made good before further carry is paid. */
  readonly carriesLossForward: boolean
  /** True if the manager gives back at the end what it got too much. */
  readonly hasClawback: boolean
}

function requireDeal({ boughtYears, costUsd, soldYears, proceedsUsd }: FundDeal): void {
  for (const [name, value] of [
    ['costUsd', costUsd],
    ['proceedsUsd', proceedsUsd],
  ] as const)
    if (!(value >= 0 && value < Infinity))
      throw new RangeError(`dealByDealWaterfall: ${name} must be at least 0 and finite, got ${value}`)
  if (!(soldYears >= boughtYears && soldYears < Infinity && boughtYears > -Infinity))
    throw new RangeError(`dealByDealWaterfall: soldYears must be at least ${boughtYears}, got ${soldYears}`)
}

/** Carry that the whole-fund waterfall leaves the manager of the same deals under the same terms. */
function wholeFundCarryUsd(deals: readonly FundDeal[], terms: CarryTerms): number {
  const flows = deals.flatMap(({ boughtYears, costUsd, soldYears, proceedsUsd }) => [
    { years: boughtYears, usd: -costUsd },
    { years: soldYears, usd: proceedsUsd },
  ])
  const whole = wholeFundWaterfall(flows, terms)
  return whole.carryUsd - whole.clawbackUsd
}

/**
 * Shares a fund's proceeds deal by deal (the American waterfall): at each sale investors first get that deal's cost and
 * preferred return, and with losses carried forward what earlier deals still owe them. The manager may get carry on
 * early successes that later losses undo: `clawbackUsd` is what it then owes.
 *
 * Convention: the clawback leaves the manager what the whole-fund waterfall of the same purchases and sales, on the
 * same days and terms, would have left it in the end; what it got by deal if that is less. Investors are not paid for
 * the time for which they went without it.
 *
 * Throws: RangeError for a deal or terms out of bounds.
 * @example dealByDealWaterfall([{ boughtYears: 0, costUsd: 100, soldYears: 1, proceedsUsd: 150 }, { boughtYears: 0, costUsd: 100, soldYears: 2, proceedsUsd: 0 }], { ...plainCarry, carriesLossForward: true, hasClawback: true }).clawbackUsd // => 10
 */
export function dealByDealWaterfall(deals: readonly FundDeal[], terms: DealByDealTerms): FundWaterfall {
  requireCarryTerms(terms)
  deals.forEach(requireDeal)
  const distributions: Distribution[] = []
  let account = new HurdleAccount(terms)
  let now: number | null = null
  // Of one day, the larger loss is settled first, as one distribution of that day would.
  const bySale = deals.toSorted(
    (left, right) =>
      left.soldYears - right.soldYears ||
      left.proceedsUsd - left.costUsd - (right.proceedsUsd - right.costUsd),
  )
  for (const { boughtYears, costUsd, soldYears, proceedsUsd } of bySale) {
    if (!terms.carriesLossForward) account = new HurdleAccount(terms)
    account.wait(soldYears - (now ?? soldYears))
    now = soldYears
    account.contribute(costUsd * (1 - terms.commitmentShare), soldYears - boughtYears)
    distributions.push(shareDistribution(account, { years: soldYears, usd: proceedsUsd }, terms))
  }
  const shared = sumDistributions(distributions, 0)
  if (!terms.hasClawback) return shared
  return { ...shared, clawbackUsd: excessCarryUsd(shared.carryUsd, wholeFundCarryUsd(deals, terms)) }
}
