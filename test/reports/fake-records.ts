import type { CompanyRecord, RunRecord, RunTotals, StartupTable } from '../../agents/records.ts'

/** A small generator for test data only (mulberry32); uniform on [0, 1). */
export const makeUniform = (seed: number): (() => number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A startup as a test writes it down; what is left out "did not happen". */
export interface FakeStartup {
  readonly founded: number
  /** 0 private, 1 closed, 2 acqui-hired, 3 acquired, 4 listed. */
  readonly outcome?: number
  readonly end?: number
  readonly postMoney?: number
  readonly fairValue?: number
  readonly exit?: number
  readonly company?: boolean
}

export interface FakeRound {
  readonly startup: number
  readonly amount: number
  readonly post: number
  readonly returned: number
  readonly month?: number
  readonly kind?: number
  readonly fair?: number
}

export interface FakeFund {
  readonly paidIn: number
  readonly distributed: number
  readonly held: number
  readonly irr?: number
}

const column = <T>(rows: readonly T[], read: (row: T) => number): Float64Array =>
  Float64Array.from(rows, read)
const codes = <T>(rows: readonly T[], read: (row: T) => number): Int8Array => Int8Array.from(rows, read)

export const fakeStartups = (rows: readonly FakeStartup[]): StartupTable => ({
  count: rows.length,
  foundedMonth: column(rows, (s) => s.founded),
  direction: codes(rows, () => 1),
  businessModel: codes(rows, () => 3),
  industry: codes(rows, () => 9),
  jurisdiction: codes(rows, () => 0),
  stage: codes(rows, (s) => (s.postMoney === undefined ? -1 : 2)),
  outcome: codes(rows, (s) => s.outcome ?? 0),
  outcomeMonth: column(rows, (s) => s.end ?? Number.NaN),
  cause: codes(rows, (s) => (s.outcome === 1 ? 2 : -1)),
  contributingCause: codes(rows, () => -1),
  seedMonth: column(rows, () => Number.NaN),
  firstRevenueMonth: column(rows, () => Number.NaN),
  raisedUsd: column(rows, () => 0),
  lastPostMoneyUsd: column(rows, (s) => s.postMoney ?? Number.NaN),
  fairValueUsd: column(rows, (s) => s.fairValue ?? Number.NaN),
  exitUsd: column(rows, (s) => s.exit ?? Number.NaN),
  peakArrUsd: column(rows, () => 0),
  gpuHours: column(rows, () => 0),
  isCompany: codes(rows, (s) => (s.company === true ? 1 : 0)),
})

const quietTotals: RunTotals = {
  investedUsd: 100,
  returnedUsd: 50,
  residualMultiple: 0.5,
  peakSentiment: 0.3,
  peakMispricing: Number.NaN,
  drawdown: 0.2,
  collapseMonth: Number.NaN,
  verdict: 3,
  gpuHours: 10,
  gpuSpendUsd: 20,
  costsUsd: 80,
  ledgerImbalanceUsd: 0,
}

export interface FakeRun {
  readonly run: number
  readonly horizon?: number
  readonly startups?: readonly FakeStartup[]
  readonly rounds?: readonly FakeRound[]
  readonly funds?: readonly FakeFund[]
  readonly totals?: Partial<RunTotals>
  readonly company?: CompanyRecord
  readonly marketMonths?: number
}

const fakeRounds = (rows: readonly FakeRound[]): RunRecord['rounds'] => ({
  count: rows.length,
  startup: Int32Array.from(rows, (r) => r.startup),
  month: column(rows, (r) => r.month ?? 1),
  stage: codes(rows, () => 2),
  kind: codes(rows, (r) => r.kind ?? 0),
  amountUsd: column(rows, (r) => r.amount),
  preMoneyUsd: column(rows, (r) => r.post - r.amount),
  postMoneyUsd: column(rows, (r) => r.post),
  leadType: codes(rows, () => 2),
  leadFund: Int32Array.from(rows, () => 7),
  liquidationMultiple: column(rows, () => 1),
  participating: codes(rows, () => 0),
  participationCap: column(rows, () => Number.NaN),
  isSenior: codes(rows, () => 0),
  hasFullRatchet: codes(rows, () => 0),
  dividendRate: column(rows, () => 0),
  paysToPlay: codes(rows, () => 0),
  listingMultiple: column(rows, () => 0),
  vetoesDownListing: codes(rows, () => 0),
  fairValueUsd: column(rows, (r) => r.fair ?? Number.NaN),
  returnedUsd: column(rows, (r) => r.returned),
})

const fakeFunds = (rows: readonly FakeFund[]): RunRecord['funds'] => ({
  count: rows.length,
  type: codes(rows, () => 2),
  paidInUsd: column(rows, (f) => f.paidIn),
  feesUsd: column(rows, (f) => 0.1 * f.paidIn),
  investedUsd: column(rows, (f) => 0.9 * f.paidIn),
  distributedUsd: column(rows, (f) => f.distributed),
  cashUsd: column(rows, () => 0),
  heldUsd: column(rows, (f) => f.held),
  dpi: column(rows, (f) => f.distributed / f.paidIn),
  rvpi: column(rows, (f) => f.held / f.paidIn),
  tvpi: column(rows, (f) => (f.distributed + f.held) / f.paidIn),
  irr: column(rows, (f) => f.irr ?? Number.NaN),
})

const fakeMarket = (months: number): RunRecord['market'] => {
  const wave = (size: number): Float64Array =>
    Float64Array.from(
      { length: months },
      (_, month) => size * (1 + 0.1 * ((month * 7919) % 13) + month / 977),
    )
  return {
    count: months,
    sentiment: wave(-0.1),
    publicMultiple: wave(10),
    priceIndex: wave(1),
    fundamentalIndex: wave(1),
    priceToFundamental: wave(1),
    mispricing: wave(0.2).map((value, month) => (month > months - 37 ? Number.NaN : value)),
    gpuPriceUsdPerHour: wave(2.2),
    gpuUtilisation: wave(0.3),
    gpuLeadTimeMonths: wave(1),
    wageIndex: wave(1),
    dryPowderUsd: wave(1.234e9),
    fundingUsd: wave(9.87e7),
    entrants: wave(3).map(Math.floor),
    closures: wave(1).map(Math.floor),
    adoption: wave(0.04),
    hires: wave(40),
    departures: wave(10),
  }
}

/** A run's record, made by hand. */
export const fakeRun = (fake: FakeRun): RunRecord => ({
  run: fake.run,
  horizonMonths: fake.horizon ?? 120,
  startups: fakeStartups(fake.startups ?? []),
  rounds: fakeRounds(fake.rounds ?? []),
  funds: fakeFunds(fake.funds ?? []),
  market: fakeMarket(fake.marketMonths ?? 0),
  totals: { ...quietTotals, ...fake.totals },
  panel: null,
  company: fake.company ?? null,
})
