import {
  datedReturn,
  DealProblemError,
  explainBreakpoints,
  fullyDilutedShares,
  payExit,
  playDeal,
  type Deal,
  type DealExit,
  type DealHistory,
  type DealStage,
  type HolderPayout,
  type ReturnRate,
} from '../../engine/finance/index.ts'
import type { DealHeadline, DealReport, DealResult, ReportedExit } from './deal-report.ts'
import { makeFootballField } from './football-field.ts'
import { otherEquilibria } from './other-equilibria.ts'
import { usualExitPrices } from './usual-exit-prices.ts'
import { valueDeal } from './value-deal.ts'

/** The newest priced series of a stage: the last that no SAFE or note became. */
const headlineOf = ({ classes, table }: DealStage): DealHeadline | null => {
  const newest = classes.findLast(({ kind }) => kind === 'series')
  if (newest === undefined) return null
  const priceUsd = table.series[newest.place].issuePriceUsd
  return {
    place: newest.place,
    series: newest.name,
    priceUsd,
    postMoneyUsd: priceUsd * fullyDilutedShares(table),
  }
}

/** A holder's rate of return, if every day on which money moved is known. */
const returnOf = (
  { flows, atExit }: DealHistory,
  { holder, amountUsd, paidUsd }: HolderPayout,
): ReturnRate | null => {
  const own = flows.filter((flow) => flow.holder === holder)
  const days = [...own.map(({ day }) => day), atExit.day].filter((day) => day !== null)
  if (paidUsd === 0 || days.length !== own.length + 1) return null
  return datedReturn(days, [...own.map((flow) => flow.amountUsd), amountUsd])
}

const report = (history: DealHistory, exit: DealExit): ReportedExit => ({
  ...exit,
  others: exit.split.hasSeveral ? otherEquilibria(history.atExit, exit) : [],
  returns: exit.holders.map((payout) => returnOf(history, payout)),
})

const work = (deal: Deal): DealReport => {
  const history = playDeal(deal)
  const breakpoints = explainBreakpoints(history, deal.exit, deal.qualifiedListing)
  const last = history.stages[history.stages.length - 1]
  const headline = headlineOf(last)
  const usual = usualExitPrices(breakpoints, headline?.postMoneyUsd ?? null).map((priceUsd) =>
    payExit(history.atExit, history.flows, { ...deal.exit, priceUsd }, deal.qualifiedListing),
  )
  const exits = deal.exitPricesUsd.length > 0 ? history.exits : usual
  return {
    deal,
    history,
    exits: exits.map((exit) => report(history, exit)),
    breakpoints,
    headline,
    ...(headline === null ? { values: [], valueFailures: [] } : valueDeal(deal, last, headline)),
    footballField: makeFootballField(deal, last, headline),
  }
}

/** Works a deal out: its rounds, exits, breakpoints, fair values and returns; or says which round cannot be done. */
export const makeDealReport = (deal: Deal): DealResult => {
  try {
    return { ok: true, report: work(deal) }
  } catch (error) {
    if (!(error instanceof DealProblemError)) throw error
    const { kind, round, roundName, message, facts } = error
    return { ok: false, problem: { kind, round, roundName, message, facts } }
  }
}
