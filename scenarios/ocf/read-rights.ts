import type { CommonHolding, DealPool, DealRight, DealSeries } from '../../engine/finance/index.ts'
import type { OcfItem } from './ocf-item.ts'
import type { Security, SecurityBook } from './security.ts'
import type { StockPlan } from './package-parts.ts'

/** Common stock of all classes, by holder. */
export const readCommon = ({ securities }: SecurityBook): readonly CommonHolding[] => {
  const held = new Map<string, { shares: number; paidUsd: number }>()
  for (const { kind, stockClass, holder, quantity, paidUsd, item } of securities.values()) {
    const isGone = quantity === 0 && (item.number('quantity') ?? 0) > 0
    if (kind !== 'stock' || stockClass === null || stockClass.isPreferred || isGone) continue
    const sum = held.get(holder) ?? { shares: 0, paidUsd: 0 }
    held.set(holder, { shares: sum.shares + quantity, paidUsd: sum.paidUsd + paidUsd })
  }
  return [...held].map(([holder, sum]) => ({ holder, ...sum }))
}

const compensationTypes = ['OPTION', 'OPTION_NSO', 'OPTION_ISO', 'RSU', 'CSAR', 'SSAR'] as const

/** Shares of common that one share of a class converts into. */
const ratioOf = (security: Security, series: readonly DealSeries[]): number => {
  if (security.stockClass?.isPreferred !== true) return 1
  const found = series.find(({ name }) => name === security.stockClass?.name)
  return found === undefined ? 1 : found.issuePriceUsd / found.conversionPriceUsd
}

const noteRight = (item: OcfItem, name: string, security: Security): void => {
  const type = security.kind === 'option' ? item.word(compensationTypes, 'compensation_type') : null
  if (type === 'CSAR') item.log.note('cash_settled', item, { name })
  if (type !== 'RSU' && !item.has('exercise_price') && !item.has('base_price'))
    item.log.note('price_assumed', item, { name })
  if (security.stockClass?.isPreferred === true) item.log.note('right_on_preferred', item, { name })
}

/** Options and warrants outstanding, as rights to common stock. */
export const readRights = (
  { securities }: SecurityBook,
  series: readonly DealSeries[],
): readonly DealRight[] =>
  [...securities.values()].flatMap((security) => {
    const { kind, holder, quantity, strikeUsd, item } = security
    if ((kind !== 'option' && kind !== 'warrant') || quantity === 0) return []
    const name = item.text('custom_id') ?? security.id
    noteRight(item, name, security)
    const ratio = ratioOf(security, series)
    return [{ name, holder, kind, shares: quantity * ratio, strikeUsd: strikeUsd / ratio }]
  })

const saidShares = (item: OcfItem, key: string): number => {
  const shares = Number(item.said.get(key) ?? 0)
  return shares >= 0 && Number.isFinite(shares) ? shares : 0
}

const usedOf = (plan: StockPlan, securities: readonly Security[]): number =>
  securities
    .filter((one) => one.plan === plan && !one.isExercised)
    .reduce((sum, { quantity, spentShares }) => sum + quantity + spentShares, 0)

/** As close as the last bits of a sum. */
const lastBits = 1e-9

const availableOf = (plan: StockPlan, promised: number, securities: readonly Security[]): number => {
  const { item, reservedShares, name } = plan
  const left = reservedShares - usedOf(plan, securities) - promised
  const exact = Number(item.said.get('available_shares') ?? Number.NaN)
  const slack = lastBits * Math.max(1, reservedShares)
  if (Math.abs(left - exact) <= slack) return exact
  if (left < -slack) item.log.note('plan_over_granted', item, { name, shares: String(-left) })
  return Math.max(0, left)
}

/** What is left of all plans: reserved and neither granted, exercised nor promised. */
export const readPool = ({ parts, securities }: SecurityBook): DealPool => {
  const pools = [...parts.plans.values()].map((plan) => {
    const promisedShares = saidShares(plan.item, 'promised_shares')
    return { promisedShares, availableShares: availableOf(plan, promisedShares, [...securities.values()]) }
  })
  return {
    promisedShares: pools.reduce((sum, pool) => sum + pool.promisedShares, 0),
    availableShares: pools.reduce((sum, pool) => sum + pool.availableShares, 0),
  }
}
