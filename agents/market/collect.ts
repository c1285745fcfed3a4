import { plainSale, splitExit, usualTerms, type PreferredTerms } from '../../engine/finance/index.ts'
import type { RunRecord, RoundTable, StartupTable, PanelTable } from '../records.ts'
import { Status } from '../startup/startups.ts'
import { updateTable } from '../startup/update-table.ts'
import { fundamentalValueUsd } from '../startup/value.ts'
import { collectCompany } from './collect-company.ts'
import { collectFunds } from './collect-funds.ts'
import { Outcome } from './codes.ts'
import { finishMarket } from './finish-market.ts'
import { fundamentals } from './fundamentals.ts'
import { recordCompany } from './record-company.ts'
import { recordPanel } from './record-month.ts'
import { judge } from './judge.ts'
import { placePayoutUsd, preferredUsd } from './places.ts'
import { investorsPerRound } from './rounds.ts'
import type { World } from './world.ts'

type TermColumns = Pick<
  RoundTable,
  | 'liquidationMultiple'
  | 'participating'
  | 'participationCap'
  | 'hasFullRatchet'
  | 'dividendRate'
  | 'paysToPlay'
  | 'listingMultiple'
  | 'vetoesDownListing'
>

/** Largest imbalance of the ledger, in dollars, that counts as rounding. */
const ledgerToleranceUsd = 0.01

/** What is kept of a run. Throws: Error if the ledger does not balance to the cent. */
export function collect(world: World, run: number): RunRecord {
  const imbalanceUsd = world.ledger.imbalanceUsd()
  if (!(Math.abs(imbalanceUsd) <= ledgerToleranceUsd))
    throw new Error(`ledger does not balance: accounts sum to ${imbalanceUsd} USD`)
  const horizon = world.horizonMonths
  if (world.recorder.companyCashUsd[horizon - 1] === 0) recordCompany(world, horizon - 1)
  if (horizon % 12 === 0) recordPanel(world, horizon / 12)
  const { startups, recorder } = world
  // Companies that ended in the burn-in are not reported: their rounds neither.
  const kept = keptRows(world)
  const numberOf = new Int32Array(startups.count).fill(-1)
  kept.forEach((row, place) => (numberOf[row] = place))
  const fairValueUsd = fairValues(world, kept)
  const values = fundamentals(world, kept)
  const held = holdings(world, numberOf, fairValueUsd)
  finishMarket(world, values.mispricing)
  const judged = judge(world, values.residualMultiple, values.mispricing)
  return {
    run,
    horizonMonths: horizon,
    startups: startupTable(world, kept, fairValueUsd),
    rounds: roundTable(world, numberOf, held.returnedUsd),
    funds: collectFunds(world, held.byFirmUsd),
    market: recorder.market,
    panel: panelTable(world, numberOf),
    company: collectCompany(world, fairValueUsd[numberOf[world.companyRow]] ?? 0, values.companyUsd),
    totals: {
      investedUsd: recorder.investedUsd,
      returnedUsd: recorder.returnedUsd,
      residualMultiple: values.residualMultiple,
      ...judged,
      gpuHours: recorder.gpuHours,
      gpuSpendUsd: recorder.gpuSpendUsd,
      costsUsd: recorder.costsUsd,
      ledgerImbalanceUsd: Math.abs(imbalanceUsd),
    },
  }
}

/** Startups alive at month 0 or founded later, in order of founding. */
function keptRows(world: World): Int32Array {
  const { startups } = world
  const rows = new Int32Array(startups.count)
  let count = 0
  for (let row = 0; row < startups.count; row++)
    if (startups.status[row] !== Status.ended || startups.outcomeMonth[row] >= 0) rows[count++] = row
  return rows.slice(0, count)
}

/** Equity at fundamental value at the horizon: 0 once closed, NaN once sold or listed. */
function fairValues(world: World, kept: Int32Array): Float64Array {
  const { startups } = world
  return Float64Array.from(kept, (row) => {
    if (startups.status[row] !== Status.ended) return fundamentalValueUsd(world, row, world.horizonMonths)
    return startups.outcome[row] === Outcome.closed ? 0 : Number.NaN
  })
}

function startupTable(world: World, kept: Int32Array, fairValueUsd: Float64Array): StartupTable {
  const s = world.startups
  const floats = (column: Float64Array): Float64Array => pick(column, kept, new Float64Array(kept.length))
  const codes = (column: Int8Array): Int8Array => pick(column, kept, new Int8Array(kept.length))
  return {
    count: kept.length,
    foundedMonth: floats(s.founded),
    direction: codes(s.direction),
    businessModel: codes(s.businessModel),
    industry: codes(s.industry),
    jurisdiction: codes(s.jurisdiction),
    stage: codes(s.stage),
    outcome: codes(s.outcome),
    outcomeMonth: floats(s.outcomeMonth),
    cause: codes(s.cause),
    contributingCause: codes(s.contributing),
    seedMonth: floats(s.seedMonth),
    firstRevenueMonth: floats(s.firstRevenueMonth),
    raisedUsd: floats(s.raisedUsd),
    lastPostMoneyUsd: Float64Array.from(kept, (row) =>
      s.lastRound[row] < 0 ? Number.NaN : s.lastPostUsd[row],
    ),
    fairValueUsd,
    exitUsd: Float64Array.from(kept, (row) => (s.exitUsd[row] > 0 ? s.exitUsd[row] : Number.NaN)),
    peakArrUsd: floats(s.peakArrUsd),
    gpuHours: floats(s.gpuHours),
    isCompany: codes(s.isCompany),
  }
}

/** Closed rounds of the reported companies from month 0 on. */
function roundTable(world: World, numberOf: Int32Array, returnedUsd: Float64Array): RoundTable {
  const { rounds, firms } = world
  const rows: number[] = []
  for (let round = 0; round < rounds.count; round++)
    if (rounds.month[round] >= 0 && numberOf[rounds.startup[round]] >= 0) rows.push(round)
  const floats = (column: Float64Array): Float64Array => pick(column, rows, new Float64Array(rows.length))
  const codes = (column: Int32Array): Int8Array => pick(column, rows, new Int8Array(rows.length))
  return {
    count: rows.length,
    startup: Int32Array.from(rows, (round) => numberOf[rounds.startup[round]] + 1),
    month: floats(rounds.month),
    stage: codes(rounds.stage),
    kind: codes(rounds.kind),
    amountUsd: floats(rounds.amountUsd),
    preMoneyUsd: floats(rounds.preMoneyUsd),
    postMoneyUsd: floats(rounds.postMoneyUsd),
    leadType: Int8Array.from(rows, (round) =>
      rounds.leadFund[round] < 0 ? 0 : firms.type[rounds.leadFund[round]],
    ),
    leadFund: Int32Array.from(rows, (round) => rounds.leadFund[round] + 1),
    returnedUsd: floats(returnedUsd),
    fairValueUsd: floats(rounds.fairValueUsd),
    isSenior: codes(rounds.isSenior),
    ...termColumns(rows.map((round) => termsOf(world, round))),
  }
}

function termsOf({ startups, rounds }: World, round: number): PreferredTerms {
  return startups.capTables[rounds.startup[round]].series[rounds.series[round]] ?? usualTerms
}

function termColumns(terms: readonly PreferredTerms[]): TermColumns {
  const floats = (read: (one: PreferredTerms) => number): Float64Array => Float64Array.from(terms, read)
  const codes = (read: (one: PreferredTerms) => number | boolean): Int8Array =>
    Int8Array.from(terms, (one) => Number(read(one)))
  return {
    liquidationMultiple: floats((one) => one.liquidationMultiple),
    participating: codes((one) => one.participation !== 'none'),
    participationCap: floats((one) =>
      one.participation === 'capped' ? one.participationCapMultiple : Number.NaN,
    ),
    hasFullRatchet: codes((one) => one.antiDilution === 'full_ratchet'),
    dividendRate: floats((one) => (one.dividendKind === 'none' ? 0 : one.dividendRate)),
    paysToPlay: codes((one) => one.paysToPlay),
    listingMultiple: floats((one) => one.listingMultiple),
    vetoesDownListing: codes((one) => one.vetoesDownListing),
  }
}

interface Holdings {
  /** Proceeds of each round, plus what its investors would get if the company's fair value were paid out. */
  readonly returnedUsd: Float64Array
  /** The second part alone, by firm. */
  readonly byFirmUsd: Float64Array
}

function holdings(world: World, numberOf: Int32Array, fairValueUsd: Float64Array): Holdings {
  const { rounds, startups, firms, split } = world
  const returnedUsd = rounds.returnedUsd.slice(0, rounds.count)
  const byFirmUsd = new Float64Array(firms.count)
  for (let row = 0; row < startups.count; row++) {
    if (numberOf[row] < 0 || startups.status[row] === Status.ended || startups.lastRound[row] < 0) continue
    updateTable(world, row, world.horizonMonths)
    splitExit(startups.capTables[row], { ...plainSale, priceUsd: fairValueUsd[numberOf[row]] }, split)
    for (let round = startups.lastRound[row]; round >= 0; round = rounds.previous[round]) {
      if (rounds.series[round] < 0) continue
      const first = round * investorsPerRound
      if (rounds.investor[first] < 0) returnedUsd[round] += split.seriesUsd[rounds.series[round]]
      const heldUsd = preferredUsd(rounds, round)
      for (let place = first; place < first + investorsPerRound && rounds.investor[place] >= 0; place++) {
        const usd = placePayoutUsd(rounds, round, place, split, heldUsd)
        returnedUsd[round] += usd
        byFirmUsd[rounds.investor[place]] += usd
      }
    }
  }
  return { returnedUsd, byFirmUsd }
}

function panelTable(world: World, numberOf: Int32Array): PanelTable | null {
  const { panel } = world.recorder
  if (panel === null) return null
  return {
    count: panel.startup.length,
    startup: Int32Array.from(panel.startup, (row) => numberOf[row] + 1),
    year: Int32Array.from(panel.year),
    arrUsd: Float64Array.from(panel.arrUsd),
    headcount: Float64Array.from(panel.headcount),
    grossMargin: Float64Array.from(panel.grossMargin),
    capability: Float64Array.from(panel.capability),
    cashUsd: Float64Array.from(panel.cashUsd),
  }
}

/** Copies the named rows of a column. */
function pick<A extends Float64Array | Int8Array>(
  column: ArrayLike<number>,
  rows: ArrayLike<number>,
  into: A,
): A {
  for (let place = 0; place < rows.length; place++) into[place] = column[rows[place]]
  return into
}
