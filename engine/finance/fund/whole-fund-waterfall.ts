import { requireCarryTerms, type CarryTerms } from './carry-terms.ts'
import { clawbackUsd } from './clawback.ts'
import { carryPart, HurdleAccount, investorsPart, type Tiers } from './hurdle-account.ts'

/** Money between a fund and all who paid in. */
export interface FundFlow {
  /** Years since any start. */
  readonly years: number
  /** US dollars; negative = paid in, positive = distributed. */
  readonly usd: number
}

/** One distribution and who got it. */
export interface Distribution {
  readonly years: number
  readonly usd: number
  readonly investorsUsd: number
  /** What the manager gets for its own capital. */
  readonly managerCapitalUsd: number
  readonly carryUsd: number
  /** The same by tier, without the part of the manager's own capital. */
  readonly tiers: Tiers
}

/** How a fund's distributions were shared. */
export interface FundWaterfall {
  readonly distributions: readonly Distribution[]
  readonly investorsUsd: number
  readonly managerCapitalUsd: number
  readonly carryUsd: number
  /** What the manager has to give back at the end, included in none of the sums above. */
  readonly clawbackUsd: number
}

/** Flows as they happen; on one day, money paid in comes first. */
export const inOrder = (flows: readonly FundFlow[]): readonly FundFlow[] =>
  flows.toSorted((left, right) => left.years - right.years || left.usd - right.usd)

const requireFlow = ({ years, usd }: FundFlow): void => {
  if (!Number.isFinite(years) || !Number.isFinite(usd))
    throw new RangeError(`wholeFundWaterfall: a flow must be finite, got ${usd} after ${years} years`)
}

/** Shares one distribution between investors, the manager's own capital and its carry. */
export function shareDistribution(
  account: HurdleAccount,
  { years, usd }: FundFlow,
  { commitmentShare }: CarryTerms,
): Distribution {
  const managerCapitalUsd = usd * commitmentShare
  const tiers = account.distribute(usd - managerCapitalUsd)
  const carryUsd = carryPart(tiers)
  return { years, usd, investorsUsd: investorsPart(tiers), managerCapitalUsd, carryUsd, tiers }
}

/** Sums up distributions. */
export function sumDistributions(distributions: readonly Distribution[], clawbackUsd: number): FundWaterfall {
  const sum = (part: (one: Distribution) => number): number =>
    distributions.reduce((total, one) => total + part(one), 0)
  return {
    distributions,
    investorsUsd: sum(({ investorsUsd }) => investorsUsd),
    managerCapitalUsd: sum(({ managerCapitalUsd }) => managerCapitalUsd),
    carryUsd: sum(({ carryUsd }) => carryUsd),
    clawbackUsd,
  }
}

/**
 * Shares a fund's distributions by the whole-fund (European) waterfall: investors first get all capital paid in so far
 * and its preferred return. Money called after carry was paid may leave the manager with too much: see `clawbackUsd`.
 *
 * Throws: RangeError for flows that are not finite and terms out of bounds.
 * Source: the four tiers as in https://bpleon.com/pe-distribution-waterfall.html
 * @example wholeFundWaterfall([{ years: 0, usd: -100 }, { years: 1, usd: 150 }], plainCarry).carryUsd // => 10
 */
export function wholeFundWaterfall(flows: readonly FundFlow[], terms: CarryTerms): FundWaterfall {
  requireCarryTerms(terms)
  flows.forEach(requireFlow)
  const account = new HurdleAccount(terms)
  const distributions: Distribution[] = []
  let now: number | null = null
  for (const flow of inOrder(flows)) {
    account.wait(flow.years - (now ?? flow.years))
    now = flow.years
    if (flow.usd < 0) account.contribute(-flow.usd * (1 - terms.commitmentShare))
    else distributions.push(shareDistribution(account, flow, terms))
  }
  return sumDistributions(distributions, clawbackUsd(account, terms))
}
