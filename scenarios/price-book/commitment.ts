/** Ways to come by an hour of an accelerator. */
export const commitments = ['on-demand', 'reserved-1y', 'reserved-3y', 'spot', 'owned'] as const
export type Commitment = (typeof commitments)[number]

/** A number that is not known well: a usual value and the ends that one in ten passes. */
export interface Assumption {
  readonly low: number
  readonly mid: number
  readonly high: number
  readonly source: string
}

/**
 * What spot capacity costs and how often it is taken away. Both differ by provider, region and season.
 *
 * Units: price over the price on demand; interruptions of a server in an hour.
 */
export const spotTerms: { readonly priceRatio: Assumption; readonly preemptionsPerServerHour: Assumption } = {
  priceRatio: {
    low: 0.2,
    mid: 0.4,
    high: 0.7,
    source: 'assumption: providers name discounts of 60 to 90 %, scarce parts get less',
  },
  preemptionsPerServerHour: {
    low: 0.003,
    mid: 0.02,
    high: 0.1,
    source:
      'assumption: from a few a month to 10 % an hour, Thorpe et al. 2023 (Bamboo, NSDI) saw 8-33 % (recalled)',
  },
}

/** What an owner counts with beside the purchase. */
export const ownedTerms: Readonly<
  Record<
    'interconnectShare' | 'lifeYears' | 'utilisation' | 'upkeepSharePerYear' | 'pue' | 'usdPerKwh',
    Assumption
  >
> = {
  interconnectShare: { low: 0.13, mid: 0.19, high: 0.25, source: 'Cottier et al. 2024, arXiv 2405.21015' },
  lifeYears: { low: 4, mid: 5, high: 6, source: 'G6_capacity_life' },
  utilisation: { low: 0.65, mid: 0.8, high: 0.9, source: 'G6_util' },
  upkeepSharePerYear: {
    low: 0.03,
    mid: 0.08,
    high: 0.15,
    source: 'assumption: room, repair, staff; puts an H100 of 2024 near the break-even of G6_breakeven',
  },
  pue: { low: 1.1, mid: 1.2, high: 1.58, source: 'G6_pue' },
  usdPerKwh: { low: 0.05, mid: 0.08, high: 0.12, source: 'EIA, US industrial price 2023 (seen: 8.06 cents)' },
}
