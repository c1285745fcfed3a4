import type { CommonHolding, Deal, DealConvertible, HolderFlow, Holding } from './deal.ts'
import type { DealHistory } from './deal-history.ts'
import type { DealPast } from './deal-past.ts'
import { isSeries, settleSeries } from './settle-series.ts'
import { traceDeal } from './trace-deal.ts'

const withCost = ({ lots }: DealPast, { holder, shares }: Holding): CommonHolding => {
  const own = lots.filter((lot) => lot.security === 'common' && lot.holder === holder)
  return { holder, shares, paidUsd: own.reduce((sum, { paidUsd }) => sum + paidUsd, 0) }
}

/** SAFEs and notes that no round has converted. */
function stillOwed(deal: Deal, { stages }: DealHistory): readonly DealConvertible[] {
  const converted = new Set(stages.flatMap(({ round }) => round?.conversions.map(({ name }) => name) ?? []))
  return deal.convertibles
    .filter(({ name }) => !converted.has(name))
    .map((one) => ({ ...one, favours: one.favours.filter((name) => !converted.has(name)) }))
}

/** Money in what is sold only after the exit that was played. */
function unplayedFlows(owed: readonly DealConvertible[], { atExit }: DealHistory): readonly HolderFlow[] {
  const played = new Set(atExit.classes.map(({ name }) => name))
  return owed
    .filter(({ name }) => !played.has(name))
    .map(({ holder, day, amountUsd }) => ({ holder, day, amountUsd: -amountUsd }))
}

/**
 * The deal as it stands after its last round: what a new deal may start from, with no round of its own. Series keep
 * their days of issue, common stock what it cost; SAFEs and notes sold after the round are still owed; `pastFlows` says
 * who paid and got what.
 */
export function settleDeal(deal: Deal, history: DealHistory): Deal {
  const { stages, flows } = history
  const last = stages[stages.length - 1]
  if (last.round === null) return deal
  const common = last.classes.find(({ kind }) => kind === 'common')?.holders ?? []
  const past = traceDeal(deal, history)
  const convertibles = stillOwed(deal, history)
  return {
    ...deal,
    common: common.map((held) => withCost(past, held)),
    pool: {
      promisedShares: last.table.promisedShares,
      availableShares: last.table.availableShares,
    },
    series: last.classes
      .filter((one) => isSeries(one) && one.shares > 0)
      .map((one) => settleSeries(deal, stages, one)),
    convertibles,
    rounds: [],
    pastFlows: [...flows, ...unplayedFlows(convertibles, history)],
  }
}
