import type { PreferredTerms } from '../../engine/finance/index.ts'
import type { World } from '../market/world.ts'
import { runwayMonths } from './value.ts'

/** What a round is about when its terms are agreed. */
export interface Negotiation {
  readonly postMoneyUsd: number
  /** Whether the price of a share falls below that of the round before. */
  readonly isDown: boolean
  /** Highest rank among the older series; -1 if there is none. */
  readonly highestRank: number
}

/** What investors and company agreed beside the price. */
export interface AgreedTerms {
  readonly preferred: PreferredTerms
  readonly isSenior: boolean
  /** True if old investors who do not take part lose their preferred shares. */
  readonly callsToPlay: boolean
}

/**
 * How far the company must give way, as a shift of log odds; 0 where sentiment is neutral, nothing failed, cash lasts,
 * there is no growth and as many bid as usual. Failed raises, fear and a short runway raise it; growth and competing
 * bidders lower it.
 */
export function bargainingPressure(world: World, row: number): number {
  const { startups, sentiment, bidders, parameters } = world
  const p = parameters.rounds
  const growth = Math.max(-1, Math.min(2, startups.growth[row]))
  const shortage = Math.max(0, 1 - runwayMonths(world, row) / p.raiseRunway)
  const usualBidders = 1 + parameters.capital.bidders
  return (
    p.termsFailed * Math.min(3, startups.failedRaises[row]) +
    p.termsRunway * shortage -
    p.hardTermsFear * sentiment.value -
    p.termsGrowth * growth -
    p.termsBidders * Math.log(Math.max(1, bidders.count) / usualBidders)
  )
}

/** A chance whose odds are multiplied. */
const withOdds = (chance: number, odds: number): number => (chance * odds) / (1 - chance + chance * odds)

/**
 * Negotiates the terms of a priced round. The usual is one times, not participating, equal in rank, broad-based; each
 * harder term has a chance of its own that rises and falls with the company's bargaining power. Only large rounds
 * guarantee the price at a listing or give a veto, only companies in distress concede a full ratchet, and only a
 * falling price calls old investors to pay or lose.
 *
 * Draws: nine uniforms from the startup's `terms` stream, whatever is agreed.
 */
export function negotiateTerms(world: World, row: number, negotiation: Negotiation): AgreedTerms {
  const { startups, parameters } = world
  const p = parameters.rounds
  const stream = startups.negotiations(row)
  const odds = Math.exp(bargainingPressure(world, row))
  const isAgreed = (chance: number): boolean => stream.next() < withOdds(chance, odds)
  const isHard = isAgreed(p.hardTermsChance)
  const participates = isAgreed(p.participationChance)
  const isCapped = stream.next() < p.participationCappedShare
  const isSenior = isAgreed(p.seniorChance)
  const hasRatchet = isAgreed(p.fullRatchetChance)
  const hasDividend = isAgreed(p.dividendChance)
  const callsToPlay = isAgreed(p.payToPlayChance)
  const isGuaranteed = isAgreed(p.listingRatchetChance)
  const hasVeto = isAgreed(p.listingVetoChance)
  const { postMoneyUsd, isDown, highestRank } = negotiation
  const fixed = parameters.market.liquidationMultiple
  const isLarge = postMoneyUsd >= p.listingTermsSize
  const isDistressed = isDown || startups.failedRaises[row] > 0
  const participation = participates ? (isCapped ? 'capped' : 'full') : 'none'
  return {
    isSenior: isSenior && highestRank >= 0,
    callsToPlay: callsToPlay && isDown,
    preferred: {
      liquidationMultiple: fixed ?? (isHard ? p.hardMultiple : 1),
      participation: fixed === null ? participation : 'none',
      participationCapMultiple: participation === 'capped' ? p.participationCap : Infinity,
      rank: isSenior ? highestRank + 1 : Math.max(0, highestRank),
      antiDilution: hasRatchet && isDistressed ? 'full_ratchet' : 'broad_based',
      dividendKind: hasDividend ? 'simple' : 'none',
      dividendRate: hasDividend ? p.dividendRate : 0,
      paysToPlay: callsToPlay && isDown,
      listingMultiple: isGuaranteed && isLarge ? p.listingRatchetMultiple : 0,
      vetoesDownListing: hasVeto && isLarge,
    },
  }
}
