import type { FundFlow, FundWaterfall } from './whole-fund-waterfall.ts'

/**
 * The flows of a fund's investors other than the manager: their part of the calls, what they receive, and what the
 * manager gives back, on the last day. The last flow is there even if it is nothing: it says that nothing is left.
 *
 * Units: US dollars, years since any start.
 */
export function investorFlows(
  flows: readonly FundFlow[],
  { distributions, clawbackUsd }: FundWaterfall,
  commitmentShare: number,
  endYears: number,
): readonly FundFlow[] {
  const calls = flows
    .filter(({ usd }) => usd < 0)
    .map(({ years, usd }) => ({ years, usd: usd * (1 - commitmentShare) }))
  const received = distributions.map(({ years, investorsUsd }) => ({ years, usd: investorsUsd }))
  return [...calls, ...received, { years: endYears, usd: clawbackUsd }]
}
