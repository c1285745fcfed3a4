import { payExit } from '../../engine/finance/index.ts'
import type { ChartPoint, DealReport } from './deal-report.ts'

/** How exit prices are spaced along the chart. */
export type ChartAxis = 'log' | 'linear'

/** How far the chart reaches below the first and above the last price that matters. */
const margin = 2

/** The range of exit prices in which something happens. */
const rangeOf = ({ breakpoints, headline, exits, deal }: DealReport): readonly [number, number] => {
  const prices = [...breakpoints.map(({ priceUsd }) => priceUsd), headline?.postMoneyUsd ?? 0].filter(
    (usd) => usd > 0,
  )
  const asked = exits.map(({ terms }) => terms.priceUsd).filter((usd) => usd > 0)
  const known = prices.length > 0 ? prices : asked
  if (known.length === 0) return [1e6, 1e9]
  // Below the debt there is nothing to share.
  return [Math.max(Math.min(...known) / margin, deal.exit.debtUsd), Math.max(...known) * margin]
}

/** So many exit prices, evenly spaced on the axis, from the first to the last that matters. */
const pricesOf = (report: DealReport, count: number, axis: ChartAxis): readonly number[] => {
  const [low, high] = rangeOf(report)
  const last = Math.max(1, count - 1)
  if (axis === 'linear') return Array.from({ length: count }, (_, i) => (high * (i + 1)) / count)
  return Array.from({ length: count }, (_, i) => low * Math.exp((Math.log(high / low) * i) / last))
}

/** What each class gets at so many exit prices; the last amount is debt, costs and carve-out together. */
export const chartPoints = (report: DealReport, count: number, axis: ChartAxis): readonly ChartPoint[] => {
  const { deal, history } = report
  return pricesOf(report, count, axis).map((priceUsd) => {
    const { split, classes } = payExit(history.atExit, [], { ...deal.exit, priceUsd }, deal.qualifiedListing)
    const before = split.debtUsd + split.costsUsd + split.carveOutUsd
    return { priceUsd, amountsUsd: [...classes.map(({ amountUsd }) => amountUsd), before] }
  })
}
