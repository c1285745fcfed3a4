import { closings } from './closings.ts'
import { takeOut } from './take-out.ts'
import type { OcfItem } from './ocf-item.ts'
import type { PackageParts, StockClass } from './package-parts.ts'
import { readSecurity } from './read-security.ts'
import { issuances, type SecurityBook } from './security.ts'

type Play = (item: OcfItem, book: SecurityBook) => void

const classOf = (item: OcfItem, { parts }: SecurityBook): StockClass | null => {
  const id = item.needText('stock_class_id')
  const found = parts.classes.get(id)
  if (found === undefined && id !== '')
    item.fault('F278', ['stock_class_id'], { value: id, kind: 'STOCK_CLASS' })
  return found ?? null
}

const split: Play = (item, book) => {
  const stockClass = classOf(item, book)
  if (!item.has('split_ratio')) item.missing('split_ratio')
  const factor = item.ratio('split_ratio')
  if (stockClass === null || factor === null) return
  for (const security of book.securities.values()) {
    if (security.stockClass !== stockClass || !security.isIssued) continue
    security.quantity *= factor
    security.spentShares *= factor
    security.strikeUsd /= factor
  }
  for (const plan of book.parts.plans.values())
    if (plan.classIds.includes(stockClass.id)) plan.reservedShares *= factor
  stockClass.splits *= factor
  // A split of the common stock makes each preferred share convert into more of it.
  if (!stockClass.isPreferred)
    for (const one of book.parts.classes.values()) if (one.isPreferred) one.commonSplits *= factor
}

const adjustConversion: Play = (item, book) => {
  const stockClass = classOf(item, book)
  if (!item.has('new_ratio_conversion_mechanism')) item.missing('new_ratio_conversion_mechanism')
  if (stockClass === null) return
  const path = ['new_ratio_conversion_mechanism']
  stockClass.conversion = { item, path, splits: stockClass.splits }
  stockClass.commonSplits = 1
}

const adjustPool: Play = (item, { parts }) => {
  const id = item.needText('stock_plan_id')
  const plan = parts.plans.get(id)
  if (plan !== undefined) plan.reservedShares = item.needCount('shares_reserved')
  else if (id !== '') item.fault('F278', ['stock_plan_id'], { value: id, kind: 'STOCK_PLAN' })
}

const returnToPool: Play = (item, { securities }) => {
  const id = item.needText('security_id')
  const security = securities.get(id)
  const shares = item.needCount('quantity')
  if (security !== undefined) security.spentShares = Math.max(0, security.spentShares - shares)
  else if (id !== '') item.fault('F278', ['security_id'], { value: id, kind: 'security' })
}

const reprice: Play = (item, { securities }) => {
  const security = securities.get(item.needText('security_id'))
  if (security !== undefined) security.strikeUsd = item.needMoney('new_exercise_price')
}

const issue: Play = (item, { securities }) => {
  const security = securities.get(item.text('security_id') ?? '')
  if (security !== undefined) security.isIssued = true
}

/** What each type of transaction does; on one day the lower order comes first. */
const plays: Readonly<Record<string, { readonly order: number; readonly play: Play }>> = {
  TX_STOCK_CLASS_SPLIT: { order: 0, play: split },
  TX_STOCK_CLASS_CONVERSION_RATIO_ADJUSTMENT: { order: 1, play: adjustConversion },
  TX_STOCK_PLAN_POOL_ADJUSTMENT: { order: 1, play: adjustPool },
  TX_EQUITY_COMPENSATION_REPRICING: { order: 1, play: reprice },
  TX_STOCK_PLAN_RETURN_TO_POOL: { order: 3, play: returnToPool },
  ...Object.fromEntries(Object.keys(issuances).map((type) => [type, { order: 0, play: issue }])),
  ...Object.fromEntries(Object.keys(closings).map((type) => [type, { order: 2, play: takeOut }])),
}

/** Types of transactions that change a deal. */
export const playedTypes: ReadonlySet<string> = new Set(Object.keys(plays))

const idsIn = (items: readonly OcfItem[], type: string): ReadonlySet<string> =>
  new Set(items.filter((item) => item.type === type).map((item) => item.text('security_id') ?? ''))

/** Plays all transactions in the order of their days; on one day issuances and splits before what uses them. */
export const playTransactions = (items: readonly OcfItem[], parts: PackageParts): SecurityBook => {
  const found = items
    .filter(({ type }) => Object.hasOwn(issuances, type))
    .map((item) => readSecurity(item, issuances[item.type], parts))
  const book: SecurityBook = {
    parts,
    securities: new Map(found.map((security) => [security.id, security])),
    returned: idsIn(items, 'TX_STOCK_PLAN_RETURN_TO_POOL'),
    flows: [],
  }
  const played = items.filter(({ type }) => playedTypes.has(type))
  const dated = played.map((item) => ({ item, ...plays[item.type], day: dayOf(item) }))
  for (const { item, play } of dated.toSorted((a, b) => a.day - b.day || a.order - b.order)) play(item, book)
  return book
}

/** The day that a transaction is written under, which orders it even where froth knows no day. */
const dayOf = (item: OcfItem): number => {
  if (!item.has('date')) item.missing('date')
  return item.day('date') ?? 0
}
