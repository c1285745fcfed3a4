import type { Deal, DealSeries, SecondarySale } from './deal.ts'
import type { DealHistory, DealStage, PlayedRound } from './deal-history.ts'
import type { DealPast, PastRound, ShareEvent } from './deal-past.ts'
import { LotLedger } from './lot-ledger.ts'
import { firstStageOf, isSeries, settleSeries } from './settle-series.ts'

function openLedger({ common, series }: Deal): LotLedger {
  const ledger = new LotLedger()
  for (const { holder, shares, paidUsd } of common) ledger.add('common', holder, shares, paidUsd)
  for (const { name, holders, issuePriceUsd } of series)
    for (const { holder, shares } of holders) ledger.add(name, holder, shares, shares * issuePriceUsd)
  return ledger
}

const forcedEvents = (ledger: LotLedger, { forced }: PlayedRound): readonly ShareEvent[] =>
  forced.flatMap(({ series, holder, shares, commonShares }) =>
    ledger.take(series, holder, shares).map((from): ShareEvent => {
      const to = ledger.add('common', holder, (commonShares * from.shares) / shares, from.paidUsd)
      return { kind: 'conversion', from, to }
    }),
  )

const saleEvents = (ledger: LotLedger, sales: readonly SecondarySale[]): readonly ShareEvent[] =>
  sales.flatMap(({ seller, buyer, security, shares, priceUsd }) =>
    ledger.take(security, seller, shares).map((from): ShareEvent => {
      const to = ledger.add(security, buyer, from.shares, from.shares * priceUsd)
      return { kind: 'sale', from, to }
    }),
  )

const newEvents = (
  ledger: LotLedger,
  { convertibles }: Deal,
  name: string,
  { conversions, investors }: PlayedRound,
): readonly ShareEvent[] => [
  ...conversions.map((one): ShareEvent => {
    const paidUsd = convertibles.find((convertible) => convertible.name === one.name)?.amountUsd ?? 0
    return {
      kind: 'convertible',
      name: one.name,
      to: ledger.add(one.series, one.holder, one.shares, paidUsd),
    }
  }),
  ...investors.map(({ holder, shares, amountUsd }): ShareEvent => ({
    kind: 'issue',
    to: ledger.add(name, holder, shares, amountUsd),
  })),
]

function traceRound(ledger: LotLedger, deal: Deal, { name, day, table, round }: DealStage): PastRound | null {
  if (round === null || name === null) return null
  const forced = forcedEvents(ledger, round)
  const early = round.secondary.filter(({ security }) => ledger.knows(security))
  const late = round.secondary.filter((sale) => !early.includes(sale))
  return {
    name,
    day,
    events: [
      ...forced,
      ...saleEvents(ledger, early),
      ...newEvents(ledger, deal, name, round),
      ...saleEvents(ledger, late),
    ],
    adjustments: round.adjustments,
    pool: { promisedShares: table.promisedShares, availableShares: table.availableShares },
  }
}

const asBegun = (stages: readonly DealStage[], series: DealSeries): DealSeries => {
  const first = firstStageOf(stages, series.name)
  const place = first?.classes.find((one) => isSeries(one) && one.name === series.name)?.place
  if (first === null || place === undefined) return series
  return { ...series, conversionPriceUsd: first.table.series[place].conversionPriceUsd }
}

/**
 * How a company came to stand where it does after its last round: every issue, conversion and sale of shares with its
 * day and what it cost. Money in a SAFE or note, or in shares that were forced to convert, is the cost of what it became.
 */
export function traceDeal(deal: Deal, { stages }: DealHistory): DealPast {
  const ledger = openLedger(deal)
  const rounds = stages.flatMap((stage) => traceRound(ledger, deal, stage) ?? [])
  const series = stages[stages.length - 1].classes
    .filter(isSeries)
    .map((one) => asBegun(stages, settleSeries(deal, stages, one)))
  return { start: deal, series, rounds, lots: ledger.held }
}
