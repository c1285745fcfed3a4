import type { PreferredSeries, PreferredTerms } from '../table/preferred-series.ts'
import type { Day, Deal, DealSeries } from './deal.ts'
import type { DealClass, DealStage } from './deal-history.ts'

const termsOf = (series: PreferredSeries): PreferredTerms => ({
  liquidationMultiple: series.liquidationMultiple,
  participation: series.participation,
  participationCapMultiple: series.participationCapMultiple,
  rank: series.rank,
  antiDilution: series.antiDilution,
  dividendKind: series.dividendKind,
  dividendRate: series.dividendRate,
  paysToPlay: series.paysToPlay,
  listingMultiple: series.listingMultiple,
  vetoesDownListing: series.vetoesDownListing,
})

/** True for a preferred series, priced or made of a SAFE or note. */
export const isSeries = ({ kind }: DealClass): boolean => kind === 'series' || kind === 'shadow_series'

/** The first stage at which a series was there. */
export const firstStageOf = (stages: readonly DealStage[], series: string): DealStage | null =>
  stages.find(({ classes }) => classes.some((one) => isSeries(one) && one.name === series)) ?? null

function issueDay(deal: Deal, stages: readonly DealStage[], series: string): Day | null {
  const atStart = deal.series.find(({ name }) => name === series)
  return atStart === undefined ? (firstStageOf(stages, series)?.day ?? null) : atStart.day
}

/** A series as it stands after the last round, under its own day of issue. */
export function settleSeries(
  deal: Deal,
  stages: readonly DealStage[],
  { name, place, holders }: DealClass,
): DealSeries {
  const series = stages[stages.length - 1].table.series[place]
  return {
    name,
    shares: series.shares,
    issuePriceUsd: series.issuePriceUsd,
    conversionPriceUsd: series.conversionPriceUsd,
    accruedDividendUsd: series.accruedDividendUsd,
    terms: termsOf(series),
    day: issueDay(deal, stages, name),
    holders,
  }
}
