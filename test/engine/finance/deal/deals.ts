import {
  plainSale,
  samePool,
  usualTerms,
  type Deal,
  type DealConvertible,
  type DealRound,
  type DealSeries,
} from '../../../../engine/finance/index.ts'

/** A company of two founders who hold 8,000,000 shares; everything else is given. */
export const deal = (parts: Partial<Deal>): Deal => ({
  name: 'Acme',
  common: [
    { holder: 'Ada', shares: 6e6, paidUsd: 0 },
    { holder: 'Ben', shares: 2e6, paidUsd: 0 },
  ],
  rights: [],
  pool: { promisedShares: 0, availableShares: 0 },
  series: [],
  convertibles: [],
  rounds: [],
  exitPricesUsd: [],
  exit: plainSale,
  qualifiedListing: { leastPriceUsd: 0, leastMultiple: 0 },
  exitDay: null,
  valuation: {
    volatility: 0.9,
    riskFreeRate: 0.025,
    years: 4,
    exitRate: 0.25,
    scenarios: [],
    discountRate: 0.4,
  },
  ...parts,
})

/** A post-money SAFE of an angel; everything else is given. */
export const safe = (parts: Partial<DealConvertible>): DealConvertible => ({
  name: 'SAFE',
  holder: 'Angel',
  kind: 'safe',
  amountUsd: 1e6,
  day: null,
  capUsd: Infinity,
  capBasis: 'post_money',
  discount: 0,
  favours: [],
  isMostFavoured: false,
  interestRate: 0,
  interestCompounds: false,
  maturityDay: null,
  hasProRata: false,
  ...parts,
})

/** A round of $3M at $12M pre-money; everything else is given. */
export const round = (parts: Partial<DealRound>): DealRound => ({
  name: 'Series A',
  day: null,
  preMoneyUsd: 12e6,
  pricePerShareUsd: null,
  amountUsd: 3e6,
  convention: 'percentage_ownership',
  pool: samePool,
  terms: usualTerms,
  protectsOlder: true,
  rounding: null,
  investors: [],
  proRata: [],
  declines: [],
  secondary: [],
  ...parts,
})

/** A series in one hand; everything else is given. */
export const series = (parts: Partial<DealSeries>): DealSeries => ({
  name: 'Seed',
  shares: 2e6,
  issuePriceUsd: 2.5,
  conversionPriceUsd: 2.5,
  accruedDividendUsd: 0,
  terms: usualTerms,
  day: null,
  holders: [{ holder: 'Fund', shares: 2e6 }],
  ...parts,
})
