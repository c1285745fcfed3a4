import {
  exactly,
  experimentMultiples,
  multiplySpreads,
  writeBill,
  type CostShare,
  type Spread,
  type WorkMultiple,
} from '../../engine/cost/index.ts'
import { costShares, type BillLine, type OverheadWish, type RunWish } from '../../scenarios/index.ts'
import type { CostDriver, CostLine, CostOffer } from './cost-report.ts'

/** The project around a run: everything computed for it, over the run that is kept. */
export interface ProjectWork {
  readonly repeats: Spread
  readonly source: string
}

const asSpread = ({ low, mid, high }: WorkMultiple): Spread => ({ p10: low, p50: mid, p90: high })

/** How much is computed besides: what the plan says, or what is usual for its kind of run. */
export const projectWork = ({ repeats, kind }: RunWish): ProjectWork => {
  if (repeats !== null) return { repeats, source: 'given' }
  const multiple = experimentMultiples[kind === 'pretrain' ? 'developer' : 'follower']
  return { repeats: asSpread(multiple), source: multiple.source }
}

/** The lines of a bill as the price book calls them. */
const shareNames: Readonly<Record<BillLine, string>> = {
  storage: 'storage',
  network: 'network',
  data: 'data preparation',
  staff: 'staff',
  tuning: 'tuning',
  support: 'idle time and support',
}

const shareOf = (name: BillLine): CostShare => {
  const share = costShares.find((candidate) => candidate.name === shareNames[name])
  if (share === undefined) throw new RangeError(`shareOf: no share of the bill is called ${shareNames[name]}`)
  return share
}

/** The lines that are asked for: an amount as given, or the usual share of the compute. */
export const linesOf = (computeUsd: Spread, { lines }: OverheadWish): readonly CostLine[] =>
  [...lines].map(([name, usd]): CostLine => {
    if (usd !== null) return { name, costUsd: exactly(usd), source: 'given' }
    const [, line] = writeBill(computeUsd, [shareOf(name)]).lines
    return { name, costUsd: line.costUsd, source: line.source }
  })

/** The project's compute and all lines together. */
export const totalOf = (computeUsd: Spread, { lines }: OverheadWish): Spread => {
  const usual = [...lines].filter(([, usd]) => usd === null).map(([name]) => shareOf(name))
  const given = [...lines].reduce((sum, [, usd]) => sum + (usd ?? 0), 0)
  const { p10, p50, p90 } = writeBill(computeUsd, usual).totalUsd
  return { p10: p10 + given, p50: p50 + given, p90: p90 + given }
}

const lnRatio = (high: number, low: number): number => (low > 0 && high > 0 ? Math.log(high / low) : 0)

/** Parts that multiply to the project's cost, each known to a spread; what is certain drives nothing. */
export const driversOf = (
  parts: readonly (readonly [CostDriver['name'], Spread])[],
): readonly CostDriver[] => {
  const middle = multiplySpreads(parts.map(([, spread]) => spread)).p50
  const spreads = parts.map(([name, spread]) => {
    const reach = lnRatio(spread.p90, spread.p10)
    return { name, spread, variance: reach * reach }
  })
  const all = spreads.reduce((sum, { variance }) => sum + variance, 0)
  return spreads
    .filter(({ variance }) => variance > 0)
    .map(({ name, spread, variance }) => ({
      name,
      low: (middle * spread.p10) / spread.p50,
      high: (middle * spread.p90) / spread.p50,
      share: variance / all,
    }))
    .toSorted((a, b) => b.share - a.share)
}

/** The cost of all that is computed for a run. */
export const projectUsd = ({ costUsd }: CostOffer, repeats: Spread): Spread =>
  multiplySpreads([costUsd, repeats])
